using Jingke.Domain.Accounts;
using Jingke.Domain.Facts;
using Jingke.Web.Data.Facts;
using Jingke.Web.Tabular.Columns;

namespace Jingke.Web.Data.Importing;

/// <summary>
/// The fields of the catalogue that a file of accounts can bring besides the columns that every such file may have (name, address, phone
/// …). Not those of contacts, and not those whose values are identifiers, which no file can know.
/// </summary>
internal static class FactFields
{
    private const string Prefix = "fact:";

    /// <summary>The fields, in the order of the card.</summary>
    public static IEnumerable<FieldDefinition> Fields(Catalogue catalogue) =>
        catalogue.InUse.Where(field =>
            field.Subject != FieldSubject.Contact
            && field.Type is not (FieldType.Person or FieldType.Account or FieldType.File)
            // What the other columns bring is written into the account's columns; a region may also come in one column.
            && field.Column is null or Account.RegionColumn
        );

    /// <summary>The fields as files are read.</summary>
    public static IReadOnlyList<ExtraField> Of(Catalogue catalogue) =>
        [.. Fields(catalogue).Select(field => new ExtraField(field.Key, [field.NameHans, field.NameHant, field.NameEn]))];

    /// <summary>How the mapping page writes a field.</summary>
    public static string ValueOf(string key) => Prefix + key;

    /// <summary>The key of a field that the mapping page has written; null for anything else.</summary>
    public static string? KeyOf(string? value) =>
        value?.StartsWith(Prefix, StringComparison.Ordinal) == true ? value[Prefix.Length..] : null;
}

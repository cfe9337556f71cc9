using System.Globalization;
using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Domain.Facts;
using Jingke.Domain.Reference;
using Jingke.Web.Data.Facts;

namespace Jingke.Web.Features.Import.Facts;

/// <summary>The columns of accounts that repeat fields of the catalogue, as a row's values name them.</summary>
internal static class ColumnFacts
{
    /// <summary>A value of a row for such a field.</summary>
    /// <param name="Field">The field.</param>
    /// <param name="Value">The value.</param>
    /// <param name="Now">What the account has now; null for nothing.</param>
    /// <param name="Names">The names of the columns, as in a row's values.</param>
    public readonly record struct Given(FieldDefinition Field, FieldValue Value, string? Now, string[] Names)
    {
        /// <summary>Whether the account has it already, or has the same place more closely.</summary>
        public bool IsThere =>
            Now == Value.Text
            || (
                Field.Column == Account.RegionColumn
                && Value.Text.EndsWith("0000", StringComparison.Ordinal)
                && Now?[..2] == Value.Text[..2]
            );
    }

    /// <summary>What a row gives.</summary>
    /// <param name="catalogue">The catalogue; a column whose field is out of use is no such column.</param>
    /// <param name="values">The values of the row.</param>
    /// <param name="now">The present values of the account; null for a new one.</param>
    public static IEnumerable<Given> Of(
        Catalogue catalogue,
        IReadOnlyDictionary<string, string> values,
        IReadOnlyDictionary<string, string?>? now
    )
    {
        foreach (var field in catalogue.InUse)
        {
            if (field.Column is not { } column)
                continue;
            var names = NamesOf(column);
            if (names.Select(values.GetValueOrDefault).FirstOrDefault(value => value is not null) is not { } text)
                continue;
            yield return new(
                field,
                ValueOf(field, text),
                names.Select(name => now?.GetValueOrDefault(name)).FirstOrDefault(value => value is not null),
                names
            );
        }
    }

    /// <summary>The columns of a row that go through vetting: those that repeat fields, and texts of no standard where a value of the standard is known.</summary>
    public static HashSet<string> VettedNames(
        Catalogue catalogue,
        IReadOnlyDictionary<string, string> values,
        IReadOnlyDictionary<string, string?> now
    )
    {
        var names = Of(catalogue, values, now).SelectMany(given => given.Names).ToHashSet(StringComparer.Ordinal);
        foreach (var column in (string[])[Account.RegionColumn, Account.IndustryColumn])
            if (catalogue.RepeatedIn(column) is { IsRetired: false } && NamesOf(column).Any(name => now[name] is not null))
                names.Add(TextNameOf(column)!);
        return names;
    }

    /// <summary>The columns that hold the value of a field, the one that says most first.</summary>
    public static string[] NamesOf(string column) =>
        column switch
        {
            Account.RegionColumn => ["CityCode", "ProvinceCode"],
            Account.IndustryColumn => ["IndustryCode"],
            _ => [column],
        };

    /// <summary>The column that holds the text of a value that is not of the standard; null for most.</summary>
    public static string? TextNameOf(string column) =>
        column switch
        {
            Account.RegionColumn => "RegionText",
            Account.IndustryColumn => "IndustryText",
            _ => null,
        };

    /// <summary>A region that stands in a column of its own says more than what was gathered from others.</summary>
    public static void TakeRegion(Dictionary<string, string> values, IEnumerable<RowFact> facts)
    {
        foreach (var fact in facts)
            if (fact.Field.Column == Account.RegionColumn && Divisions.Find(fact.Value.Text) is { } place)
            {
                values.Remove("RegionText");
                values.Remove("CityCode");
                values["ProvinceCode"] = place.ProvinceCode;
                if (place.Level != DivisionLevel.Province)
                    values["CityCode"] = fact.Value.Text;
            }
    }

    private static FieldValue ValueOf(FieldDefinition field, string text) =>
        new(
            text,
            field.Type == FieldType.Number && long.TryParse(text, CultureInfo.InvariantCulture, out var whole)
                ? whole * Money.PerUnit
                : null
        );
}

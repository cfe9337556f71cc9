using Jingke.Domain.Accounts;
using Jingke.Domain.Duplicates;
using Jingke.Domain.Sales;
using Jingke.Web.Data.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Jingke.Web.Features.Duplicates.Merging;

/// <summary>
/// A column of the database that names an account, and so is moved when accounts are merged. The places come from the model, so that a
/// table that is added later is not forgotten.
/// </summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column that names the account.</param>
/// <param name="Key">The columns of the table's key but for the account.</param>
/// <param name="Others">All columns but the one that names the account.</param>
/// <param name="IsInKey">Whether the account is a part of the key: such a row cannot be changed, it is written anew and removed.</param>
internal sealed record AccountPlace(string Table, string Column, IReadOnlyList<string> Key, IReadOnlyList<string> Others, bool IsInKey)
{
    /// <summary>What names accounts and is not moved: it is derived from them, or is the record of what was compared and merged.</summary>
    private static readonly HashSet<Type> Left = [typeof(SearchEntry), typeof(MatchKey), typeof(DuplicatePair), typeof(ChangedAccount)];

    /// <summary>Name under which rows are recorded.</summary>
    public string Name => $"{Table}.{Column}";

    /// <summary>The key of a row as text.</summary>
    /// <param name="row">Alias of the table.</param>
    public string KeyOf(string row) => string.Join(" || ',' || ", Key.Select(column => $"CAST({row}.{column} AS TEXT)"));

    /// <summary>All places of a model.</summary>
    public static IReadOnlyList<AccountPlace> AllOf(IModel model) =>
        [
            .. model
                .GetEntityTypes()
                .Where(type => !Left.Contains(type.ClrType))
                .SelectMany(type => type.GetProperties().Where(NamesAccount).Select(property => Of(type, property)))
                .OrderBy(place => place.Name, StringComparer.Ordinal),
        ];

    // A reference, or a column that says so where the database keeps no reference.
    private static bool NamesAccount(IProperty property) =>
        property.GetContainingForeignKeys().Any(key => key.PrincipalEntityType.ClrType == typeof(Account))
        || property.Name.EndsWith("AccountId", StringComparison.Ordinal);

    private static AccountPlace Of(IEntityType type, IProperty property)
    {
        var column = property.GetColumnName();
        return new(
            type.GetTableName()!,
            column,
            [.. type.FindPrimaryKey()!.Properties.Where(part => part != property).Select(Quoted)],
            [.. type.GetProperties().Where(each => each != property).Select(Quoted)],
            property.IsPrimaryKey()
        );
    }

    // Some columns are called from and to.
    private static string Quoted(IProperty property) => $"\"{property.GetColumnName()}\"";
}

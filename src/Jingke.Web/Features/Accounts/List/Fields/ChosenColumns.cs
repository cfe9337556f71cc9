using Jingke.Web.Common;

namespace Jingke.Web.Features.Accounts.List.Fields;

/// <summary>The columns that an address asks for, of those that the person may see.</summary>
/// <param name="Standard">Columns that every list of accounts has, by name.</param>
/// <param name="Fields">Fields of the catalogue, in the order of the card.</param>
public sealed record ChosenColumns(IReadOnlySet<string> Standard, IReadOnlyList<ListField> Fields)
{
    /// <summary>Most fields of the catalogue in one list: each is a value to be read for each row.</summary>
    public const int MostFields = 30;

    /// <summary>Reads the columns from an address.</summary>
    internal static ChosenColumns Of(PageAddress address, ListFields fields)
    {
        var asked = address.GetAll("cols").ToHashSet(StringComparer.Ordinal);
        var standard = ColumnMenu.All.Where(asked.Contains).ToHashSet(StringComparer.Ordinal);
        var chosen = fields.Columns.Where(field => asked.Contains(field.Name)).Take(MostFields).ToList();
        if (standard.Count == 0 && chosen.Count == 0)
            standard = [.. ColumnMenu.Standard];
        standard.RemoveWhere(fields.Hides);
        return new(standard, chosen);
    }
}

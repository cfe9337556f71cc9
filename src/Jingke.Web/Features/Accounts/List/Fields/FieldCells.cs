using Jingke.Domain.Facts;
using Jingke.Web.Tabular.Writing;

namespace Jingke.Web.Features.Accounts.List.Fields;

/// <summary>Fields of the catalogue as columns of a file: numbers, amounts and days as such, all else in words.</summary>
internal static class FieldCells
{
    /// <summary>The column of a field.</summary>
    public static ExportColumn Column(ListField field, string title, string currency)
    {
        var unit = field.Definition.Type == FieldType.Money ? currency : field.Definition.Unit;
        return new(unit.Length > 0 ? $"{title} ({unit})" : title, TypeOf(field), field.IsMeasured ? 14 : 20);
    }

    /// <summary>The cell of a value; empty while nothing is known.</summary>
    public static ExportCell Cell(ListField field, ListValue? value) =>
        value is null ? default
        : TypeOf(field) == ExportType.Text ? value.Text
        : value.Value?.Number;

    // What is not told is a text, whatever it is.
    private static ExportType TypeOf(ListField field) =>
        field.Definition.IsSensitive
            ? ExportType.Text
            : field.Definition.Type switch
            {
                FieldType.Number => ExportType.Quantity,
                FieldType.Money => ExportType.Money,
                FieldType.Date => ExportType.Date,
                _ => ExportType.Text,
            };
}

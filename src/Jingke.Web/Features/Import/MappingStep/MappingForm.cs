using System.Globalization;
using Jingke.Domain.Imports;
using Jingke.Web.Tabular.Columns;

namespace Jingke.Web.Features.Import.MappingStep;

/// <summary>Reads what the mapping page sends.</summary>
internal static class MappingForm
{
    private const string Column = "column-";

    /// <summary>Values that are no choice of the page are taken as not given.</summary>
    public static SaveMapping.Input Read(IFormCollection form)
    {
        var columns = new Dictionary<int, string>();
        foreach (var (name, value) in form)
            if (
                name.StartsWith(Column, StringComparison.Ordinal)
                && int.TryParse(name.AsSpan(Column.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            )
                columns[index] = value.ToString();
        int? headerRow = int.TryParse(form["headerRow"], NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : null;
        return new(
            Enum.TryParse<ImportKind>(form["kind"], out var kind) ? kind : ImportKind.Sales,
            columns,
            new Mapping
            {
                Source = Given(form, "source"),
                Channel = Given(form, "channel"),
                ObservedOn = DateOnly.TryParseExact(form["observed"], "yyyy-MM-dd", out var day) ? day : null,
                DateOrder = Choice(form, "dateOrder", "ymd", "dmy", "mdy"),
                Decimal = Choice(form, "decimal", "point", "comma"),
                Discount = Choice(form, "discount", "rate", "amount"),
                Sheet = Given(form, "sheet"),
                HeaderRow = headerRow is > 0 ? headerRow : null,
                Header = headerRow == 0 ? false : null,
                Encoding = Choice(form, "encoding", "utf-8", "gb18030", "big5", "utf-16"),
                Delimiter = Choice(form, "delimiter", "comma", "semicolon", "tab", "pipe", "blank"),
            }
        );
    }

    private static string? Given(IFormCollection form, string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    private static string? Choice(IFormCollection form, string name, params ReadOnlySpan<string> values) =>
        Given(form, name) is { } text && values.Contains(text) ? text : null;
}

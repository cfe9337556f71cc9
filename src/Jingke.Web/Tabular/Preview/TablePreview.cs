using Jingke.Web.Tabular.Columns;
using Jingke.Web.Tabular.Sheets;

namespace Jingke.Web.Tabular.Preview;

/// <summary>A column as the mapping page shows it.</summary>
/// <param name="Index">Position from 0; a mapping names it by position + 1, or by header.</param>
/// <param name="Header">Its header; empty without one.</param>
/// <param name="Field">What it means; null when it is not used.</param>
/// <param name="Samples">A few different values that stand under it.</param>
/// <param name="Fact">Key of the organisation's own field that it means; null when it means none.</param>
internal sealed record ColumnPreview(int Index, string Header, Field? Field, IReadOnlyList<string> Samples, string? Fact = null);

/// <summary>What becomes of a row.</summary>
/// <param name="Number">As a person sees it.</param>
/// <param name="Cells">The row as it is.</param>
/// <param name="Problem">Why it is rejected; null when it is accepted.</param>
/// <param name="Values">What is taken from it, field by field, in plain form: days as 2024-03-05, amounts as 1234.5.</param>
internal sealed record RowPreview(long Number, string[] Cells, RowProblem? Problem, IReadOnlyDictionary<Field, string> Values)
{
    /// <summary>What stands under the organisation's own fields, by key.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();
}

/// <summary>All the mapping page needs to know of a file, under the mapping it has so far.</summary>
/// <param name="Layout">Sheets, header row, columns; what is missing; notes.</param>
/// <param name="Formats">How values are written; its questions have to be answered by the mapping. Null while columns are missing.</param>
/// <param name="Columns">Every column.</param>
/// <param name="Rows">What becomes of the first rows; empty while columns are missing or questions are open.</param>
internal sealed record TablePreview(Layout Layout, Formats? Formats, IReadOnlyList<ColumnPreview> Columns, IReadOnlyList<RowPreview> Rows)
{
    private const int Samples = 5;
    private const int FirstRows = 10;

    /// <summary>Whether the file can be read as it is mapped.</summary>
    public bool IsReady => Formats is { Questions.Count: 0 };

    /// <summary>Looks at a file. Reads it to the end only where a question about its values needs that.</summary>
    /// <param name="file">The file.</param>
    /// <param name="kind">What it is about.</param>
    /// <param name="mapping">What was said so far.</param>
    /// <param name="most">Rows to look at at most; what they leave open is a question though later rows might tell.</param>
    /// <param name="extra">Fields that the organisation has besides.</param>
    /// <exception cref="Domain.RuleException">file.*, mapping.*: there is nothing to show.</exception>
    public static TablePreview Of(
        SheetFile file,
        FileKind kind,
        Mapping? mapping = null,
        long most = long.MaxValue,
        IReadOnlyList<ExtraField>? extra = null
    )
    {
        var layout = Recognition.Run(file, kind, mapping, extra);
        var formats = layout.Missing.Count == 0 ? FormatScan.Run(file, layout, most) : null;
        var fields = layout.Columns.ToDictionary(column => column.Value.Index, column => column.Key);
        var facts = layout.Facts.ToDictionary(column => column.Value.Index, column => column.Key);
        ColumnPreview[] columns =
        [
            .. layout.Headers.Select(
                (header, index) =>
                    new ColumnPreview(
                        index,
                        header.Text,
                        fields.TryGetValue(index, out var field) ? field : null,
                        SamplesOf(layout, index),
                        facts.GetValueOrDefault(index)
                    )
            ),
        ];
        var preview = new TablePreview(layout, formats, columns, []);
        return preview.IsReady ? preview with { Rows = RowOutcomes.Of(file, layout, formats!, FirstRows) } : preview;
    }

    private static List<string> SamplesOf(Layout layout, int column) =>
        [.. layout.Sample.Select(row => row.Cell(column)).Where(cell => cell.Length > 0).Distinct().Take(Samples)];
}

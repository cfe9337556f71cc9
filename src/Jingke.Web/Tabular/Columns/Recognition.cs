using Jingke.Domain;
using Jingke.Web.Tabular.Sheets;
using Jingke.Web.Tabular.Writing;

namespace Jingke.Web.Tabular.Columns;

/// <summary>Finds the table in a file: its sheets, its header row, the meaning of its columns.</summary>
internal static class Recognition
{
    private const int SampleRows = 250;

    /// <summary>Recognises the layout; columns that are missing are listed in it, not thrown.</summary>
    /// <param name="file">The file.</param>
    /// <param name="kind">What it is about.</param>
    /// <param name="mapping">What a person has said.</param>
    /// <param name="extra">Fields that the organisation has besides; only files of accounts bring them.</param>
    /// <exception cref="RuleException">file.no-rows, mapping.*, columns.too-many: there is nothing to lay out.</exception>
    public static Layout Run(SheetFile file, FileKind kind, Mapping? mapping = null, IReadOnlyList<ExtraField>? extra = null)
    {
        mapping ??= new();
        extra = kind == FileKind.Accounts ? extra ?? [] : [];
        var candidates = SheetsToTry(file, mapping);
        List<(int Sheet, Layout Layout)> found = [];
        List<(int Sheet, RuleException Why)> unfit = [];
        foreach (var sheet in candidates)
            if (SampleOf(file, sheet) is { Count: > 0 } sample)
                try
                {
                    found.Add((sheet, LayoutOf(kind, mapping, sheet, sample, extra)));
                }
                catch (RuleException why) when (why.Code is "mapping.column-not-found" or "mapping.header-row-not-found")
                {
                    // A workbook may hold other tables beside the one that the mapping speaks of.
                    unfit.Add((sheet, why));
                }
        if (found.Count == 0)
            throw unfit is [var (_, misfit), ..] ? misfit : new RuleException("file.no-rows", file.Name);

        var best = found.Find(one => one.Layout.Missing.Count == 0).Layout ?? found.MaxBy(one => one.Layout.Columns.Count).Layout;
        return WithOtherSheets(file, best, found, unfit.ConvertAll(sheet => sheet.Sheet));
    }

    private static List<int> SheetsToTry(SheetFile file, Mapping mapping)
    {
        var all = Enumerable.Range(0, file.Sheets.Count);
        if (mapping.Sheet is not { } name || file.Delimiter is not null)
            return [.. all];
        List<int> named =
        [
            .. all.Where(sheet => string.Equals(file.Sheets[sheet].Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase)),
        ];
        return named.Count > 0 ? named : throw new RuleException("mapping.sheet-not-found", name, string.Join(", ", file.Sheets));
    }

    private static Layout WithOtherSheets(SheetFile file, Layout best, List<(int Sheet, Layout Layout)> found, List<int> unfit)
    {
        List<int> sheets = [];
        List<Note> notes = unfit.ConvertAll(sheet => new Note("sheet.not-read", file.Sheets[sheet]));
        foreach (var (sheet, layout) in found)
            if (ReferenceEquals(layout, best) || layout.HeaderRow == best.HeaderRow && layout.Key == best.Key)
                sheets.Add(sheet);
            else
                notes.Add(new("sheet.not-read", file.Sheets[sheet]));
        if (sheets.Count > 1)
            notes.Insert(0, new("sheet.together", string.Join(", ", sheets.Select(sheet => file.Sheets[sheet]))));

        var used = best.Columns.Values.Concat(best.Facts.Values).Select(column => column.Index).ToHashSet();
        var unused = best
            .Headers.Index()
            .Where(header => !used.Contains(header.Index) && header.Item.Text.Length > 0)
            .Select(header => header.Item.Text);
        if (string.Join(", ", unused.Take(60)) is { Length: > 0 } names)
            notes.Add(new("columns.not-used", names));
        return best with { Sheets = sheets, Notes = notes };
    }

    private static List<SampleRow> SampleOf(SheetFile file, int sheet)
    {
        using var rows = file.OpenRows(sheet);
        List<SampleRow> sample = [];
        while (sample.Count < SampleRows && rows.Read())
        {
            if (rows.CellCount > SheetLimits.Columns)
                throw new RuleException("columns.too-many", file.Name, rows.CellCount, SheetLimits.Columns);
            var cells = new string[rows.CellCount];
            var numbers = new bool[rows.CellCount];
            for (var i = 0; i < cells.Length; i++)
                (cells[i], numbers[i]) = (rows.Text(i), rows.IsNumber(i));
            if (rows.Problem is null && !Watermark.IsOn(rows))
                sample.Add(new(rows.RowNumber, cells, numbers));
        }
        return sample;
    }

    // Columns without a header are columns nevertheless when half of the rows fill them.
    private static int WidthOf(HeaderText[] headers, List<SampleRow> data)
    {
        var named = Array.FindLastIndex(headers, header => header.Text.Length > 0) + 1;
        return named == 0 || data.Count(row => row.Cells.Length > named) * 2 >= data.Count && data.Count > 0 ? headers.Length : named;
    }

    private static Layout LayoutOf(FileKind kind, Mapping mapping, int sheet, List<SampleRow> sample, IReadOnlyList<ExtraField> extra)
    {
        var at = HeaderRow.Find(kind, mapping, sample);
        var data = sample[(at + 1)..];
        var width = sample.Skip(Math.Max(at, 0)).Max(row => row.Cells.Length);
        var headers = new HeaderText[width];
        for (var i = 0; i < width; i++)
            headers[i] = HeaderText.Of(at < 0 ? "" : sample[at].Cell(i));
        var columns = ColumnMatch.Run(kind, mapping, headers, data);
        return new Layout
        {
            Kind = kind,
            Sheets = [sheet],
            HeaderRow = at < 0 ? 0 : sample[at].Number,
            Headers = headers,
            Width = WidthOf(headers, data),
            Columns = columns,
            Facts = ExtraMatch.Run(mapping, headers, extra, columns),
            Mapping = mapping,
            Sample = data,
        };
    }
}

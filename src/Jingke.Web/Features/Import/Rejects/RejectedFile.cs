using System.Runtime.CompilerServices;
using System.Text.Json;
using Jingke.Domain.Imports;
using Jingke.Web.Common.Exports;
using Jingke.Web.Data;
using Jingke.Web.Data.Importing;
using Jingke.Web.Tabular.Columns;
using Jingke.Web.Tabular.Writing;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Import.Rejects;

/// <summary>
/// Rejected rows as a file: where, why in the reader's language, and the row as it was, so that it can be corrected and imported again.
/// What a spreadsheet would run as a formula is written as text.
/// </summary>
internal sealed class RejectedFile(JingkeDbFactory factory, ImportFiles files)
{
    /// <summary>The file of an import.</summary>
    public async Task<ExportAnswer> RunAsync(ImportBatch batch, CancellationToken cancel)
    {
        await using var db = factory.CreateForSystem();
        var rows = db.RejectedRows.AsNoTracking().Where(row => row.BatchId == batch.Id);
        var headers = HeadersOf(batch);
        var width = Math.Max(headers.Count, await WidthAsync(rows, cancel));
        var sheets = await rows.AnyAsync(row => row.Sheet != "", cancel);
        List<ExportColumn> columns = [new(ImportTexts.Get("RowNumber"), ExportType.Integer)];
        if (sheets)
            columns.Add(new(ImportTexts.Get("SheetLabel")));
        columns.Add(new(ImportTexts.Get("Reason"), Width: 40));
        columns.AddRange(Enumerable.Range(0, width).Select(column => new ExportColumn(column < headers.Count ? headers[column] : "")));

        return new(
            $"{Path.GetFileNameWithoutExtension(batch.FileName)}-{ImportTexts.Get("Rejected")}",
            columns,
            CellsAsync(batch.Id, sheets, columns.Count, cancel)
        );
    }

    // A context of its own: the rows are read when the answer is written.
    private async IAsyncEnumerable<ExportCell[]> CellsAsync(
        long batch,
        bool sheets,
        int width,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        await using var db = factory.CreateForSystem();
        var rows = db.RejectedRows.AsNoTracking().Where(row => row.BatchId == batch);
        await foreach (var row in rows.OrderBy(row => row.Position).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var cells = new ExportCell[width];
            var at = 0;
            cells[at++] = row.Row;
            if (sheets)
                cells[at++] = row.Sheet;
            cells[at++] = FaultWords.Say(row.Code, row.Args);
            foreach (var text in JsonSerializer.Deserialize<string[]>(row.Cells) ?? [])
                if (at < width)
                    cells[at++] = text;
            yield return cells;
        }
    }

    // The file may be removed by now; then the columns have no names.
    private List<string> HeadersOf(ImportBatch batch)
    {
        try
        {
            var layout = Recognition.Run(files.Open(batch), RecogniseFile.ReadAs(batch.Kind), Tabular.Columns.Mapping.Parse(batch.Mapping));
            return [.. layout.Headers.Select(header => header.Text)];
        }
        catch (Domain.RuleException)
        {
            return [];
        }
    }

    private static async Task<int> WidthAsync(IQueryable<RejectedRow> rows, CancellationToken cancel)
    {
        var width = 0;
        await foreach (var cells in rows.Select(row => row.Cells).AsAsyncEnumerable().WithCancellation(cancel))
            width = Math.Max(width, JsonSerializer.Deserialize<string[]>(cells)?.Length ?? 0);
        return width;
    }
}

using Jingke.Domain;
using Jingke.Web.Tabular;
using Jingke.Web.Tabular.Columns;
using Jingke.Web.Tabular.Sales;
using Jingke.Web.Tabular.Writing;

namespace Jingke.Web.Features.Analyze;

/// <summary>The rejected rows as a csv: where, why, and the row as it was, so that it can be corrected and read again.</summary>
internal sealed class RejectsFile : IDisposable
{
    private readonly FileStream stream;
    private readonly IRowWriter writer;
    private readonly ExportCell[] cells;

    /// <summary>Begins the file; an existing one is replaced.</summary>
    /// <exception cref="RuleException">rejects.unwritable</exception>
    public RejectsFile(string path, Layout layout)
    {
        try
        {
            stream = new FileStream(path, FileMode.Create, FileAccess.Write);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RuleException("rejects.unwritable", path, failure.Message);
        }
        List<ExportColumn> columns =
        [
            new(AnalyzeTexts.Say("rejects.row"), ExportType.Integer),
            new(AnalyzeTexts.Say("rejects.sheet")),
            new(AnalyzeTexts.Say("rejects.reason")),
        ];
        columns.AddRange(layout.Headers.Select(header => new ExportColumn(header.Text)));
        cells = new ExportCell[columns.Count];
        writer = TableExport.Begin(ExportFormat.Csv, stream, columns, "");
    }

    /// <summary>Adds the present row of a reader.</summary>
    public void Add(SalesReader reader, RowProblem problem)
    {
        Array.Clear(cells);
        (cells[0], cells[1], cells[2]) = (reader.RowNumber, reader.Sheet, TabularTexts.Say(problem));
        var given = reader.Cells();
        for (var i = 0; i < Math.Min(given.Length, cells.Length - 3); i++)
            cells[i + 3] = given[i];
        writer.Write(cells);
    }

    public void Dispose()
    {
        writer.Dispose();
        stream.Dispose();
    }
}

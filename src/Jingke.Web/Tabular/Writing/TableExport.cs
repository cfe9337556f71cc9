namespace Jingke.Web.Tabular.Writing;

/// <summary>The form of an exported file.</summary>
internal enum ExportFormat
{
    Csv,
    Xlsx,
}

/// <summary>Writes one row after another; nothing is kept in memory. Dispose it to complete the file.</summary>
internal interface IRowWriter : IDisposable
{
    /// <summary>Writes a row, one cell for each column.</summary>
    void Write(ReadOnlySpan<ExportCell> cells);

    /// <summary>Writes a row that has text in its first cell, whatever the column holds, and nothing in the others.</summary>
    void WriteText(string text);
}

/// <summary>Writes tables as csv or xlsx. Text that a spreadsheet would run as a formula is made plain text.</summary>
internal static class TableExport
{
    /// <summary>Begins a file; its headers are written at once.</summary>
    /// <param name="format">csv or xlsx.</param>
    /// <param name="stream">
    /// Where to; is left open. Writing is synchronous: for a web response write to a temporary file first, which also keeps an error
    /// half-way from becoming half a download.
    /// </param>
    /// <param name="columns">The columns.</param>
    /// <param name="title">Name of the sheet.</param>
    public static IRowWriter Begin(ExportFormat format, Stream stream, IReadOnlyList<ExportColumn> columns, string title) =>
        format == ExportFormat.Csv ? new CsvRowWriter(stream, columns) : new XlsxRowWriter(stream, columns, title);

    /// <summary>Writes a whole table; <paramref name="lastRow"/> makes the text of a last row of the number of rows before it.</summary>
    /// <returns>Number of rows, the last one with the text not among them.</returns>
    public static async Task<long> WriteAsync(
        ExportFormat format,
        Stream stream,
        IReadOnlyList<ExportColumn> columns,
        string title,
        IAsyncEnumerable<ExportCell[]> rows,
        CancellationToken cancel,
        Func<long, string>? lastRow = null
    )
    {
        using var writer = Begin(format, stream, columns, title);
        var count = 0L;
        await foreach (var row in rows.WithCancellation(cancel))
        {
            writer.Write(row);
            count++;
        }
        if (lastRow is not null)
            writer.WriteText(lastRow(count));
        return count;
    }

    /// <summary>The media type of a format, for a web response.</summary>
    public static string MediaType(ExportFormat format) =>
        format == ExportFormat.Csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}

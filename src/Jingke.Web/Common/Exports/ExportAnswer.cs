using Jingke.Domain;
using Jingke.Web.Data;
using Jingke.Web.Tabular.Writing;

namespace Jingke.Web.Common.Exports;

/// <summary>
/// The answer to a request for a table as a file: written to a temporary file first, so that an error half-way is an error and no half
/// download; noted in the audit log, so that one can find out who took what out.
/// </summary>
/// <param name="title">What the table is, in the reader's language; also the name of the file and of the sheet.</param>
/// <param name="columns">The columns.</param>
/// <param name="rows">All rows, one cell for each column.</param>
internal sealed class ExportAnswer(string title, IReadOnlyList<ExportColumn> columns, IEnumerable<ExportCell[]> rows) : IResult
{
    /// <summary>A sheet holds no more rows.</summary>
    public const int MostRows = 1_000_000;

    /// <summary>Refuses a table that does not fit into a sheet.</summary>
    /// <exception cref="RuleException"><c>export.too-many-rows</c></exception>
    public static void CheckRows(long count)
    {
        if (count > MostRows)
            throw new RuleException("export.too-many-rows", count, (long)MostRows);
    }

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var format = httpContext.Request.Query["format"] == "csv" ? ExportFormat.Csv : ExportFormat.Xlsx;
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var file = new FileStream(
            path,
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
            }
        );
        await using (file)
        {
            using (var writer = TableExport.Begin(format, file, columns, title))
                foreach (var row in rows)
                {
                    httpContext.RequestAborted.ThrowIfCancellationRequested();
                    writer.Write(row);
                }

            var db = httpContext.RequestServices.GetRequiredService<JingkeDbContext>();
            db.Note("exported", "Table", subjectName: title);
            await db.SaveChangesAsync(httpContext.RequestAborted);
            file.Position = 0;
            var today = Format.Date(httpContext.RequestServices.GetRequiredService<Clock>().Today);
            var name = $"{FileName(title)} {today}.{(format == ExportFormat.Csv ? "csv" : "xlsx")}";
            await TypedResults.Stream(file, TableExport.MediaType(format), name).ExecuteAsync(httpContext);
        }
    }

    private static string FileName(string title) =>
        string.Concat(title.Split([.. Path.GetInvalidFileNameChars(), .. "\\/:*?\"<>|"])).Trim() is { Length: > 0 } name ? name : "export";
}

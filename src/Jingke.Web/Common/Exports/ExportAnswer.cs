using Jingke.Domain;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Tabular.Writing;

namespace Jingke.Web.Common.Exports;

/// <summary>
/// The answer to a request for a table as a file: written to a temporary file first, so that an error half-way is an error and no half
/// download; noted in the audit log, so that one can find out who took what out; its last row says the same.
/// </summary>
/// <param name="title">What the table is, in the reader's language; also the name of the file and of the sheet.</param>
/// <param name="columns">The columns.</param>
/// <param name="rows">All rows, one cell for each column.</param>
internal sealed class ExportAnswer(string title, IReadOnlyList<ExportColumn> columns, IAsyncEnumerable<ExportCell[]> rows) : IResult
{
    /// <summary>A table whose rows are in memory.</summary>
    public ExportAnswer(string title, IReadOnlyList<ExportColumn> columns, IEnumerable<ExportCell[]> rows)
        : this(title, columns, rows.ToAsyncEnumerable()) { }

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
            var cancel = httpContext.RequestAborted;
            var services = httpContext.RequestServices;
            var written = await TableExport.WriteAsync(format, file, columns, title, Checked(), cancel, rows => LastRow(rows, services));
            var db = services.GetRequiredService<JingkeDbContext>();
            var details = new Dictionary<string, object?>
            {
                ["Rows"] = written,
                ["Filter"] = Filter(httpContext.Request),
                ["Format"] = $"{format}",
            };
            db.Note("exported", "Table", subjectName: title, details: details);
            await db.SaveChangesAsync(cancel);
            file.Position = 0;
            var today = Format.Date(services.GetRequiredService<Clock>().Today);
            var name = $"{FileName(title)} {today}.{(format == ExportFormat.Csv ? "csv" : "xlsx")}";
            await TypedResults.Stream(file, TableExport.MediaType(format), name).ExecuteAsync(httpContext);
        }
    }

    // Whoever finds the file knows whose it is.
    private static string LastRow(long rows, IServiceProvider services)
    {
        var now = Format.Time(services.GetRequiredService<Clock>().Now);
        var who = services.GetRequiredService<CurrentUser>().Person?.Name ?? Format.None;
        return Watermark.Of(CommonTexts.Get("ExportedBy", who, now, Format.Count(rows)));
    }

    private async IAsyncEnumerable<ExportCell[]> Checked()
    {
        var count = 0L;
        await foreach (var row in rows)
        {
            CheckRows(++count);
            yield return row;
        }
    }

    private static string Filter(HttpRequest request) => PageAddress.Of(request).With("format", null).ToString();

    private static string FileName(string title) =>
        string.Concat(title.Split([.. Path.GetInvalidFileNameChars(), .. "\\/:*?\"<>|"])).Trim() is { Length: > 0 } name ? name : "export";
}

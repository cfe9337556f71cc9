using System.Globalization;
using Jingke.Benchmarks.Company;
using Jingke.Benchmarks.Measuring;
using Jingke.Benchmarks.Reporting;
using Microsoft.Data.Sqlite;

namespace Jingke.Benchmarks.Import;

/// <summary>
/// <c>jingke import</c> into an empty SQLite database, as a whole process: csv and xlsx, and csv at two sizes to see whether memory
/// grows with the file.
/// </summary>
internal static class ImportBenchmark
{
    private const string Name = "import";
    private const int CsvLines = 1_000_000;
    private const int XlsxLines = 200_000;

    public static async Task RunAsync(RunOptions options, Workspace workspace, Report report)
    {
        report.Begin(Name);
        var (csvLines, xlsxLines) = (Math.Min(options.Lines, CsvLines), Math.Min(options.Lines, XlsxLines));
        var (csv, xlsx, half) = (Company(csvLines), Company(xlsxLines), Company(csvLines / 2));
        var csvFile = await workspace.KeptAsync($"{csvLines}.csv", part => CompanyFiles.WriteCsvAsync(csv, part));
        var halfFile = await workspace.KeptAsync($"{csvLines / 2}.csv", part => CompanyFiles.WriteCsvAsync(half, part));
        var xlsxFile = await workspace.KeptAsync($"{xlsxLines}.xlsx", part => CompanyFiles.WriteXlsxAsync(xlsx, part));

        await OnceAsync(workspace, halfFile, half);
        var small = await OnceAsync(workspace, halfFile, half);
        var large = await OnceAsync(workspace, csvFile, csv);
        var book = await OnceAsync(workspace, xlsxFile, xlsx);
        Tell(report, "csv", csvLines, large, 60_000);
        Tell(report, "xlsx", xlsxLines, book, 25_000);
        report.AtMost(Name, "csv, peak memory", large.Ended.PeakMegabytes, "MB", 600);
        report.Note(Name, "csv of half the lines, peak memory", small.Ended.PeakMegabytes, "MB");
        report.AtMost(Name, "xlsx, peak memory", book.Ended.PeakMegabytes, "MB", 600);
    }

    private sealed record Run(double LoadMs, ChildProcess.Ended Ended);

    private static GeneratedCompany Company(int lines) => new(lines, Math.Max(lines / 50, 1));

    private static void Tell(Report report, string kind, int lines, Run run, double wanted)
    {
        report.Note(Name, $"{kind}, lines", lines, "");
        report.Note(Name, $"{kind}, whole process, wall", run.Ended.WallMs, "ms");
        report.Note(Name, $"{kind}, whole process, processor", run.Ended.CpuMs, "ms");
        report.AtLeast(Name, $"{kind}, lines imported a second", lines / run.LoadMs * 1000, "", wanted);
        report.Note(Name, $"{kind}, lines a second of the whole process", lines / run.Ended.WallMs * 1000, "");
    }

    private static async Task<Run> OnceAsync(Workspace workspace, string file, GeneratedCompany company)
    {
        var data = workspace.PathOf("import");
        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);
        Directory.CreateDirectory(data);

        var ended = await ChildProcess.RunAsync(workspace.Jingke, data, "import", file, "--data", data);
        if (ended.ExitCode != 0)
            throw new InvalidOperationException($"import ended with {ended.ExitCode}: {ended.Error}{ended.Output}");

        var run = new Run(Check(Path.Combine(data, "jingke.db"), company), ended);
        Directory.Delete(data, recursive: true);
        return run;
    }

    /// <summary>Speed counts only when everything has arrived.</summary>
    /// <returns>How long the batch itself took, from start to end as the product notes it, in milliseconds.</returns>
    private static double Check(string database, GeneratedCompany company)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=false");
        connection.Open();
        var (lines, amount) = (Scalar("SELECT COUNT(*) FROM sales_line"), Scalar("SELECT SUM(amount) FROM sales_line"));
        if (lines != company.Lines || amount != company.AllLines().Sum(line => line.Amount))
            throw new InvalidOperationException($"The import brought {lines} of {company.Lines} lines, {amount} in all.");

        return Scalar("SELECT CAST(ROUND((julianday(finished_at) - julianday(started_at)) * 86400000) AS INTEGER) FROM import_batch");

        long Scalar(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        }
    }
}

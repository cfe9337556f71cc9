using Jingke.Analytics.Ledger;
using Jingke.Benchmarks.Company;
using Jingke.Benchmarks.Measuring;
using Jingke.Benchmarks.Reporting;

namespace Jingke.Benchmarks.Analysis;

/// <summary>The full analysis in the ledger against the same work in SQL on DuckDB and SQLite, and against a plain sum.</summary>
internal static class AnalysisBenchmark
{
    private const string Name = "analysis";
    private const int LinesPerAccount = 50;
    private const int Warmups = 5;

    public static async Task RunAsync(RunOptions options, Workspace workspace, Report report)
    {
        report.Begin(Name);
        var company = new GeneratedCompany(options.Lines, options.Lines / LinesPerAccount);
        await using var duck = await DuckContender.OpenAsync(workspace, company);
        using var sqlite = await SqliteContender.OpenAsync(workspace, company);
        var ledger = CompanyLedger.Build(company);
        var view = LedgerView.Of(ledger);
        report.Note(Name, "lines", ledger.LineCount, "");
        report.Note(Name, "accounts", ledger.AccountCount, "");
        report.AtMost(Name, "ledger memory", (double)ledger.Bytes / ledger.LineCount, "bytes a line", 40);

        var (duckSql, sqliteSql) = (SqlText.Statements("duckdb", view), SqlText.Statements("sqlite", view));
        await CompareAsync(view, duck, duckSql, sqlite, sqliteSql);
        if (options.Each)
        {
            AnalysisParts.Show(view);
            await ShowEachAsync(duck, duckSql);
        }

        FullAnalysis? kept = null;
        var sum = 0L;
        var timings = await Turns.RunAsync(
            new("ledger", options.Turns, () => Task.FromResult(Turns.Time(() => kept = FullAnalysis.Of(view))), Warmups),
            new("plain sum", options.Turns, () => Task.FromResult(Turns.Time(() => sum = Sum(ledger.Amounts))), Warmups),
            new("DuckDB", options.Turns, () => duck.RunAsync(duckSql)),
            new("SQLite", 1, () => Task.FromResult(sqlite.Run(sqliteSql)), Warmups: 0)
        );
        GC.KeepAlive(kept);
        GC.KeepAlive(sum);
        Tell(report, timings);
    }

    /// <summary>All contenders answer first; they are timed only when they found the same.</summary>
    private static async Task CompareAsync(
        LedgerView view,
        DuckContender duck,
        string[] duckSql,
        SqliteContender sqlite,
        string[] sqliteSql
    )
    {
        var wanted = LedgerAnswers.Of(FullAnalysis.Of(view));
        await duck.RunAsync(duckSql);
        SameAnswers.Check("DuckDB", wanted, await duck.AnswersAsync());
        sqlite.Run(sqliteSql);
        SameAnswers.Check("SQLite", wanted, sqlite.Answers());
        Console.WriteLine($"  same answers from all three: {wanted["standing"].Length} accounts, {wanted["breakdown"].Length} groups");
    }

    private static void Tell(Report report, Timing[] timings)
    {
        foreach (var timing in timings)
        {
            report.Note(Name, $"{timing.Name}, wall (median of {timing.Repetitions})", timing.WallMs, "ms");
            report.Note(Name, $"{timing.Name}, processor", timing.CpuMs, "ms");
        }

        var (ledger, sum, duck, sqlite) = (timings[0], timings[1], timings[2], timings[3]);
        report.AtLeast(Name, "DuckDB / ledger, wall", duck.WallMs / ledger.WallMs, "x", 15);
        report.AtLeast(Name, "DuckDB / ledger, processor", duck.CpuMs / ledger.CpuMs, "x", 15);
        report.AtLeast(Name, "SQLite / ledger, wall", sqlite.WallMs / ledger.WallMs, "x", 100);
        report.Note(Name, "SQLite / ledger, processor", sqlite.CpuMs / ledger.CpuMs, "x");
        report.Note(Name, "ledger / plain sum, wall", ledger.WallMs / sum.WallMs, "x");
    }

    private static async Task ShowEachAsync(DuckContender duck, string[] statements)
    {
        var times = await duck.TimesAsync(statements);
        for (var at = 0; at < times.Length; at++)
            Console.WriteLine($"  DuckDB {times[at], 9:0} ms  {statements[at].Split('\n')[0]}");
    }

    private static long Sum(ReadOnlySpan<long> amounts)
    {
        var sum = 0L;
        foreach (var amount in amounts)
            sum += amount;

        return sum;
    }
}

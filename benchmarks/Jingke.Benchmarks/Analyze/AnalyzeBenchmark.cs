using System.Text.Json;
using Jingke.Benchmarks.Company;
using Jingke.Benchmarks.Measuring;
using Jingke.Benchmarks.Reporting;

namespace Jingke.Benchmarks.Analyze;

/// <summary><c>jingke analyze</c> on a csv file of a million lines, as a whole process.</summary>
internal static class AnalyzeBenchmark
{
    private const string Name = "analyze";
    private const int Lines = 1_000_000;
    private const int Accounts = 20_000;
    private const int Runs = 3;

    public static async Task RunAsync(RunOptions options, Workspace workspace, Report report)
    {
        report.Begin(Name);
        var lines = Math.Min(options.Lines, Lines);
        var company = new GeneratedCompany(lines, Math.Min(Accounts, Math.Max(lines / 50, 1)));
        var csv = await workspace.KeptAsync($"{lines}.csv", part => CompanyFiles.WriteCsvAsync(company, part));
        var runs = new List<Run>();
        for (var turn = 0; turn <= Runs; turn++)
        {
            var run = await OnceAsync(workspace, csv, company);
            // The first run brings file and program into memory.
            if (turn > 0)
                runs.Add(run);
        }

        report.Note(Name, "lines", lines, "");
        report.Note(Name, "file", new FileInfo(csv).Length / 1e6, "MB");
        report.Note(Name, $"whole process, wall (median of {Runs})", Timing.Median(runs.Select(run => run.Ended.WallMs)), "ms");
        report.Note(Name, "whole process, processor", Timing.Median(runs.Select(run => run.Ended.CpuMs)), "ms");
        report.AtLeast(Name, "lines read a second", lines / Timing.Median(runs.Select(run => run.ReadMs)) * 1000, "", 300_000);
        report.AtMost(Name, "analysis", Timing.Median(runs.Select(run => run.AnalyseMs)), "ms", 500);
        report.AtMost(Name, "peak memory", runs.Max(run => run.Ended.PeakMegabytes), "MB", 600);
    }

    private sealed record Run(double ReadMs, double AnalyseMs, ChildProcess.Ended Ended);

    private static async Task<Run> OnceAsync(Workspace workspace, string csv, GeneratedCompany company)
    {
        var ended = await ChildProcess.RunAsync(
            workspace.Jingke,
            Path.GetDirectoryName(csv)!,
            "analyze",
            "--sales",
            csv,
            "--format",
            "json"
        );
        if (ended.ExitCode != 0)
            throw new InvalidOperationException($"analyze ended with {ended.ExitCode}: {ended.Error}");

        using var answer = JsonDocument.Parse(ended.Output);
        Check(answer.RootElement, company);
        var elapsed = answer.RootElement.GetProperty("elapsedMs");
        return new(elapsed.GetProperty("read").GetDouble(), elapsed.GetProperty("analyse").GetDouble(), ended);
    }

    /// <summary>Speed counts only for the right answer.</summary>
    private static void Check(JsonElement answer, GeneratedCompany company)
    {
        var accepted = answer.GetProperty("lines").GetProperty("accepted").GetInt64();
        var sales = answer.GetProperty("allTime").GetProperty("netSales").GetDecimal();
        var wanted = company.AllLines().Sum(line => line.Amount) / 10_000m;
        if (accepted != company.Lines || sales != wanted)
            throw new InvalidOperationException($"analyze found {accepted} lines and {sales}, the file has {company.Lines} and {wanted}.");
    }
}

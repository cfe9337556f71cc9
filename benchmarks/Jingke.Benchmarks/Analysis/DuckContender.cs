using System.Diagnostics;
using System.Text.Json;
using Jingke.Benchmarks.Company;
using Jingke.Benchmarks.Measuring;

namespace Jingke.Benchmarks.Analysis;

/// <summary>DuckDB in a process of its own (Node, package @duckdb/node-api), on a database file, with two threads and 4 GB.</summary>
internal sealed class DuckContender : IAsyncDisposable
{
    private const string Memory = "4GB";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Process process;

    private DuckContender(Process process) => this.process = process;

    /// <summary>What the process answers to a request.</summary>
    private sealed record Answer(double WallMs, double CpuMs, JsonElement[][] Rows, double[] Times, string? Failure);

    /// <summary>Opens the database of a company; loads it at the first time.</summary>
    public static async Task<DuckContender> OpenAsync(Workspace workspace, GeneratedCompany company)
    {
        var file = await workspace.KeptAsync(
            $"{company.Lines}x{company.Accounts.Length}.duckdb",
            async part =>
            {
                await using var fresh = Start(workspace, part);
                foreach (var (table, columns) in CompanyTables.Tables)
                    await fresh.LoadAsync(company, table, columns, part + ".csv");
                await fresh.AskAsync(["CHECKPOINT"]);
            }
        );
        return Start(workspace, file);
    }

    /// <summary>One analysis; the process measures itself.</summary>
    public async Task<Sample> RunAsync(string[] statements)
    {
        var answer = await AskAsync(statements);
        return new(answer.WallMs, answer.CpuMs);
    }

    /// <summary>Wall time of each statement, milliseconds.</summary>
    public async Task<double[]> TimesAsync(string[] statements) => (await AskAsync(statements, each: true)).Times;

    /// <summary>The answers that the analysis left behind.</summary>
    public async Task<Dictionary<string, string[]>> AnswersAsync()
    {
        var answers = new Dictionary<string, string[]>();
        foreach (var (name, sql) in SqlText.Answers)
            answers[name] = [.. (await AskAsync([sql])).Rows.Select(row => string.Join(',', row.Select(Text)))];

        return answers;
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static DuckContender Start(Workspace workspace, string file)
    {
        var folder = Path.Combine(workspace.Repository, "benchmarks", "duckdb");
        var start = new ProcessStartInfo("node", ["contender.mjs", file, Memory])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        return new(Process.Start(start) ?? throw new InvalidOperationException("node did not start."));
    }

    private async Task LoadAsync(GeneratedCompany company, string table, string[] columns, string csv)
    {
        await CompanyTables.WriteCsvAsync(company, table, csv);
        var types = string.Join(", ", columns.Select(column => $"'{column}': '{TypeOf(column)}'"));
        await AskAsync([$"CREATE TABLE {table} AS SELECT * FROM read_csv('{csv}', header = false, columns = {{{types}}})"]);
        File.Delete(csv);
    }

    private static string TypeOf(string column) => column is "quantity" or "amount" or "cost" or "discount" ? "BIGINT" : "INTEGER";

    private async Task<Answer> AskAsync(string[] statements, bool each = false)
    {
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { statements, each }));
        await process.StandardInput.FlushAsync();
        var line =
            await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("DuckDB's process ended; run `npm ci` in benchmarks/duckdb (run.sh does).");
        var answer = JsonSerializer.Deserialize<Answer>(line, Json)!;
        return answer.Failure is null ? answer : throw new InvalidOperationException($"DuckDB: {answer.Failure}");
    }

    private static string Text(JsonElement cell) => cell.ValueKind == JsonValueKind.Null ? "" : cell.ToString();
}

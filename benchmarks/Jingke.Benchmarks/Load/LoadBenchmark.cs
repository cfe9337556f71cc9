using Jingke.Benchmarks.Company;
using Jingke.Benchmarks.Measuring;
using Jingke.Benchmarks.Product;
using Jingke.Benchmarks.Reporting;
using Jingke.Domain.Sales;
using Jingke.Web.Data;
using Jingke.Web.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Benchmarks.Load;

/// <summary>Loading the ledger from SQLite, and refreshing it after a small import.</summary>
internal static class LoadBenchmark
{
    private const string Name = "load";
    private const int Loads = 3;
    private const int Refreshes = 5;
    private const int NewLines = 5_000;
    private const int NewAccounts = 50;

    public static async Task RunAsync(RunOptions options, Workspace workspace, Report report)
    {
        report.Begin(Name);
        var company = new GeneratedCompany(options.Lines, options.Lines / 50);
        var file = await CompanyDatabase.OpenAsync(workspace, company);
        await using (var host = await Host.OpenAsync(file))
        {
            var load = host.Get<LoadLedger>();
            LedgerState? state = null;
            var loads = new List<Sample>();
            for (var turn = 0; turn <= Loads; turn++)
            {
                state = null;
                var sample = await Turns.TimeAsync(async () => state = await load.RunAsync(null, _ => { }, CancellationToken.None));
                if (turn > 0)
                    loads.Add(sample);
            }

            if (state!.Ledger.LineCount != company.Lines)
                throw new InvalidOperationException($"The ledger has {state.Ledger.LineCount} of {company.Lines} lines.");

            var loaded = Timing.Of("load", loads);
            report.Note(Name, "lines", company.Lines, "");
            report.Note(Name, $"load, wall (median of {Loads})", loaded.WallMs, "ms");
            report.Note(Name, "load, processor", loaded.CpuMs, "ms");
            report.AtLeast(Name, "lines loaded a second", company.Lines / loaded.WallMs * 1000, "", 1_000_000);
            await RefreshAsync(host, load, state, company, report);
        }

        await CompanyDatabase.CloseLogAsync(file);
    }

    private static async Task RefreshAsync(Host host, LoadLedger load, LedgerState state, GeneratedCompany company, Report report)
    {
        var samples = new List<Sample>();
        for (var turn = 0; turn <= Refreshes; turn++)
        {
            await ImportAsync(host, company, batch: turn + 2);
            var next = state;
            var sample = await Turns.TimeAsync(async () => next = await load.RunAsync(state, _ => { }, CancellationToken.None));
            if (next.Ledger.LineCount != state.Ledger.LineCount + NewLines)
                throw new InvalidOperationException($"The refreshed ledger has {next.Ledger.LineCount} lines.");

            state = next;
            if (turn > 0)
                samples.Add(sample);
        }

        await TakeBackAsync(host);
        var refreshed = Timing.Of("refresh", samples);
        report.AtMost(Name, $"refresh after {NewLines} lines in {NewAccounts} accounts, wall", refreshed.WallMs, "ms", 2_000);
        report.Note(Name, "refresh, processor", refreshed.CpuMs, "ms");
    }

    private static async Task ImportAsync(Host host, GeneratedCompany company, int batch)
    {
        await using var db = host.Db();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var step = company.Accounts.Length / NewAccounts;
        CompanyRows.WriteLines(
            db,
            company.AllLines().Take(NewLines).Select((line, at) => line with { Account = 1 + (at % NewAccounts * step) }),
            batch
        );
        db.AddRange(Enumerable.Range(0, NewAccounts).Select(at => new ChangedAccount { AccountId = 1 + (at * step) }));
        await db.SaveChangesAsync();
        await db.RaiseStampAsync(ChangeStamp.Sales, CancellationToken.None);
        await transaction.CommitAsync();
    }

    /// <summary>Leaves the database as it was, for the next run.</summary>
    private static async Task TakeBackAsync(Host host)
    {
        await using var db = host.Db();
        await db.Database.ExecuteSqlRawAsync(
            $"DELETE FROM sales_line WHERE batch_id > 1 AND account_id IN (SELECT account_id FROM changed_account WHERE account_id > {ChangedAccount.Everyone})"
        );
        await db.Database.ExecuteSqlRawAsync($"DELETE FROM changed_account WHERE account_id > {ChangedAccount.Everyone}");
    }
}

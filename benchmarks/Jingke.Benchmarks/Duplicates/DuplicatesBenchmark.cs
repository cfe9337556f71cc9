using System.Diagnostics;
using Jingke.Benchmarks.Product;
using Jingke.Benchmarks.Reporting;
using Jingke.Web.Data.Duplicates;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Benchmarks.Duplicates;

/// <summary>The duplicate check while typing and the scan over all, at a million accounts with a contact each, on SQLite.</summary>
internal static class DuplicatesBenchmark
{
    private const string Name = "duplicates";
    private const int Checks = 300;

    public static async Task RunAsync(RunOptions options, Workspace workspace, Report report)
    {
        report.Begin(Name);
        var accounts = Math.Min(options.Lines, 1_000_000);
        var companies = new NamedCompanies(accounts);
        var file = await workspace.KeptAsync($"duplicates-{accounts}.db", part => MakeAsync(part, companies, accounts, report));
        await using var host = await Host.OpenAsync(file);
        await CheckAsync(host, companies, accounts, report);

        var before = GC.GetTotalMemory(forceFullCollection: true) >> 20;
        var watch = Stopwatch.StartNew();
        var scan = await host.Get<ScanDuplicates>().RunAsync(null, CancellationToken.None);
        report.AtMost(Name, $"scan of {scan.Accounts} accounts", watch.Elapsed.TotalSeconds, "s", 180);
        report.Note(Name, "pairs found", scan.Found, "");
        report.Note(Name, "in memory before", before, "MB");
        report.Note(Name, "peak resident set", Process.GetCurrentProcess().PeakWorkingSet64 >> 20, "MB");
    }

    private static async Task MakeAsync(string part, NamedCompanies companies, int accounts, Report report)
    {
        await using (var host = await Host.OpenAsync(part))
        {
            await using var db = host.Db();
            await using (var transaction = await db.Database.BeginTransactionAsync())
            {
                companies.Write(db);
                await transaction.CommitAsync();
            }
            var watch = Stopwatch.StartNew();
            await MatchKeyIndex.FillAsync(db, CancellationToken.None);
            report.Note(Name, "match keys written", await db.MatchKeys.LongCountAsync(), "");
            report.Note(Name, "accounts a second while filling them in", accounts / watch.Elapsed.TotalSeconds, "");
            await db.Database.ExecuteSqlRawAsync("ANALYZE");
        }
        await CompanyDatabase.CloseLogAsync(part);
    }

    // Half of the names are there, half are new; all in a context of their own, as requests are.
    private static async Task CheckAsync(Host host, NamedCompanies companies, int accounts, Report report)
    {
        var times = new List<double>();
        var hits = 0;
        for (var check = 0; check < Checks + 20; check++)
        {
            var at = (int)((long)check * 7919 % accounts);
            var name =
                check % 2 == 0 ? companies.NameOf(at) : companies.NameOf(at).Replace("有限公司", "集团", StringComparison.Ordinal)[1..];
            await using var db = host.Db();
            var found = new DuplicateCheck(db, new DuplicateRules(db), host.Get<PeopleDirectory>());
            var watch = Stopwatch.StartNew();
            var subject = DuplicateCheck.SubjectOf(name, null, "13912345678", null, null, null);
            hits += (await found.RunAsync(subject, 0, CancellationToken.None)).Count > 0 ? 1 : 0;
            if (check >= 20)
                times.Add(watch.Elapsed.TotalMilliseconds);
        }
        times.Sort();
        report.AtMost(Name, $"check while typing, median of {Checks}", times[times.Count / 2], "ms", 50);
        report.Note(Name, "check while typing, 99 %", times[(int)(times.Count * 0.99)], "ms");
        report.Note(Name, "checks with hits", hits, "");
    }
}

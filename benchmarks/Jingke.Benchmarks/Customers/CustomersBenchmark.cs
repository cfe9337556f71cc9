using System.Diagnostics;
using Jingke.Benchmarks.Company;
using Jingke.Benchmarks.Duplicates;
using Jingke.Benchmarks.Measuring;
using Jingke.Benchmarks.Pages;
using Jingke.Benchmarks.Product;
using Jingke.Benchmarks.Reporting;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;
using Jingke.Web.Data.Duplicates;
using Jingke.Web.Data.Facts;
using Jingke.Web.Data.Search;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Benchmarks.Customers;

/// <summary>
/// The customer file at a million accounts, three million contacts and ten million facts: the nightly vetting of everything; the card,
/// lists filtered by fields of the catalogue, and search. On SQLite, or on the PostgreSQL that <c>--postgres</c> names.
/// </summary>
internal static class CustomersBenchmark
{
    private const string Name = "customers";
    private const string Vetting = "vetting";
    private const int Requests = 200;
    private const int Contacts = 3;

    private static readonly TimeSpan Warmup = TimeSpan.FromSeconds(8);

    /// <summary>The pages, as the published product serves them.</summary>
    public static async Task RunAsync(RunOptions options, Workspace workspace, Report report)
    {
        report.Begin(Name);
        var (companies, accounts, folder) = Of(options, workspace);
        var database = await DatabaseAsync(options, workspace, companies, accounts, folder);
        string cookie;
        await using (var host = await Host.OpenAsync(database, folder))
            cookie = await SignedIn.CookieAsync(host, CompanyStaff.Manager);

        await using var served = Server.Start(workspace, database, folder);
        using var client = Loop.NewClient(served.Address, cookie);
        await served.UntilAsync(client, "/accounts/1?tab=card", "/accounts/1/card/");
        foreach (var (what, address, wanted) in Pages(companies, accounts))
        {
            await Loop.WarmAsync(client, at => address(at + 100_000), Warmup, 2);
            var times = await Loop.RunAsync(client, address, Requests, 1);
            report.AtMost(Name, $"{what}, median", Timing.Median(times), "ms", wanted);
            report.Note(Name, $"{what}, 99 %", Timing.Quantile(times, 0.99), "ms");
        }
        report.Note(Name, "server, peak memory", served.PeakMegabytes, "MB");
    }

    /// <summary>The night's vetting of every fact, in this process.</summary>
    public static async Task VetAsync(RunOptions options, Workspace workspace, Report report)
    {
        report.Begin(Vetting);
        var (companies, accounts, folder) = Of(options, workspace);
        var database = await DatabaseAsync(options, workspace, companies, accounts, folder);
        await using var host = await Host.OpenAsync(database, folder);
        // The first night settles what generated facts say of themselves; the second is a night as any other.
        var watch = Stopwatch.StartNew();
        var first = await host.Get<VetAllFacts>().RunAsync(CancellationToken.None);
        report.Note(Vetting, $"vetting {first.Facts} facts, {first.Changed} changed", watch.Elapsed.TotalSeconds, "s");
        watch.Restart();
        var done = await host.Get<VetAllFacts>().RunAsync(CancellationToken.None);
        report.AtMost(Vetting, $"nightly vetting of {done.Facts} facts, {done.Changed} changed", watch.Elapsed.TotalSeconds, "s", 300);
        report.AtMost(Vetting, "nightly vetting, peak resident set", Process.GetCurrentProcess().PeakWorkingSet64 >> 20, "MB", 1024);
    }

    private static (NamedCompanies Companies, int Accounts, string Folder) Of(RunOptions options, Workspace workspace)
    {
        var accounts = Math.Min(options.Lines, 1_000_000);
        return (new(accounts), accounts, Directory.CreateDirectory(workspace.PathOf("data")).FullName);
    }

    private static Task<string> DatabaseAsync(
        RunOptions options,
        Workspace workspace,
        NamedCompanies companies,
        int accounts,
        string folder
    ) =>
        options.Postgres is { } server
            ? OnServerAsync(server, companies, accounts, folder)
            : workspace.KeptAsync($"customers-{accounts}.db", part => MakeAsync(part, companies, accounts));

    private static (string What, Func<int, string> Address, double Wanted)[] Pages(NamedCompanies companies, int accounts)
    {
        return
        [
            ("card of an account", at => $"/accounts/{1 + Of(at)}?tab=card", 40),
            (
                "list, three fields of the catalogue",
                at =>
                    $"/accounts?where=field.branches.min.{50 + (at % 50)}&where=field.sales-ability.in.strong&where=field.total-assets.max.{9000 + at}",
                150
            ),
            ("search, two characters", at => $"/search/found?q={Uri.EscapeDataString(companies.NameOf(Of(at)).AsSpan(3, 2))}", 30),
            ("search, four characters", at => $"/search/found?q={Uri.EscapeDataString(companies.NameOf(Of(at)).AsSpan(2, 4))}", 30),
        ];

        int Of(int at) => (int)((long)at * 7919 % accounts);
    }

    private static async Task MakeAsync(string part, NamedCompanies companies, int accounts)
    {
        await using (var host = await Host.OpenAsync(part))
        {
            await using var db = host.Db();
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlRawAsync(
                "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -2097152;"
            );
            await FillAsync(host, db, companies, accounts);
            await db.Database.ExecuteSqlRawAsync("ANALYZE; PRAGMA cache_size = -65536; PRAGMA journal_mode = WAL;");
        }
        await CompanyDatabase.CloseLogAsync(part);
    }

    private static async Task<string> OnServerAsync(string server, NamedCompanies companies, int accounts, string folder)
    {
        await using var host = await Host.OpenAsync(server, folder);
        await using var db = host.Db();
        if (await db.Accounts.LongCountAsync() != accounts)
        {
            await FillAsync(host, db, companies, accounts);
            await db.Database.ExecuteSqlRawAsync("ANALYZE");
        }
        return server;
    }

    private static async Task FillAsync(Host host, JingkeDbContext db, NamedCompanies companies, int accounts)
    {
        var reps = await CompanyStaff.HireAsync(host);
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            // Made rows refer to each other rightly; checking each of fourteen million references would take longer than writing them.
            if (db.Database.IsNpgsql())
                await db.Database.ExecuteSqlRawAsync("SET LOCAL session_replication_role = replica");
            companies.Write(db, reps);
            WriteContacts(db, accounts);
            KnownFacts.Write(db, host.Get<CatalogueInForce>().Current, accounts, host.Get<Clock>().Today);
            await transaction.CommitAsync();
        }
        await MatchKeyIndex.FillAsync(db, CancellationToken.None);
        await SearchIndex.RefreshAsync(db, null, CancellationToken.None);
    }

    // Besides the one that each company has already.
    private static void WriteContacts(JingkeDbContext db, int accounts)
    {
        using var rows = BulkWriter.Open(db, "contact", "account_id", "name", "mobile", "is_primary", "version");
        for (var at = 0; at < accounts; at++)
        for (var contact = 1; contact < Contacts; contact++)
        {
            var dice = Dice.Mix(((ulong)at << 4) | (uint)contact);
            rows.Long(at + 1);
            rows.Text($"王{(char)('一' + (int)(dice % 2000))}");
            rows.Text(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"138{dice % 100_000_000:00000000}"));
            rows.Bool(false);
            rows.Int(1);
            rows.EndRow();
        }
        rows.Complete();
    }
}

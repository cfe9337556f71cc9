using Jingke.Benchmarks.Company;
using Jingke.Benchmarks.Measuring;
using Jingke.Benchmarks.Product;
using Jingke.Benchmarks.Reporting;
using Jingke.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Benchmarks.Pages;

/// <summary>The product under requests: 100,000 accounts and a million lines, a signed-in supervisor and a manager.</summary>
internal static class PagesBenchmark
{
    private const string Name = "pages";
    private const int Lines = 1_000_000;
    private const int Accounts = 100_000;
    private const int Requests = 600;
    private const int AtOnce = 16;

    // By time, not by requests: compiling what turns out to be hot goes on for some thousands of requests.
    private static readonly TimeSpan Warmup = TimeSpan.FromSeconds(12);

    private static readonly string[] Tiers = ["key", "rising", "ordinary", "letgo"];
    private static readonly string[] Orders = ["-sales", "name", "-last", "-yoy"];

    /// <summary>A page that is measured.</summary>
    /// <param name="What">Its name in the report.</param>
    /// <param name="Address">Its address at each request.</param>
    /// <param name="Who">Whether the supervisor of one team or the manager asks.</param>
    /// <param name="CpuMs">Processor time wanted; null for one that only explains.</param>
    private sealed record Page(string What, Func<int, string> Address, string Who, double? CpuMs);

    public static async Task RunAsync(RunOptions options, Workspace workspace, Report report)
    {
        report.Begin(Name);
        var lines = Math.Min(options.Lines, Lines);
        var company = new GeneratedCompany(lines, Math.Min(Accounts, lines / 10));
        var database = await CompanyDatabase.OpenAsync(workspace, company);
        var (cookies, keys) = (new Dictionary<string, string>(), Array.Empty<long>());
        await using (var host = await Host.OpenAsync(database))
        {
            foreach (var who in new[] { CompanyStaff.Supervisor, CompanyStaff.Manager })
                cookies[who] = await SignedIn.CookieAsync(host, who);
            await using var db = host.Db();
            keys = await db
                .Accounts.Where(account => account.Tier == Tier.Key)
                .OrderBy(account => account.Id)
                .Select(account => account.Id)
                .ToArrayAsync();
        }

        await MeasureStartAsync(workspace, database, cookies[CompanyStaff.Manager], report);
        await using var server = Server.Start(workspace, database);
        using var manager = Loop.NewClient(server.Address, cookies[CompanyStaff.Manager]);
        using var supervisor = Loop.NewClient(server.Address, cookies[CompanyStaff.Supervisor]);
        await server.UntilAsync(manager, "/key-accounts", "/accounts/");
        // Twice: what all pages share is compiled again while the first of them is measured otherwise.
        foreach (var page in Pages(company, keys))
            await WarmAsync(ClientOf(page), page);
        foreach (var page in Pages(company, keys))
        {
            await WarmAsync(ClientOf(page), page);
            await MeasureAsync(server, ClientOf(page), page, report);
        }

        var sizes = await FirstLoad.MeasureAsync(supervisor, "/accounts");
        foreach (var (address, bytes) in sizes.OrderByDescending(size => size.Value).Take(options.Each ? int.MaxValue : 0))
            Console.WriteLine($"  {bytes, 9:#,0} bytes {address}");
        report.AtMost(Name, "first load of /accounts, compressed", sizes.Values.Sum() / 1024.0, "KB", 120);
        report.Note(Name, "server, peak memory", server.PeakMegabytes, "MB");

        HttpClient ClientOf(Page page) => page.Who == CompanyStaff.Manager ? manager : supervisor;
    }

    // At addresses of their own, so that nothing is remembered of what is measured.
    private static Task WarmAsync(HttpClient client, Page page) =>
        Loop.WarmAsync(client, at => page.Address(at + 1_000_000), Warmup, AtOnce);

    private static Page[] Pages(GeneratedCompany company, long[] keys) =>
        [
            // A figure of its own in each address, so that no total is remembered from the request before.
            new("account list, every total counted", at => List(at) + $"&sales-from={at + 1}", CompanyStaff.Supervisor, 2),
            new("account list, questions come again", List, CompanyStaff.Supervisor, null),
            new("account page", at => $"/accounts/{1 + (at * 37 % company.Accounts.Length)}", CompanyStaff.Manager, 4),
            new("key accounts", at => $"/key-accounts?page={1 + (at % 20)}", CompanyStaff.Manager, 4),
            new("accounts at risk", at => $"/churn?page={1 + (at % 20)}", CompanyStaff.Manager, 4),
            new("analysis by province", _ => "/analysis/by/province", CompanyStaff.Manager, 4),
            new("true profit", at => $"/key-accounts/profit?page={1 + (at % 20)}", CompanyStaff.Manager, null),
            new("files of key accounts", at => $"/key-accounts/files?page={1 + (at % 20)}", CompanyStaff.Manager, null),
            new("file of a key account", at => $"/key-accounts/files/{keys[at * 37 % keys.Length]}", CompanyStaff.Manager, null),
            new("quarterly review", at => $"/key-accounts/review?at={keys[at * 37 % keys.Length]}", CompanyStaff.Manager, null),
            new("credit", at => $"/credit?page={1 + (at % 20)}", CompanyStaff.Manager, null),
            new("forecast of the company", _ => "/analysis/forecast", CompanyStaff.Manager, null),
            new("forecast of the largest accounts", at => $"/analysis/forecast/accounts?page={1 + (at % 20)}", CompanyStaff.Manager, null),
            new("due to buy again", at => $"/opportunities/due?page={1 + (at % 20)}", CompanyStaff.Manager, null),
            new("cross-selling", at => $"/opportunities/cross-selling?page={1 + (at % 20)}", CompanyStaff.Manager, null),
            new("look-alikes", at => $"/opportunities/look-alikes?page={1 + (at % 20)}", CompanyStaff.Manager, null),
            new("white space", _ => "/opportunities/white-space", CompanyStaff.Manager, null),
        ];

    private static string List(int at) =>
        $"/accounts?tier={Tiers[at % Tiers.Length]}&scale={Uri.EscapeDataString(CompanyWords.Sizes[1 + (at / 4 % 4)])}&sort={Orders[at / 16 % Orders.Length]}";

    private static async Task MeasureStartAsync(Workspace workspace, string database, string cookie, Report report)
    {
        var (first, analysis) = (new List<double>(), new List<double>());
        for (var turn = 0; turn < 3; turn++)
        {
            await using var server = Server.Start(workspace, database);
            using var client = Loop.NewClient(server.Address, cookie);
            first.Add(await server.UntilAsync(client, "/accounts", "/accounts/"));
            analysis.Add(await server.UntilAsync(client, "/key-accounts", "/accounts/"));
        }

        report.AtMost(Name, "start to first page (accounts)", Timing.Median(first), "ms", 3_000);
        report.AtMost(Name, "start to first analysis (key accounts)", Timing.Median(analysis), "ms", 3_000);
    }

    private static async Task MeasureAsync(Server server, HttpClient client, Page page, Report report)
    {
        await Task.Delay(500);
        var cpu = server.CpuMs;
        var alone = await Loop.RunAsync(client, page.Address, Requests, 1);
        var each = (server.CpuMs - cpu) / Requests;
        var together = await Loop.RunAsync(client, at => page.Address(at + (2 * Requests)), Requests * 2, AtOnce);

        if (page.CpuMs is { } wanted)
            report.AtMost(Name, $"{page.What}, processor a request", each, "ms", wanted);
        else
            report.Note(Name, $"{page.What}, processor a request", each, "ms");
        report.Note(Name, $"{page.What}, one at a time, median", Timing.Median(alone), "ms");
        report.AtMost(Name, $"{page.What}, {AtOnce} at once, median", Timing.Median(together), "ms", 20);
        report.AtMost(Name, $"{page.What}, {AtOnce} at once, 99 %", Timing.Quantile(together, 0.99), "ms", 100);
    }
}

using Jingke.Domain.Accounts;
using Jingke.Tests.Support;
using Jingke.Web.Ledger;
using Jingke.Web.Ledger.Evaluation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Jingke.Tests.Support.GivenSales;

namespace Jingke.Tests.Ledger;

public sealed class EvaluationTests
{
    [Theory, EachDatabase]
    public async Task A_run_writes_the_verdict_and_its_reasons_for_each_account(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.GivenLinesAsync(Ten(largest: 5));
        await app.LedgerWithLinesAsync(10);

        var run = await app.Services.GetRequiredService<EvaluateAccounts>().RunAsync("person", TestContext.Current.CancellationToken);

        var accounts = await app.WithDbAsync(db => db.Accounts.OrderByDescending(account => account.NetSales).ToListAsync());
        var verdict = await app.WithDbAsync(db => db.Evaluations.SingleAsync(each => each.SalesRank == 1 && each.RunId == run!.Id));
        Assert.Equal(10, run!.Accounts);
        Assert.Equal([Tier.Key, Tier.Key], accounts.Take(2).Select(account => account.Tier!.Value));
        Assert.Equal(("客户5", 1, 1000_0000), (accounts[0].Name, accounts[0].SalesRank!.Value, accounts[0].NetSales));
        Assert.Equal(accounts[0].Id, verdict.AccountId);
        Assert.Contains(ReasonJson.Read(verdict.Reasons), reason => reason.Code == "share");
    }

    [Theory, EachDatabase]
    public async Task Nothing_new_makes_no_new_run(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.GivenLinesAsync(Ten(largest: 5));
        await app.LedgerWithLinesAsync(10);
        var evaluate = app.Services.GetRequiredService<EvaluateAccounts>();
        var first = await evaluate.RunAsync("person", TestContext.Current.CancellationToken);

        var again = await evaluate.RunAsync("nightly", TestContext.Current.CancellationToken);

        Assert.Equal(first!.Id, again!.Id);
        Assert.Equal(10, await app.WithDbAsync(db => db.Evaluations.CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task Who_rises_and_who_falls_is_kept(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.GivenLinesAsync(Ten(largest: 5));
        await app.LedgerWithLinesAsync(10);
        var evaluate = app.Services.GetRequiredService<EvaluateAccounts>();
        await evaluate.RunAsync("person", TestContext.Current.CancellationToken);

        await app.GivenLinesAsync(new Line("客户0", "2025-06-29", 5000));
        await app.LedgerWithLinesAsync(11);
        var run = await evaluate.RunAsync("import", TestContext.Current.CancellationToken);

        var moves = await app.WithDbAsync(db => db.TierChanges.Include(change => change.Account).ToListAsync());
        var risen = Assert.Single(moves, change => change.To == Tier.Key);
        Assert.Equal("客户0", risen.Account!.Name);
        Assert.All(moves, change => Assert.Equal(run!.Id, change.RunId));
        Assert.True(run!.Risen >= 1 && run.Fallen >= 1);
    }

    [Theory, EachDatabase]
    public async Task A_deleted_account_is_no_longer_judged_and_is_again_once_it_is_restored(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.GivenLinesAsync(Ten(largest: 5));
        await app.LedgerWithLinesAsync(10);
        var evaluate = app.Services.GetRequiredService<EvaluateAccounts>();
        var first = await evaluate.RunAsync("person", TestContext.Current.CancellationToken);
        var largest = await app.WithDbAsync(db => db.Accounts.SingleAsync(account => account.Name == "客户5"));

        await MoveAsync(app, largest.Id, account => account.Delete(At, null), inBin: 1);
        var without = await evaluate.RunAsync("nightly", TestContext.Current.CancellationToken);
        var again = await evaluate.RunAsync("nightly", TestContext.Current.CancellationToken);
        await MoveAsync(app, largest.Id, account => account.Restore(), inBin: 0);
        var with = await evaluate.RunAsync("nightly", TestContext.Current.CancellationToken);

        Assert.Equal((10, 9, 10), (first!.Accounts, without!.Accounts, with!.Accounts));
        Assert.Equal(without.Id, again!.Id);
        var top = await app.WithDbAsync(db => db.Evaluations.SingleAsync(each => each.RunId == without.Id && each.SalesRank == 1));
        Assert.NotEqual(largest.Id, top.AccountId);
        // To be deleted is no fall, to come back no rise.
        Assert.Empty(await app.WithDbAsync(db => db.TierChanges.Where(change => change.AccountId == largest.Id).ToListAsync()));
        Assert.Equal(
            Tier.Key,
            await app.WithDbAsync(db => db.Accounts.Where(each => each.Id == largest.Id).Select(each => each.Tier).SingleAsync())
        );
    }

    private static readonly DateTime At = new(2025, 7, 1, 0, 0, 0, DateTimeKind.Utc);

    private static async Task MoveAsync(JingkeApp app, long id, Action<Account> move, int inBin)
    {
        await app.WithDbAsync(async db =>
        {
            move(await db.Accounts.IgnoreQueryFilters().SingleAsync(account => account.Id == id));
            await db.SaveChangesAsync();
        });
        var store = app.Services.GetRequiredService<LedgerStore>();
        await Eventually.TrueAsync(
            () => Task.FromResult((store.Current?.Deleted?.Count ?? 0) == inBin),
            "the ledger that knows of the bin"
        );
    }

    /// <summary>Ten accounts with 100, 200 … 1000 yuan; the one with the given number is the largest.</summary>
    private static Line[] Ten(int largest) =>
        [
            .. Enumerable
                .Range(0, 10)
                .Select(number => new Line($"客户{number}", $"2025-06-{10 + number}", 100 * (((number + 9 - largest) % 10) + 1))),
        ];
}

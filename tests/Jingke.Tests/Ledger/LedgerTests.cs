using Jingke.Analytics;
using Jingke.Analytics.Breakdowns;
using Jingke.Analytics.Ledger;
using Jingke.Domain.Accounts;
using Jingke.Domain.People;
using Jingke.Domain.Sales;
using Jingke.Tests.Support;
using Jingke.Web.Data.Access;
using Jingke.Web.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Jingke.Tests.Support.GivenSales;

namespace Jingke.Tests.Ledger;

public sealed class LedgerTests
{
    private static readonly Line[] TwoYears =
    [
        new("甲", "2025-01-05", 100.5m, "A1", Cost: 60, Quantity: 2),
        new("甲", "2025-01-05", 20, "A1"),
        new("甲", "2025-02-10", -20, "A1"),
        new("甲", "2025-03-01", 300, "A2"),
        new("乙", "2025-03-31", 50),
        new("乙", "2025-03-31", 25),
        new("乙", "2024-03-31", 70, "B1"),
        new("丙", "2025-12-31", 0.0001m, "C1"),
        new("丙", "2025-06-30", -5, "C2"),
    ];

    [Theory, EachDatabase]
    public async Task What_the_database_holds_is_what_the_ledger_answers(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);

        await app.GivenLinesAsync(TwoYears);

        var state = await app.LedgerWithLinesAsync(9);
        var analysis = SalesAnalysis.Of(LedgerView.Of(state.Ledger));
        var first = analysis.Figures.Of(Array.IndexOf(state.Ledger.Accounts.Names, "甲"))!.Value;
        var second = analysis.Figures.Of(Array.IndexOf(state.Ledger.Accounts.Names, "乙"))!.Value;
        Assert.Equal(400_5000, first.NetSales);
        Assert.Equal(2, first.Orders);
        Assert.Equal(60_0000, first.Cost);
        Assert.Equal((75_0000, 70_0000, 1), (second.NetSales, second.PreviousNetSales, second.Orders));
    }

    [Theory, EachDatabase]
    public async Task Month_grain_made_by_the_database_agrees_with_line_grain(Database database)
    {
        await using var lines = await JingkeApp.StartAsync(database);
        await using var months = await JingkeApp.StartAsync(database, "--ledgergrain", "month");
        await lines.GivenLinesAsync(TwoYears);
        await months.GivenLinesAsync(TwoYears);

        var line = (await lines.LedgerWithLinesAsync(9)).Ledger;
        // Of the nine lines only the two of one order in one month and the two of one day fall together.
        var month = (await months.LedgerWithLinesAsync(8)).Ledger;

        Assert.Equal(LedgerGrain.Month, month.Grain);
        var (one, other) = (SalesAnalysis.Of(LedgerView.Of(line)), SalesAnalysis.Of(LedgerView.Of(month)));
        for (var row = 0; row < one.Figures.Rows.Count; row++)
        {
            Assert.Equal(one.Figures[row], other.Figures[row]);
            Assert.Equal(one.Scores[row], other.Scores[row]);
        }
    }

    [Theory, EachDatabase]
    public async Task A_small_change_is_read_alone_and_equals_reading_everything(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.GivenLinesAsync(TwoYears);
        await app.LedgerWithLinesAsync(9);

        await app.GivenLinesAsync(new Line("乙", "2025-05-05", 11, "B9", Quantity: 3), new Line("丁", "2023-01-01", 7));
        await app.WithDbAsync(async db =>
        {
            var first = await db.Accounts.Where(account => account.Name == "甲").Select(account => account.Id).SingleAsync();
            await db.SalesLines.Where(line => line.AccountId == first && line.Amount == 300_0000).ExecuteDeleteAsync();
            db.Add(new ChangedAccount { AccountId = first });
            await db.SaveChangesAsync();
            await Jingke.Web.Data.AuditedSave.RaiseStampAsync(db, Jingke.Web.Data.ChangeStamp.Sales, CancellationToken.None);
        });

        var patched = await app.LedgerWithLinesAsync(10);
        var load = app.Services.GetRequiredService<LoadLedger>();
        var whole = await load.RunAsync(null, _ => { }, TestContext.Current.CancellationToken);
        var (one, other) = (SalesAnalysis.Of(LedgerView.Of(patched.Ledger)), SalesAnalysis.Of(LedgerView.Of(whole.Ledger)));
        Assert.Equal(whole.Ledger.Bytes, patched.Ledger.Bytes);
        Assert.Equal(whole.Ledger.FirstOn, patched.Ledger.FirstOn);
        for (var row = 0; row < one.Figures.Rows.Count; row++)
            Assert.Equal(other.Figures[row], one.Figures[row]);
    }

    [Theory, EachDatabase]
    public async Task An_account_that_appears_late_with_an_earlier_identifier_is_read_too(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.GivenLinesAsync(TwoYears);
        await app.LedgerWithLinesAsync(9);
        var store = app.Services.GetRequiredService<LedgerStore>();

        foreach (var id in (long[])[100, 99])
        {
            await app.WithDbAsync(db =>
            {
                var account = new Account(AccountKind.Company, $"客户{id}", DateTime.UnixEpoch);
                db.Add(account).Property(each => each.Id).CurrentValue = id;
                return db.SaveChangesAsync();
            });
            await Eventually.TrueAsync(() => store.Current!.Ledger.Accounts.Ids.Contains(id), $"the ledger knows account {id}");
        }

        Assert.Equal([1, 2, 3, 99, 100], store.Current!.Ledger.Accounts.Ids);
        Assert.Equal(9, store.Current.Ledger.LineCount);
    }

    [Theory, EachDatabase]
    public async Task The_scope_on_the_ledger_is_the_scope_of_the_database(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var rep = await app.GivenUserAsync(Role.Rep, "rep");
        await app.GivenLinesAsync(TwoYears);
        await app.LedgerWithLinesAsync(9);
        await app.WithDbAsync(async db =>
        {
            var mine = await db.Accounts.SingleAsync(account => account.Name == "乙");
            mine.AssignTo(rep.Id, null, DateTime.UnixEpoch);
            (await db.Accounts.SingleAsync(account => account.Name == "丙")).Delete(DateTime.UnixEpoch, null);
            await db.SaveChangesAsync();
        });

        var store = app.Services.GetRequiredService<LedgerStore>();
        await Eventually.TrueAsync(() => store.Current?.Deleted?.Count == 1, "the deleted account leaves the ledger");
        var analyses = app.Services.GetRequiredService<Analyses>();
        var whole = analyses.Of(Viewer.System);
        var own = analyses.Of(new Viewer(rep.Id, Role.Rep, DataScope.Own, []));
        var none = analyses.Of(Viewer.Nobody);

        Assert.Equal(475_5000, whole.Figures.TotalNetSales);
        Assert.Equal(75_0000, own.Figures.TotalNetSales);
        Assert.Equal(0, none.Figures.TotalNetSales);
        Assert.Equal(75_0000, Breakdown.Of(own.View, Dimension.Owner).NetSales);
    }
}

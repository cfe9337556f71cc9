using System.Net;
using Jingke.Domain.Accounts;
using Jingke.Domain.Evaluations;
using Jingke.Domain.Imports;
using Jingke.Domain.People;
using Jingke.Domain.Sales;
using Jingke.Tests.Support;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Ledger.Evaluation;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.Tests.Features.Today;

public sealed class TodayTests
{
    private static readonly DateTime LongAgo = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(Role.Administrator, true, true)]
    [InlineData(Role.Manager, true, false)]
    [InlineData(Role.Rep, false, false)]
    public async Task The_empty_product_offers_what_one_may_do(Role role, bool import, bool sample)
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        using var client = await app.SignedInAsync(role);

        var page = await client.GetStringAsync("/", TestContext.Current.CancellationToken);

        Assert.Equal(import, page.Contains("class=\"btn btn-primary\" href=\"/imports/new\"", StringComparison.Ordinal));
        Assert.Equal(sample, page.Contains("/settings/sample-data/load", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task What_is_new_in_ones_own_accounts_is_shown_and_nothing_of_others(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var (rep, other) = (await app.GivenUserAsync(Role.Rep, "rep"), await app.GivenUserAsync(Role.Rep, "other"));
        var today = app.Services.GetRequiredService<Clock>().Today;
        await GivenAsync(app, rep.Id, "自己的老客户", LongAgo, today.AddDays(-1), 1);
        await GivenAsync(app, rep.Id, "自己的新客户", Now(), null, 2);
        await GivenAsync(app, other.Id, "别人的新客户", Now(), today, 3);
        using var client = await app.SignedInAsync(rep);

        var page = WebUtility.HtmlDecode(await client.GetStringAsync("/", TestContext.Current.CancellationToken));

        Assert.Contains("昨天以来的订单", page, StringComparison.Ordinal);
        Assert.Contains("1,234.50", page, StringComparison.Ordinal);
        Assert.Contains("自己的新客户", page, StringComparison.Ordinal);
        Assert.Matches("自己的老客户.*从大客户到普通", page.ReplaceLineEndings(" "));
        Assert.DoesNotContain("别人的新客户", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_fresh_orders_the_latest_day_is_shown()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        var rep = await app.GivenUserAsync(Role.Rep, "rep");
        await GivenAsync(app, rep.Id, "老客户", LongAgo, new DateOnly(2026, 2, 3), 1);
        using var client = await app.SignedInAsync(rep);

        var page = WebUtility.HtmlDecode(await client.GetStringAsync("/", TestContext.Current.CancellationToken));

        Assert.Contains("最近一天的订单：2026-02-03", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Imports_under_way_are_shown_to_those_who_may_follow_them()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        await app.WithDbAsync(db =>
        {
            db.Add(
                new ImportBatch
                {
                    State = ImportState.Running,
                    FileName = "订单.xlsx",
                    RowsDone = 1_200,
                    TotalRows = 5_000,
                    CreatedAt = LongAgo,
                    // Another node holds it, so that this one leaves it alone.
                    LeaseHolder = "elsewhere",
                    LeaseUntil = Now().AddHours(1),
                }
            );
            return db.SaveChangesAsync();
        });
        using var manager = await app.SignedInAsync(Role.Manager);
        using var rep = await app.SignedInAsync(Role.Rep);

        Assert.Contains(
            "已处理 1,200 行，共 5,000 行",
            WebUtility.HtmlDecode(await manager.GetStringAsync("/", TestContext.Current.CancellationToken)),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "订单.xlsx",
            WebUtility.HtmlDecode(await rep.GetStringAsync("/", TestContext.Current.CancellationToken)),
            StringComparison.Ordinal
        );
    }

    private static DateTime Now() => TimeProvider.System.GetUtcNow().UtcDateTime;

    private static async Task GivenAsync(JingkeApp app, Guid owner, string name, DateTime createdAt, DateOnly? orderedOn, long line)
    {
        await app.WithDbAsync(async db =>
        {
            var account = new Account(AccountKind.Company, name, createdAt);
            account.AssignTo(owner, null, createdAt);
            db.Add(account);
            await db.SaveChangesAsync();
            if (orderedOn is not { } day)
                return;
            db.Add(
                new SalesLine
                {
                    Id = line,
                    AccountId = account.Id,
                    OrderNo = $"{line}",
                    OrderedOn = day,
                    Amount = 12_345_000,
                }
            );
            db.Add(
                new TierChange
                {
                    AccountId = account.Id,
                    RunId = 1,
                    On = app.Services.GetRequiredService<Clock>().Today,
                    From = Tier.Key,
                    To = Tier.Ordinary,
                }
            );
            db.Add(new ChangedAccount { AccountId = account.Id });
            await db.SaveChangesAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.RaiseStampAsync(ChangeStamp.Sales, CancellationToken.None);
            await transaction.CommitAsync();
        });
        await app.Services.GetRequiredService<EvaluateFreshSales>().RunAsync("import", TestContext.Current.CancellationToken);
    }
}

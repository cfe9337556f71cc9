using System.Net;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Web.Data;
using Jingke.Web.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.Tests.Features.Analysis;

public sealed class SourceTests
{
    [Theory, EachDatabase]
    public async Task A_source_shows_its_accounts_the_signed_ones_sales_and_cost_of_a_year(Database database)
    {
        await using var company = await GivenAsync(database);

        using var noted = await company.Boss.PressAsync(
            "/analysis/sources/cost",
            ("source", "广交会"),
            ("year", "2025"),
            ("amount", "1,000.5")
        );
        var answer = await SmallCompany.JsonAsync(company.Boss, "/api/analysis/sources?year=2025");
        var page = await (await company.Boss.GetAsync("/analysis/sources?year=2025")).TextAsync();

        Assert.Equal(HttpStatusCode.SeeOther, noted.StatusCode);
        var fair = answer.GetProperty("sources").EnumerateArray().Single(row => row.GetProperty("source").GetString() == "广交会");
        // 东海 sold 50 and 珠江 550 in 2025; only 珠江 bought for the first time in that year.
        Assert.Equal(
            (2, 1, 600m, 1000.5m, 1000.5m),
            (
                fair.GetProperty("accounts").GetInt32(),
                fair.GetProperty("signed").GetInt32(),
                fair.GetProperty("netSales").GetDecimal(),
                fair.GetProperty("cost").GetDecimal(),
                fair.GetProperty("costPerSigned").GetDecimal()
            )
        );
        Assert.Contains("广交会", page, StringComparison.Ordinal);
        Assert.Contains("1,000.50", page, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Whoever_sees_a_part_sees_that_part_and_no_cost(Database database)
    {
        await using var company = await GivenAsync(database);
        using var noted = await company.Boss.PressAsync(
            "/analysis/sources/cost",
            ("source", "广交会"),
            ("year", "2025"),
            ("amount", "777")
        );
        using var manager = await company.App.SignedInAsync(await company.App.GivenUserAsync(Role.Manager, "part", null, DataScope.Own));

        var answer = await SmallCompany.JsonAsync(company.Li, "/api/analysis/sources?year=2025");
        var page = await (await company.Li.GetAsync("/analysis/sources?year=2025")).TextAsync();
        using var refused = await manager.PressAsync("/analysis/sources/cost", ("source", "广交会"), ("year", "2025"), ("amount", "1"));

        var fair = answer.GetProperty("sources").EnumerateArray().Single(row => row.GetProperty("source").GetString() == "广交会");
        Assert.Equal((1, 50m), (fair.GetProperty("accounts").GetInt32(), fair.GetProperty("netSales").GetDecimal()));
        Assert.DoesNotContain("777", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(777_0000, await company.App.WithDbAsync(db => db.SourceCosts.Select(cost => cost.Amount).SingleAsync()));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("很多")]
    public async Task A_cost_that_is_no_sum_of_money_is_refused_and_nothing_is_noted(string amount)
    {
        await using var company = await GivenAsync(Database.Sqlite);

        using var answer = await company.Boss.PressAsync(
            "/analysis/sources/cost",
            ("source", "广交会"),
            ("year", "2025"),
            ("amount", amount)
        );

        Assert.Contains("费用要填 0 或正数", await answer.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await company.App.WithDbAsync(db => db.SourceCosts.CountAsync()));
    }

    private static async Task<SmallCompany> GivenAsync(Database database)
    {
        var company = await SmallCompany.StartAsync(database);
        await company.App.WithDbAsync(async db =>
        {
            string[] fair = ["东海机械", "珠江食品"];
            await db
                .Accounts.Where(account => fair.Contains(account.Name))
                .ExecuteUpdateAsync(set => set.SetProperty(account => account.Source, "广交会"));
            await db
                .Accounts.Where(account => account.Name == "珠江食品")
                .ExecuteUpdateAsync(set => set.SetProperty(account => account.FirstTradedOn, new DateOnly(2025, 1, 15)));
            await db
                .Accounts.Where(account => account.Name == "东海机械")
                .ExecuteUpdateAsync(set => set.SetProperty(account => account.FirstTradedOn, new DateOnly(2024, 3, 10)));
            await db.RaiseStampAsync(ChangeStamp.Accounts, CancellationToken.None);
        });
        var store = company.App.Services.GetRequiredService<LedgerStore>();
        await Eventually.TrueAsync(() => store.Current!.Ledger.Accounts.Source.Names.Contains("广交会"), "a ledger that knows the source");
        return company;
    }
}

using System.Net;
using Jingke.Domain.Accounts;
using Jingke.Domain.People;
using Jingke.Domain.Sales;
using Jingke.Tests.Support;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Jingke.Tests.Features.Opportunities.DueCompany;
using static Jingke.Tests.Support.GivenSales;

namespace Jingke.Tests.Features.Opportunities;

/// <summary>
/// Sixty customers: 30 buy 轴承 and 油封, two (甲 of 李, 乙 of 王) buy 轴承 only, 28 buy 皮带 only. Of 32 buyers of 轴承 30 buy 油封: 93.75 %,
/// against 30 of all 60: 1.875 times.
/// </summary>
public sealed class CrossSellingTests
{
    [Theory, EachDatabase]
    public async Task A_customer_is_suggested_what_buyers_of_the_same_product_buy_too(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var (li, _, ids) = await GivenAsync(app, 30);
        using var boss = await app.SignedInAsync(Role.Administrator);

        var answer = await JsonAsync(boss, "/api/opportunities/cross-selling");
        var ofOne = await JsonAsync(boss, $"/api/opportunities/cross-selling/{ids["甲"]}");
        var page = await (await boss.GetAsync("/opportunities/cross-selling")).TextAsync();
        var file = await boss.GetStringAsync("/opportunities/cross-selling/export?format=csv");

        // 甲 bought for 500, 乙 for 100.
        Assert.Equal(["甲", "乙"], Rows(answer, "name"));
        Assert.Equal(60, answer.GetProperty("accounts").GetInt32());
        var first = answer.GetProperty("rows")[0].GetProperty("suggestion");
        Assert.Equal("油封", first.GetProperty("product").GetString());
        Assert.Equal("轴承", first.GetProperty("because").GetString());
        Assert.Equal(30, first.GetProperty("cases").GetInt32());
        Assert.Equal(32, first.GetProperty("buyers").GetInt32());
        Assert.Equal(0.5, first.GetProperty("support").GetDouble(), 12);
        Assert.Equal(0.9375, first.GetProperty("confidence").GetDouble(), 12);
        Assert.Equal(1.875, first.GetProperty("lift").GetDouble(), 12);
        Assert.Equal(["油封"], Rows(ofOne, "product"));
        Assert.Contains("买轴承的 32 家客户里 30 家也买油封（94%）", page, StringComparison.Ordinal);
        Assert.Contains("少于 20 家", page, StringComparison.Ordinal);
        Assert.Contains("甲", file, StringComparison.Ordinal);
        Assert.Equal(["甲"], Rows(await JsonAsync(boss, $"/api/opportunities/cross-selling?owner={li.Id}"), "name"));
    }

    [Theory, EachDatabase]
    public async Task Nothing_is_said_of_fewer_cases_than_stated(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await GivenAsync(app, 19);
        using var boss = await app.SignedInAsync(Role.Administrator);

        Assert.Empty(Rows(await JsonAsync(boss, "/api/opportunities/cross-selling"), "name"));
        Assert.Contains(
            "少于 20 家同时购买的不作建议",
            await (await boss.GetAsync("/opportunities/cross-selling")).TextAsync(),
            StringComparison.Ordinal
        );
    }

    [Theory, EachDatabase]
    public async Task A_rep_is_shown_suggestions_for_their_own_customers_only(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var (_, wang, ids) = await GivenAsync(app, 30);
        using var client = await app.SignedInAsync(wang);

        // The shares are the company's, the customers are one's own.
        var answer = await JsonAsync(client, "/api/opportunities/cross-selling");
        Assert.Equal(["乙"], Rows(answer, "name"));
        Assert.Equal(30, answer.GetProperty("rows")[0].GetProperty("suggestion").GetProperty("cases").GetInt32());
        foreach (var address in (string[])["/opportunities/cross-selling/", "/api/opportunities/cross-selling/"])
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"{address}{ids["乙"]}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{address}{ids["甲"]}")).StatusCode);
        }
        Assert.Contains("油封", await (await client.GetAsync($"/accounts/{ids["乙"]}")).TextAsync(), StringComparison.Ordinal);
    }

    private static async Task<(User Li, User Wang, Dictionary<string, long> Ids)> GivenAsync(JingkeApp app, int both)
    {
        var (li, wang) = (await app.GivenUserAsync(Role.Rep, "李"), await app.GivenUserAsync(Role.Rep, "王"));
        var products = await app.WithDbAsync(async db =>
        {
            Product[] made =
            [
                new() { Code = "P1", Name = "轴承" },
                new() { Code = "P2", Name = "油封" },
                new() { Code = "P3", Name = "皮带" },
            ];
            db.AddRange(made);
            foreach (var (name, owner) in ((string, User)[])[("甲", li), ("乙", wang)])
            {
                var account = new Account(AccountKind.Company, name, DateTime.UnixEpoch);
                account.AssignTo(owner.Id, null, DateTime.UnixEpoch);
                db.Add(account);
            }
            await db.SaveChangesAsync();
            return made.Select(product => product.Id).ToArray();
        });
        var (first, second, other) = (products[0], products[1], products[2]);
        Line[] lines =
        [
            .. Enumerable.Range(0, both).Select(at => new Line($"双{at}", "2025-06-01", 10, Product: first)),
            .. Enumerable.Range(0, both).Select(at => new Line($"双{at}", "2025-06-02", 10, Product: second)),
            .. Enumerable.Range(0, 58 - both).Select(at => new Line($"单{at}", "2025-06-03", 10, Product: other)),
            new("甲", "2025-06-01", 500, Product: first),
            new("乙", "2025-06-01", 100, Product: first),
        ];
        await app.GivenLinesAsync(lines);
        await app.LedgerWithLinesAsync(lines.Length);
        return (li, wang, await app.WithDbAsync(db => db.Accounts.ToDictionaryAsync(account => account.Name, account => account.Id)));
    }
}

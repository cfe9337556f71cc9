using Jingke.Domain.People;
using Jingke.Tests.Support;
using Xunit;

namespace Jingke.Tests.Features.Accounts;

public sealed class AccountPageTests
{
    [Theory, EachDatabase]
    public async Task The_page_shows_sales_of_this_year_against_the_same_days_of_the_last(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.GivenLinesAsync(
            new("有订单的公司", "2025-02-10", 1_000m, "A1"),
            new("有订单的公司", "2025-12-31", 9_000m, "A2"),
            new("有订单的公司", "2026-02-10", 1_500m, "A3"),
            new("有订单的公司", "2026-03-01", -300m, "A4")
        );
        await app.LedgerWithLinesAsync(4);
        using var client = await app.SignedInAsync(Role.Administrator);

        var page = await (await client.GetAsync("/accounts/1")).TextAsync();
        var orders = await (await client.GetAsync("/accounts/1?tab=orders")).TextAsync();

        Assert.Contains("title=\"1,200.00\"", page, StringComparison.Ordinal);
        Assert.Contains("+20.0%", page, StringComparison.Ordinal);
        Assert.Contains("2026-03-01", page, StringComparison.Ordinal);
        Assert.Equal(
            ["A4", "A3", "A2", "A1"],
            System
                .Text.RegularExpressions.Regex.Matches(orders, "<td[^>]*data-title=\"订单号\"[^>]*>\\s*(A\\d)")
                .Select(match => match.Groups[1].Value)
        );
        Assert.Contains("-300.00", orders, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task An_account_without_sales_says_so_on_every_tab(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var id = await app.GivenAccountAsync("新公司", new() { Address = "某路 1 号" });
        using var client = await app.SignedInAsync(Role.Executive);

        foreach (
            var (tab, words) in new[]
            {
                ("overview", "某路 1 号"),
                ("orders", "还没有订单"),
                ("contacts", "还没有联系人"),
                ("evaluations", "还没有评估"),
                ("changes", "新建"),
            }
        )
            Assert.Contains(words, await (await client.GetAsync($"/accounts/{id}?tab={tab}")).TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("/edit\"", await (await client.GetAsync($"/accounts/{id}")).TextAsync(), StringComparison.Ordinal);
    }
}

using Jingke.Domain.People;
using Jingke.Tests.Support;
using Xunit;
using static Jingke.Tests.Features.Opportunities.DueCompany;

namespace Jingke.Tests.Features.Opportunities;

public sealed class DueListTests
{
    [Theory, EachDatabase]
    public async Task Who_is_late_or_soon_due_by_its_own_rhythm_is_listed_by_the_usual_amount(Database database)
    {
        await using var company = await StartAsync(database);

        var due = await JsonAsync(company.Boss, "/api/opportunities/due");
        var page = await (await company.Boss.GetAsync("/opportunities")).TextAsync();

        Assert.Equal(["恒泰", "顺达"], Rows(due, "name"));
        Assert.Equal(["轴承", "油封"], Rows(due, "product"));
        Assert.Equal(["12", "-5"], Rows(due, "overdueDays"));
        Assert.Equal(["30", "20"], Rows(due, "gapDays"));
        Assert.Equal(["2025-06-18", "2025-07-05"], Rows(due, "expectedOn"));
        Assert.Equal(580m, due.GetProperty("usualAmount").GetDecimal());
        Assert.Equal(1, due.GetProperty("late").GetInt32());
        // 恒泰, 顺达, 远大 and 旧友 have five gaps or four; each last one was the median of those before.
        Assert.Equal(4, due.GetProperty("error").GetProperty("pairs").GetInt32());
        Assert.Equal(1, due.GetProperty("error").GetProperty("withinHalf").GetDouble());
        Assert.Contains("平时每 30 天买一次，最近一次 2025-05-19，已晚 12 天", page, StringComparison.Ordinal);
        Assert.Contains("预计 5 天后", page, StringComparison.Ordinal);
        Assert.DoesNotContain("旧友", page, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task The_list_is_narrowed_and_ordered_as_asked(Database database)
    {
        await using var company = await StartAsync(database);

        async Task<string[]> NamesAsync(string query) => Rows(await JsonAsync(company.Boss, $"/api/opportunities/due?{query}"), "name");

        Assert.Equal(["恒泰"], await NamesAsync($"owner={company.LiId}"));
        Assert.Equal(["恒泰"], await NamesAsync("when=late"));
        Assert.Equal(["顺达"], await NamesAsync("when=soon"));
        Assert.Equal(["顺达"], await NamesAsync("q=顺达"));
        Assert.Equal(["顺达", "恒泰"], await NamesAsync("sort=late"));
        Assert.Equal(["恒泰", "顺达"], await NamesAsync("sort=-gap"));
        Assert.Empty(await NamesAsync("product=999"));
        Assert.Empty(await NamesAsync("owner=nobody"));
    }

    [Theory, EachDatabase]
    public async Task A_rep_is_shown_their_own_customers_only(Database database)
    {
        await using var company = await StartAsync(database);

        foreach (var address in (string[])["/opportunities/due", "/opportunities/due/export?format=csv", "/api/opportunities/due"])
        {
            var text = await (await company.Wang.GetAsync(address)).TextAsync();
            Assert.Contains("顺达", text, StringComparison.Ordinal);
            Assert.DoesNotContain("恒泰", text, StringComparison.Ordinal);
        }
    }

    [Theory, EachDatabase]
    public async Task The_file_holds_what_the_page_shows(Database database)
    {
        await using var company = await StartAsync(database);

        var file = await company.Boss.GetStringAsync("/opportunities/due/export?format=csv&when=late");

        Assert.Contains("恒泰", file, StringComparison.Ordinal);
        Assert.Contains("500.00", file, StringComparison.Ordinal);
        Assert.DoesNotContain("顺达", file, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Today_and_the_account_say_the_same(Database database)
    {
        await using var company = await StartAsync(database);

        var today = await (await company.Li.GetAsync("/")).TextAsync();
        var account = await (await company.Li.GetAsync($"/accounts/{company.Accounts["恒泰"]}")).TextAsync();
        var quiet = await (await company.Wang.GetAsync($"/accounts/{company.Accounts["远大"]}")).TextAsync();

        Assert.Contains("1 家客户该再买了", today, StringComparison.Ordinal);
        Assert.Contains($"/opportunities/due?owner={company.LiId}", today, StringComparison.Ordinal);
        Assert.Contains("最近一次 2025-05-19，已晚 12 天", account, StringComparison.Ordinal);
        Assert.DoesNotContain("该再买了", quiet, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_company_without_sales_says_what_belongs_here(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var boss = await app.SignedInAsync(Role.Administrator);
        await app.LedgerWithLinesAsync(0);

        Assert.Contains("还没有销售数据", await (await boss.GetAsync("/opportunities")).TextAsync(), StringComparison.Ordinal);
    }
}

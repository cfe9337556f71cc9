using System.Net;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Xunit;
using static Jingke.Tests.Features.Analysis.SmallCompany;

namespace Jingke.Tests.Features.Analysis;

public sealed class ScopeTests
{
    private static readonly string[] Pages =
    [
        "/analysis",
        "/analysis/map",
        "/analysis/map?level=city",
        "/analysis/by/region",
        "/analysis/by/owner",
        "/analysis/by/product",
        "/analysis/accounts",
        "/analysis/accounts?show=lost",
        "/analysis/performance",
        "/analysis/extremes",
        "/analysis/forecast",
        "/analysis/forecast?dimension=account",
        "/analysis/forecast?dimension=province",
        "/analysis/forecast?q=%E9%A3%9F%E5%93%81",
        "/analysis/forecast/model?dimension=industry",
        "/analysis/forecast/accounts",
        "/api/analysis/forecast",
        "/api/analysis/forecast/accounts",
        "/api/analysis/overview",
        "/api/analysis/map",
        "/api/analysis/by/owner",
        "/api/analysis/accounts",
        "/api/analysis/performance",
        "/api/analysis/extremes",
    ];

    [Theory, EachDatabase]
    public async Task A_rep_sees_own_accounts_only(Database database)
    {
        await using var company = await StartAsync(database);

        var overview = await JsonAsync(company.Li, "/api/analysis/overview");

        Assert.Equal(200m, overview.GetProperty("netSales").GetDecimal());
        Assert.Equal(-0.5, overview.GetProperty("change").GetProperty("value").GetDouble(), 10);
        foreach (var address in Pages)
        {
            var text = WebUtility.HtmlDecode(await company.Li.GetStringAsync(address, TestContext.Current.CancellationToken));
            foreach (var others in new[] { "珠江食品", "秦岭药业", "火星", "1,150" })
                Assert.False(text.Contains(others, StringComparison.Ordinal), $"{address} tells {others}");
        }
    }

    [Theory, EachDatabase]
    public async Task A_guessed_group_account_or_product_of_others_is_not_found(Database database)
    {
        await using var company = await StartAsync(database);

        foreach (
            var query in new[]
            {
                "accounts?dimension=province&group=440000",
                $"accounts?dimension=owner&group={company.Wang.Id}",
                "accounts?dimension=industry&group=%E9%A3%9F%E5%93%81",
                $"performance?account={company.Accounts["珠江食品"]}",
                $"performance?account={company.Accounts["珠江食品"]}&year=each",
                "forecast?dimension=province&group=440000",
                $"forecast?dimension=owner&group={company.Wang.Id}",
                $"forecast?account={company.Accounts["珠江食品"]}",
                $"forecast/model?account={company.Accounts["珠江食品"]}",
                $"measures/{company.Accounts["珠江食品"]}",
            }
        )
        {
            var page = await company.Li.GetAsync(new Uri("/analysis/" + query, UriKind.Relative), TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
            var text = await page.TextAsync();
            Assert.Contains("没有找到", text, StringComparison.Ordinal);
            Assert.DoesNotContain("珠江", text, StringComparison.Ordinal);
        }
    }

    [Theory, EachDatabase]
    public async Task Nobody_looks_without_signing_in(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var nobody = app.NewClient();

        foreach (var address in Pages)
        {
            var answer = await nobody.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

            Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Theory, EachDatabase]
    public async Task Without_sales_the_page_offers_to_bring_them_in(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var manager = await app.SignedInAsync(Role.Manager);
        using var rep = await app.SignedInAsync(Role.Rep);
        await app.LedgerWithLinesAsync(0);

        var mayImport = await manager.GetStringAsync("/analysis", TestContext.Current.CancellationToken);
        var mayNot = WebUtility.HtmlDecode(await rep.GetStringAsync("/analysis/map", TestContext.Current.CancellationToken));

        Assert.Contains("href=\"/imports/new\"", mayImport, StringComparison.Ordinal);
        Assert.DoesNotContain("/imports/new", mayNot, StringComparison.Ordinal);
        Assert.Contains("还没有可以分析的销售数据", mayNot, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task What_makes_no_sense_in_an_address_is_told_in_a_sentence(Database database)
    {
        await using var company = await StartAsync(database);

        async Task<string> Page(string address)
        {
            using var answer = await company.Boss.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            return await answer.TextAsync();
        }

        Assert.Contains("“昨天”不是日期", await Page("/analysis?period=custom&from=昨天"), StringComparison.Ordinal);
        Assert.Contains(
            "开始日期晚于结束日期",
            await Page("/analysis/map?period=custom&from=2025-06-01&to=2025-01-01"),
            StringComparison.Ordinal
        );
        Assert.Contains("“很多”不是金额", await Page("/analysis/extremes?floor=很多"), StringComparison.Ordinal);
        Assert.Contains("没有找到", await Page("/analysis/by/weather"), StringComparison.Ordinal);
        Assert.Contains("没有找到", await Page("/analysis/accounts?dimension=weather"), StringComparison.Ordinal);
        Assert.Contains("没有找到", await Page("/analysis/performance?account=abc"), StringComparison.Ordinal);
        Assert.Contains("没有找到", await Page("/analysis/forecast?account=abc"), StringComparison.Ordinal);
        Assert.Contains("没有找到", await Page("/analysis/forecast?dimension=weather"), StringComparison.Ordinal);
        Assert.Contains("“昨天”不是日期", await Page("/analysis/forecast?asof=昨天"), StringComparison.Ordinal);
        foreach (
            var address in new[]
            {
                "/analysis/by/size?page=999999&size=7&sort=weather&chart=x&show=x",
                "/analysis/accounts?page=-3",
                "/analysis/performance?page=99999&year=12345",
                "/analysis/map?level=x&shade=x&province=x",
            }
        )
            Assert.DoesNotContain("出错", await Page(address), StringComparison.Ordinal);
    }
}

using System.Net;
using System.Text.Json;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Xunit;
using static Jingke.Tests.Features.Opportunities.DueCompany;

namespace Jingke.Tests.Features.Opportunities;

public sealed class LookAlikeTests
{
    [Theory, EachDatabase]
    public async Task Who_has_what_the_key_accounts_have_is_listed_with_the_reason_in_words(Database database)
    {
        await using var company = await LikenessCompany.StartAsync(database);

        var answer = await JsonAsync(company.Boss, "/api/opportunities/look-alikes");
        var page = await (await company.Boss.GetAsync("/opportunities/look-alikes")).TextAsync();
        var file = await company.Boss.GetStringAsync("/opportunities/look-alikes/export?format=csv");

        Assert.Equal(6, answer.GetProperty("keyAccounts").GetInt32());
        Assert.Equal(["望0", "望1", "望2", "望3", "望4"], Rows(answer, "name").Order(StringComparer.Ordinal));
        Assert.All(Rows(answer, "likeness"), likeness => Assert.Equal("1", likeness));
        Assert.All(Rows(answer, "coverage"), coverage => Assert.Equal("1", coverage));
        // Only province and industry differ between accounts at all, so only they are compared.
        Assert.Equal(
            ["industry", "province"],
            answer
                .GetProperty("weights")
                .EnumerateArray()
                .Select(weight => weight.GetProperty("attribute").GetString()!)
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(100, answer.GetProperty("weights").EnumerateArray().Sum(weight => weight.GetProperty("percent").GetInt32()));
        // Six key accounts cannot be halved into tens, and the page says so.
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("check").ValueKind);
        Assert.Contains("大客户太少", page, StringComparison.Ordinal);
        Assert.Contains("相同：", page, StringComparison.Ordinal);
        Assert.Contains("通用设备", page, StringComparison.Ordinal);
        Assert.Contains("望4", file, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task The_list_is_narrowed_as_asked(Database database)
    {
        await using var company = await LikenessCompany.StartAsync(database);

        async Task<int> CountAsync(string query) =>
            (await JsonAsync(company.Boss, $"/api/opportunities/look-alikes?{query}")).GetProperty("total").GetInt32();

        Assert.Equal(5, await CountAsync("min=95"));
        Assert.Equal(5, await CountAsync("province=330000"));
        Assert.Equal(0, await CountAsync("province=440000"));
        Assert.Equal(5, await CountAsync("industry=通用设备&bought=no"));
        Assert.Equal(0, await CountAsync("bought=yes"));
        Assert.Equal(1, await CountAsync("q=望3"));
    }

    [Theory, EachDatabase]
    public async Task Key_accounts_of_others_are_not_named(Database database)
    {
        await using var company = await LikenessCompany.StartAsync(database);

        foreach (
            var address in (string[])
                [
                    "/opportunities/look-alikes",
                    $"/opportunities/look-alikes/{company.Accounts["望0"]}",
                    "/opportunities/look-alikes/export?format=csv",
                    "/api/opportunities/look-alikes",
                    $"/api/opportunities/look-alikes/{company.Accounts["望0"]}",
                ]
        )
        {
            var text = await (await company.Wang.GetAsync(address)).TextAsync();
            Assert.Contains("望0", text, StringComparison.Ordinal);
            Assert.DoesNotMatch("大[0-5]", text);
        }
        var own = await (await company.Wang.GetAsync($"/opportunities/look-alikes/{company.Accounts["望0"]}")).TextAsync();
        Assert.Contains("您权限外的大客户", own, StringComparison.Ordinal);
        Assert.Contains("望1", own, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await company.Wang.GetAsync($"/opportunities/look-alikes/{company.Accounts["大0"]}")).StatusCode
        );
    }

    [Theory, EachDatabase]
    public async Task One_account_stands_beside_its_key_accounts_attribute_by_attribute(Database database)
    {
        await using var company = await LikenessCompany.StartAsync(database);

        var answer = await JsonAsync(company.Boss, $"/api/opportunities/look-alikes/{company.Accounts["近"]}");
        var page = await (await company.Boss.GetAsync($"/opportunities/look-alikes/{company.Accounts["近"]}")).TextAsync();
        var account = await (await company.Boss.GetAsync($"/accounts/{company.Accounts["望0"]}")).TextAsync();

        var first = answer.GetProperty("rows")[0];
        var attributes = first
            .GetProperty("attributes")
            .EnumerateArray()
            .ToDictionary(each => each.GetProperty("attribute").GetString()!, each => each.GetProperty("difference").GetDouble());
        Assert.Equal((0.0, 1.0), (attributes["province"], attributes["industry"]));
        Assert.Contains("相差 100%", page, StringComparison.Ordinal);
        Assert.Contains("像哪些大客户", account, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task What_similar_accounts_buy_is_suggested(Database database)
    {
        await using var company = await LikenessCompany.StartAsync(database);

        var answer = await JsonAsync(company.Boss, $"/api/opportunities/cross-selling/{company.Accounts["大5"]}");
        var page = await (await company.Boss.GetAsync($"/opportunities/cross-selling/{company.Accounts["大5"]}")).TextAsync();
        var account = await (await company.Boss.GetAsync($"/accounts/{company.Accounts["大5"]}")).TextAsync();

        // Five of five peers buy it, against 5 of all 30; Wilson: 5 / (5 + 1.96²). Five are too few for what goes together.
        Assert.Empty(Rows(answer, "product"));
        Assert.Equal(5, answer.GetProperty("peers").GetInt32());
        var only = Assert.Single(answer.GetProperty("ofPeers").EnumerateArray());
        Assert.Equal("轴承", only.GetProperty("product").GetString());
        Assert.Equal(5, only.GetProperty("cases").GetInt32());
        Assert.Equal(5 / 30.0, only.GetProperty("shareOfAll").GetDouble(), 12);
        Assert.Equal(5 / (5 + (1.96 * 1.96)), only.GetProperty("shareAtLeast").GetDouble(), 12);
        foreach (var text in (string[])[page, account])
            Assert.Contains("同类客户 5 家里 5 家也买（100%），全部客户里是 17%", text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Without_key_accounts_the_page_says_what_is_missing(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var boss = await app.SignedInAsync(Role.Administrator);
        await app.GivenLinesAsync(new GivenSales.Line("独一家", "2025-06-30", 10));
        await app.LedgerWithLinesAsync(1);

        Assert.Contains(
            "还没有可比的大客户",
            await (await boss.GetAsync("/opportunities/look-alikes")).TextAsync(),
            StringComparison.Ordinal
        );
    }
}

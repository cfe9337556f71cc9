using System.Text.Json;
using Jingke.Domain.Accounts;
using Jingke.Domain.People;
using Jingke.Tests.Features.Opportunities;
using Jingke.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Jingke.Tests.Features.KeyAccounts.FileCompany;
using static Jingke.Tests.Support.GivenSales;

namespace Jingke.Tests.Features.KeyAccounts;

public sealed class FileBenchmarkTests
{
    [Theory, EachDatabase]
    public async Task An_account_is_held_against_those_most_like_it(Database database)
    {
        await using var company = await LikenessCompany.StartAsync(database);

        var benchmark = await BenchmarkAsync(company.Boss, company.Accounts["小0"]);
        var page = await TextAsync(company.Boss, Page(company.Accounts["小0"]));
        var print = await TextAsync(company.Boss, $"{Page(company.Accounts["小0"])}/print");
        company.Boss.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var english = await TextAsync(company.Boss, Page(company.Accounts["小0"]));

        // It bought 100, the 23 others of its place and industry 101 to 123.
        Assert.Equal((23, 0), (benchmark.GetProperty("accounts").GetInt32(), benchmark.GetProperty("exceeded").GetInt32()));
        Assert.Equal((1.0, 1.0), (Number(benchmark, "likenessFrom"), Number(benchmark, "likenessTo")));
        Assert.Equal(
            (100.0, 112.0, 118.0),
            (Number(benchmark, "netSales"), Number(benchmark, "median"), Number(benchmark, "upperQuartile"))
        );
        Assert.Equal(18, Number(benchmark, "toUpperQuartile"));
        foreach (var text in (string[])[page, print])
        {
            Assert.Contains(
                "近 12 个月买了 100元，同类客户的中位数是 112元；做到前四分之一的水平（118元），一年还能多 18元。",
                text,
                StringComparison.Ordinal
            );
        }
        Assert.Contains("近 12 个月买过的 23 家，相似度 100%，它比其中 0 家买得多。", page, StringComparison.Ordinal);
        Assert.Contains("最像它的 23 家，相似度 100%", print, StringComparison.Ordinal);
        Assert.Contains($"/opportunities/look-alikes/{company.Accounts["小0"]}", page, StringComparison.Ordinal);
        Assert.Contains("it would buy 18 CNY more a year", english, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Who_is_above_already_or_bought_nothing_is_told_so(Database database)
    {
        await using var company = await LikenessCompany.StartAsync(database);

        var above = await TextAsync(company.Boss, Page(company.Accounts["大5"]));
        var nothing = await TextAsync(company.Boss, Page(company.Accounts["望0"]));

        Assert.Contains("近 12 个月买了 1 万元，已在同类客户的前四分之一（1 万元以上，中位数 1 万元）。", above, StringComparison.Ordinal);
        Assert.Contains("近 12 个月买过的 5 家，相似度 100%，它比其中 5 家买得多。", above, StringComparison.Ordinal);
        Assert.Contains("近 12 个月没有买；同类客户的中位数是 1 万元", nothing, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Where_few_are_really_alike_the_nearest_are_taken_and_that_is_said(Database database)
    {
        await using var company = await LikenessCompany.StartAsync(database);

        var benchmark = await BenchmarkAsync(company.Boss, company.Accounts["近"]);
        var page = await TextAsync(company.Boss, Page(company.Accounts["近"]));

        // Of province and industry it shares one with each of the thirty that bought.
        Assert.Equal(20, benchmark.GetProperty("accounts").GetInt32());
        Assert.InRange(Number(benchmark, "likenessFrom"), 0.5, 0.79);
        Assert.Contains("很像它的客户不多，取最接近、近 12 个月买过的 20 家", page, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Peers_are_the_whole_companys_and_none_of_them_is_shown(Database database)
    {
        await using var company = await LikenessCompany.StartAsync(database);

        // Wang sees none of the six like it that bought.
        var benchmark = await BenchmarkAsync(company.Wang, company.Accounts["望0"]);
        var page = await TextAsync(company.Wang, Page(company.Accounts["望0"]));
        var answer = await TextAsync(company.Wang, $"/api{Page(company.Accounts["望0"])}");

        Assert.Equal(6, benchmark.GetProperty("accounts").GetInt32());
        // They bought 10,000 to 10,005; what is told is no figure of one of them.
        Assert.Equal((10_000.0, 10_000.0), (Number(benchmark, "median"), Number(benchmark, "upperQuartile")));
        Assert.DoesNotMatch("大[0-5]|10,?00[1-5]", page);
        Assert.DoesNotMatch("大[0-5]|1000[1-5]", answer);
    }

    [Theory, EachDatabase]
    public async Task Where_nothing_can_be_compared_the_file_says_why(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var boss = await app.SignedInAsync(Role.Administrator);
        var ids = await app.WithDbAsync(async db =>
        {
            db.AddRange(Account("甲", "330000", "通用设备"), Account("空", "", ""));
            db.AddRange(Enumerable.Range(0, 3).Select(at => Account($"乙{at}", "440000", "食品")));
            await db.SaveChangesAsync();
            return await db.Accounts.ToDictionaryAsync(account => account.Name, account => account.Id);
        });
        await app.GivenLinesAsync([
            new Line("甲", "2025-06-30", 100),
            .. Enumerable.Range(0, 3).Select(at => new Line($"乙{at}", "2025-06-30", 1)),
        ]);
        await app.LedgerWithLinesAsync(4);
        await using var plain = await StartAsync(database);

        var few = await TextAsync(boss, Page(ids["乙0"]));
        var unknown = await TextAsync(boss, Page(ids["空"]));
        var alike = await TextAsync(plain.Boss, plain.File("巨鲸"));

        Assert.Contains("买过的客户不到 5 家", few, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await BenchmarkAsync(boss, ids["乙0"])).ValueKind);
        Assert.Matches("资料太少，找不出同类客户；先补：(省份、行业|行业、省份)。", unknown);
        Assert.Contains($"/accounts/{ids["空"]}/card/record", unknown, StringComparison.Ordinal);
        // Three accounts of which nothing is known differ in nothing.
        Assert.Contains("填了行业和地区，才能找出同类客户。", alike, StringComparison.Ordinal);
        Assert.DoesNotContain("和同类客户比", await TextAsync(boss, $"{Page(ids["乙0"])}/print"), StringComparison.Ordinal);
    }

    private static string Page(long account) => $"/key-accounts/files/{account}";

    private static async Task<string> TextAsync(HttpClient client, string address) => await (await client.GetAsync(address)).TextAsync();

    private static async Task<JsonElement> BenchmarkAsync(HttpClient client, long account) =>
        (await JsonAsync(client, $"/api{Page(account)}")).GetProperty("benchmark");

    private static double Number(JsonElement benchmark, string name) => benchmark.GetProperty(name).GetDouble();

    private static Account Account(string name, string province, string industry)
    {
        var account = new Account(AccountKind.Company, name, DateTime.UnixEpoch);
        account.Describe(new AccountDescription { IndustryText = industry, ProvinceCode = province }, DateTime.UnixEpoch);
        return account;
    }
}

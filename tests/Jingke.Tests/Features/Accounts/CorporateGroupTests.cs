using System.Net;
using Jingke.Tests.Features.Analysis;
using Jingke.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jingke.Tests.Features.Accounts;

public sealed class CorporateGroupTests
{
    [Theory, EachDatabase]
    public async Task Figures_are_seen_for_one_company_or_for_the_whole_group(Database database)
    {
        await using var company = await SmallCompany.StartAsync(database);
        var (sea, river) = (company.Accounts["东海机械"], company.Accounts["珠江食品"]);

        using var set = await company.Boss.PressAsync($"/accounts/{river}/parent", ("parent", $"{sea}"));
        var own = await PageAsync(company.Boss, $"/accounts/{river}");
        var all = await PageAsync(company.Boss, $"/accounts/{river}?of=group");
        var members = await PageAsync(company.Boss, $"/accounts/{sea}?tab=corporate");

        Assert.Equal(HttpStatusCode.SeeOther, set.StatusCode);
        Assert.Contains("550.00", own, StringComparison.Ordinal);
        Assert.DoesNotContain("家公司合计", own, StringComparison.Ordinal);
        Assert.Contains("以下是集团 2 家公司合计的数字。", all, StringComparison.Ordinal);
        Assert.Contains("750.00", all, StringComparison.Ordinal);
        Assert.Contains("2 家公司，2025 年至今合计 600.00", members, StringComparison.Ordinal);
        Assert.Contains("珠江食品", members, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Companies_outside_the_scope_are_told_by_their_number_only(Database database)
    {
        await using var company = await SmallCompany.StartAsync(database);
        var (sea, river, mountain) = (company.Accounts["东海机械"], company.Accounts["珠江食品"], company.Accounts["秦岭药业"]);
        using var below = await company.Boss.PressAsync($"/accounts/{river}/parent", ("parent", $"{sea}"));
        using var above = await company.Boss.PressAsync($"/accounts/{sea}/parent", ("parent", $"{mountain}"));

        var members = await PageAsync(company.Li, $"/accounts/{sea}?tab=corporate");
        var all = await PageAsync(company.Li, $"/accounts/{sea}?of=group");

        Assert.Contains("另有 2 家不在您的数据范围内", members, StringComparison.Ordinal);
        Assert.DoesNotContain("珠江食品", members, StringComparison.Ordinal);
        Assert.DoesNotContain("秦岭药业", members, StringComparison.Ordinal);
        Assert.Contains("200.00", all, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_circle_of_companies_is_refused_with_its_reason(Database database)
    {
        await using var company = await SmallCompany.StartAsync(database);
        var (sea, river, mountain) = (company.Accounts["东海机械"], company.Accounts["珠江食品"], company.Accounts["秦岭药业"]);
        using var one = await company.Boss.PressAsync($"/accounts/{river}/parent", ("parent", $"{sea}"));
        using var two = await company.Boss.PressAsync($"/accounts/{mountain}/parent", ("parent", $"{river}"));

        using var circle = await company.Boss.PressAsync($"/accounts/{sea}/parent", ("parent", $"{mountain}"));
        using var self = await company.Boss.PressAsync($"/accounts/{sea}/parent", ("parent", $"{sea}"));
        using var elsewhere = await company.Li.PressAsync($"/accounts/{sea}/parent", ("parent", $"{river}"));

        Assert.Contains("不能反过来做它的上级", await circle.TextAsync(), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.SeeOther, self.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        Assert.Null(
            await company.App.WithDbAsync(db => db.Accounts.Where(each => each.Id == sea).Select(each => each.ParentId).SingleAsync())
        );
    }

    [Theory, EachDatabase]
    public async Task The_parent_is_found_by_a_few_letters(Database database)
    {
        await using var company = await SmallCompany.StartAsync(database);

        var found = await PageAsync(company.Boss, $"/accounts/{company.Accounts["珠江食品"]}/parent?q=dhjx");
        var nothing = await PageAsync(company.Boss, $"/accounts/{company.Accounts["珠江食品"]}/parent?q=没有这家");

        Assert.Contains($"name=\"parent\" value=\"{company.Accounts["东海机械"]}\"", found, StringComparison.Ordinal);
        Assert.Contains("没有找到和“没有这家”相符的公司。", nothing, StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.TextAsync();
    }
}

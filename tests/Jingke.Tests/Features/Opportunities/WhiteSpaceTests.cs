using Jingke.Tests.Support;
using Xunit;
using static Jingke.Tests.Features.Opportunities.DueCompany;

namespace Jingke.Tests.Features.Opportunities;

public sealed class WhiteSpaceTests
{
    [Theory, EachDatabase]
    public async Task A_market_with_look_alikes_and_few_customers_is_a_gap_that_leads_to_them(Database database)
    {
        await using var company = await LikenessCompany.StartAsync(database);

        var answer = await JsonAsync(company.Boss, "/api/opportunities/white-space");
        var page = await (await company.Boss.GetAsync("/opportunities/white-space")).TextAsync();
        var file = await company.Boss.GetStringAsync("/opportunities/white-space/export?format=csv");

        // 30 of 36 are customers; in 浙江, 通用设备 it is 6 of 11, and the other 5 resemble key accounts.
        Assert.Equal(5, answer.GetProperty("lookAlikes").GetInt32());
        Assert.Equal(6, answer.GetProperty("prospects").GetInt32());
        Assert.Equal(30 / 36.0, answer.GetProperty("penetration").GetDouble(), 12);
        Assert.Equal(["通用设备", "食品", "食品"], Rows(answer, "industry"));
        Assert.Equal(["330000", "330000", "440000"], Rows(answer, "province"));
        Assert.Equal(["5", "0", "0"], Rows(answer, "lookAlikes"));
        Assert.Equal(["6", "0", "24"], Rows(answer, "customers"));
        Assert.Equal(["True", "False", "False"], Rows(answer, "isGap"));
        Assert.Contains("/opportunities/look-alikes?province=330000&industry=", page, StringComparison.Ordinal);
        Assert.Contains("浙江", file, StringComparison.Ordinal);
        Assert.Equal(
            5,
            (await JsonAsync(company.Boss, "/api/opportunities/look-alikes?province=330000&industry=通用设备&bought=no"))
                .GetProperty("total")
                .GetInt32()
        );
    }

    [Theory, EachDatabase]
    public async Task A_rep_counts_their_own_accounts_only(Database database)
    {
        await using var company = await LikenessCompany.StartAsync(database);

        var answer = await JsonAsync(company.Wang, "/api/opportunities/white-space");

        Assert.Equal(24, answer.GetProperty("customers").GetInt32());
        Assert.Equal(["0", "0", "24"], Rows(answer, "customers"));
    }
}

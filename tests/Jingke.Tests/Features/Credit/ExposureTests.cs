using System.Text.Json;
using Jingke.Tests.Support;
using Xunit;

namespace Jingke.Tests.Features.Credit;

public sealed class ExposureTests
{
    [Theory, EachDatabase]
    public async Task What_is_invoiced_and_not_paid_counts_against_the_limit(Database database)
    {
        await using var company = await CreditCompany.StartAsync(database);
        await company.GrantAsync(company.Finance, "10000", "30", "先给一万");
        await company.BillAsync();

        var row = await company.RowAsync(company.Finance);

        Assert.Equal(11_000, row.GetProperty("exposure").GetDecimal());
        Assert.Equal(5_000, row.GetProperty("overdue").GetDecimal());
        Assert.Equal(1.1, row.GetProperty("use").GetDouble(), 6);
        Assert.Equal(["OverLimit"], row.GetProperty("alerts").EnumerateArray().Select(alert => alert.GetString()));
        Assert.Contains(company.Page, await (await company.Li.GetAsync("/")).TextAsync(), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Who_pays_late_is_rated_by_it(Database database)
    {
        await using var company = await CreditCompany.StartAsync(database);
        await company.BillAsync();
        await company.InvestigateAsync(company.Li, 5);

        var row = await company.RowAsync(company.Finance);
        var page = await (await company.Li.GetAsync(company.Page)).TextAsync();

        // 8,000 for eight days and 5,000 for two, over 8,000 that fell due: 9.25 days of 60. It stands before the grade that was found.
        Assert.Contains("近 12 个月平均晚付 9.3 天", page, StringComparison.Ordinal);
        Assert.Equal(80 + (10 * (1 - (9.25 / 60))) + (4 * 0.75) + (3 * 0.5) + 3, row.GetProperty("score").GetDouble(), 6);
    }

    [Theory, EachDatabase]
    public async Task Who_owes_us_is_listed_though_nobody_looked_into_it(Database database)
    {
        await using var company = await CreditCompany.StartAsync(database);
        await company.BillAsync();

        var row = await company.RowAsync(company.Finance);

        Assert.Equal(JsonValueKind.Null, row.GetProperty("rating").ValueKind);
        Assert.Empty(row.GetProperty("alerts").EnumerateArray());
    }
}

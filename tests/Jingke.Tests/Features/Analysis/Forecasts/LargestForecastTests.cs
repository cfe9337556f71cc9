using System.Text.Json;
using Jingke.Analytics.Forecasting;
using Jingke.Tests.Support;
using Jingke.Web.Common;
using Jingke.Web.Features.Analysis.Forecasts;
using Xunit;
using static Jingke.Tests.Features.Analysis.Forecasts.ForecastCompany;

namespace Jingke.Tests.Features.Analysis.Forecasts;

public sealed class LargestForecastTests
{
    [Theory, EachDatabase]
    public async Task The_largest_accounts_in_sight_are_listed_with_their_coming_year(Database database)
    {
        await using var company = await StartAsync(database);

        var all = await JsonAsync(company.Boss, "/api/analysis/forecast/accounts?sort=-next");
        var ascending = await JsonAsync(company.Boss, "/api/analysis/forecast/accounts?sort=next");
        var own = await JsonAsync(company.Li, "/api/analysis/forecast/accounts");
        var page = await (await company.Boss.GetAsync("/analysis/forecast/accounts")).TextAsync();
        var file = await company.Li.GetStringAsync("/analysis/forecast/accounts/export?format=csv");

        Assert.Equal(((string, decimal?, decimal?)[])[("远山", 3000m, 3000m), ("恒久", 1200m, 1200m), ("新来", null, null)], Rows(all));
        // What is not known stands last either way.
        Assert.Equal(["恒久", "远山", "新来"], Rows(ascending).Select(row => row.Name));
        Assert.Equal(["恒久"], Rows(own).Select(row => row.Name));
        Assert.Contains($"/analysis/forecast?dimension=account&group={company.Accounts["远山"]}", page, StringComparison.Ordinal);
        Assert.Contains("历史太短", page, StringComparison.Ordinal);
        Assert.Contains("80% 下限(元),80% 上限(元)", file, StringComparison.Ordinal);
        Assert.Contains("恒久,1200.00,", file, StringComparison.Ordinal);
        Assert.DoesNotContain("远山", file, StringComparison.Ordinal);
    }

    [Fact]
    public void Most_is_at_stake_where_the_change_in_money_is_largest_up_or_down()
    {
        LargestForecasts.Row[] rows =
        [
            Row("short", null, 0),
            Row("grows", 500, 400),
            Row("falls", 100, 900),
            Row("stays", 5000, 5000),
            Row("new", 300, null),
        ];

        IEnumerable<string> By(string sort) => LargestForecasts.Sorted(rows, Sort.Parse(sort)).Select(row => row.Name);

        Assert.Equal(["falls", "grows", "stays", "short", "new"], By("-size"));
        Assert.Equal(["grows", "stays", "falls", "short", "new"], By("-change"));
        Assert.Equal(["stays", "grows", "new", "falls", "short"], By("-next"));
        Assert.Equal(["falls", "grows", "new", "short", "stays"], By("name"));
    }

    private static LargestForecasts.Row Row(string name, double? next, long? previous) =>
        new(
            1,
            "",
            name,
            next is { } value ? new ForecastTotals(12, new(value, null, null, null, null), previous, 2026, 0, default, null) : null,
            null
        );

    private static (string Name, decimal? Next, decimal? Previous)[] Rows(JsonElement answer) =>
        [
            .. answer
                .GetProperty("rows")
                .EnumerateArray()
                .Select(row => (row.GetProperty("name").GetString()!, Number(row, "next"), Number(row, "previous"))),
        ];

    private static decimal? Number(JsonElement row, string name) =>
        row.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? Math.Round(number.GetDecimal(), 2) : null;
}

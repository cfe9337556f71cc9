using System.Net;
using System.Text.Json;
using Jingke.Tests.Support;
using Xunit;
using static Jingke.Tests.Features.Analysis.Forecasts.ForecastCompany;

namespace Jingke.Tests.Features.Analysis.Forecasts;

public sealed class ForecastPageTests
{
    [Theory, EachDatabase]
    public async Task Twelve_months_are_forecast_from_the_one_that_is_not_over_with_the_year_and_what_it_is_compared_with(Database database)
    {
        await using var company = await StartAsync(database);

        var answer = await JsonAsync(company.Li, "/api/analysis/forecast");

        Assert.Equal("2025-06-01", answer.GetProperty("monthNotOver").GetString());
        Assert.Equal(29, answer.GetProperty("history").GetArrayLength());
        var months = answer.GetProperty("months").EnumerateArray().ToList();
        Assert.Equal(12, months.Count);
        Assert.Equal(
            ("2025-06-01", "2026-05-01"),
            (months[0].GetProperty("month").GetString(), months[11].GetProperty("month").GetString())
        );
        Assert.All(months, month => Assert.Equal(100m, Value(month.GetProperty("forecast"))));
        Assert.All(months, month => Assert.Equal(100m, month.GetProperty("yearEarlier").GetDecimal()));
        var (next, year) = (answer.GetProperty("next"), answer.GetProperty("year"));
        Assert.Equal((1200m, 1200m), (Value(next.GetProperty("forecast")), next.GetProperty("previous").GetDecimal()));
        // January to May are known, June to December are forecast.
        Assert.Equal((2025, 500m), (year.GetProperty("year").GetInt32(), year.GetProperty("known").GetDecimal()));
        Assert.Equal((1200m, 1200m), (Value(year.GetProperty("forecast")), year.GetProperty("previous").GetDecimal()));
    }

    [Theory, EachDatabase]
    public async Task Each_scope_has_its_own_series(Database database)
    {
        await using var company = await StartAsync(database);

        foreach (
            var (query, name, next) in ((string, string, decimal)[])
                [
                    ($"account={company.Accounts["恒久"]}", "恒久", 1200m),
                    ("dimension=account", "远山", 3000m),
                    ("q=恒", "恒久", 1200m),
                    ($"dimension=team&group={company.Teams.North}", "北方队", 1200m),
                    ($"dimension=product&group={company.Products["齿轮"]}", "齿轮", 12 * 310m),
                    ("dimension=product", "齿轮", 12 * 310m),
                    ("dimension=province&group=330000", "浙江", 1200m),
                ]
        )
        {
            var answer = await JsonAsync(company.Boss, $"/api/analysis/forecast?{query}");

            Assert.Equal((query, name), (query, answer.GetProperty("name").GetString()));
            Assert.Equal((query, next), (query, Value(answer.GetProperty("next").GetProperty("forecast"))));
        }

        var all = await JsonAsync(company.Boss, "/api/analysis/forecast");
        Assert.Equal(
            [350m, 357m, 357m],
            all.GetProperty("history").EnumerateArray().TakeLast(3).Select(month => month.GetProperty("netSales").GetDecimal())
        );
    }

    [Theory, EachDatabase]
    public async Task A_day_in_the_address_is_where_the_forecast_stands(Database database)
    {
        await using var company = await StartAsync(database);

        var answer = await JsonAsync(company.Li, "/api/analysis/forecast?asof=2024-12-31&period=lastyear");

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("monthNotOver").ValueKind);
        Assert.Equal("2025-01-01", answer.GetProperty("months")[0].GetProperty("month").GetString());
        Assert.Equal(24, answer.GetProperty("history").GetArrayLength());
        Assert.Equal(0m, answer.GetProperty("year").GetProperty("known").GetDecimal());
    }

    [Theory, EachDatabase]
    public async Task Who_sees_a_part_forecasts_that_part_and_nothing_of_others(Database database)
    {
        await using var company = await StartAsync(database);

        var gear = await JsonAsync(company.Li, $"/api/analysis/forecast?dimension=product&group={company.Products["齿轮"]}");
        var page = await (await company.Li.GetAsync("/analysis/forecast?dimension=account")).TextAsync();

        Assert.Equal(12 * 60m, Value(gear.GetProperty("next").GetProperty("forecast")));
        Assert.Contains("恒久", page, StringComparison.Ordinal);
        Assert.Contains("我能看到的客户", page, StringComparison.Ordinal);
        Assert.DoesNotContain("远山", page, StringComparison.Ordinal);
        foreach (
            var query in (string[])
                [
                    $"account={company.Accounts["远山"]}",
                    $"dimension=account&group={company.Accounts["远山"]}",
                    $"dimension=team&group={company.Teams.South}",
                    "dimension=province&group=310000",
                ]
        )
        foreach (var path in (string[])["/analysis/forecast", "/analysis/forecast/model", "/api/analysis/forecast"])
            Assert.Equal(HttpStatusCode.NotFound, (await company.Li.GetAsync($"{path}?{query}")).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task The_page_says_the_method_its_past_error_and_leads_to_the_rows(Database database)
    {
        await using var company = await StartAsync(database);
        var account = company.Accounts["远山"];

        var page = await (await company.Boss.GetAsync($"/analysis/forecast?account={account}")).TextAsync();
        var model = await (await company.Boss.GetAsync($"/analysis/forecast/model?account={account}")).TextAsync();

        Assert.Contains("2025-06 尚未结束", page, StringComparison.Ordinal);
        Assert.Contains("每次向前 7 个月", page, StringComparison.Ordinal);
        Assert.Contains("单月平均错 0.0%", page, StringComparison.Ordinal);
        Assert.Contains("3,000.00", page, StringComparison.Ordinal);
        Assert.Contains($"account={account}&period=custom&from=2024-06-01&to=2024-06-30", page, StringComparison.Ordinal);
        // 29 months are fewer than the three years that show a season.
        Assert.Contains("只有 29 个完整月份", page, StringComparison.Ordinal);
        Assert.Contains("上年同月", model, StringComparison.Ordinal);
        Assert.Contains("（采用）", model, StringComparison.Ordinal);
        Assert.Contains("新客户、丢单、涨价、停产", model, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Too_short_a_history_says_so_and_offers_to_bring_more(Database database)
    {
        await using var company = await StartAsync(database);
        var address = $"?account={company.Accounts["新来"]}";

        var page = await (await company.Boss.GetAsync("/analysis/forecast" + address)).TextAsync();
        var rep = await (await company.Wang.GetAsync("/analysis/forecast/model" + address)).TextAsync();
        var answer = await JsonAsync(company.Boss, "/api/analysis/forecast" + address);
        var file = await company.Boss.GetAsync("/analysis/forecast/export" + address + "&format=csv");

        Assert.Contains("历史太短，暂不预测", page, StringComparison.Ordinal);
        Assert.Contains("/imports/new", page, StringComparison.Ordinal);
        Assert.Contains("历史太短，暂不预测", rep, StringComparison.Ordinal);
        Assert.DoesNotContain("/imports/new", rep, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("months").ValueKind);
        Assert.True(file.IsSuccessStatusCode);
    }

    [Theory, EachDatabase]
    public async Task A_dimension_that_nobody_filled_in_and_a_search_without_result_are_told(Database database)
    {
        await using var company = await StartAsync(database);

        var industry = await (await company.Boss.GetAsync("/analysis/forecast?dimension=industry")).TextAsync();
        var nobody = await (await company.Boss.GetAsync("/analysis/forecast?dimension=account&q=没有这家")).TextAsync();

        Assert.Contains("还不能按行业预测", industry, StringComparison.Ordinal);
        Assert.Contains("没有找到这样的客户", nobody, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Files_hold_history_and_forecast_and_the_candidates(Database database)
    {
        await using var company = await StartAsync(database);
        var query = $"?account={company.Accounts["恒久"]}&format=csv";

        var table = (await company.Li.GetStringAsync("/analysis/forecast/export" + query)).Split('\n');
        var model = await company.Boss.GetStringAsync("/analysis/forecast/model/export" + query);

        Assert.Contains(table, row => row.StartsWith("2025-05,100.00,,", StringComparison.Ordinal));
        Assert.Contains(table, row => row.StartsWith("2026-05,,100.00,", StringComparison.Ordinal));
        Assert.Contains("近一年平均", model, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task What_the_method_says_of_the_months_that_were_stands_beside_them(Database database)
    {
        await using var company = await StartAsync(database);
        var query = $"?account={company.Accounts["恒久"]}";

        var answer = await JsonAsync(company.Li, "/api/analysis/forecast" + query);
        var page = await (await company.Li.GetAsync("/analysis/forecast" + query)).TextAsync();
        var table = (await company.Li.GetStringAsync("/analysis/forecast/export" + query + "&format=csv")).Split('\n');

        Assert.All(
            answer.GetProperty("history").EnumerateArray(),
            month => Assert.Equal(100m, Math.Round(month.GetProperty("fitted").GetDecimal(), 2))
        );
        Assert.Contains("细线是回算", page, StringComparison.Ordinal);
        Assert.Contains("\"isQuiet\":true", page, StringComparison.Ordinal);
        Assert.Contains(table, row => row.TrimEnd().EndsWith(",回算(元)", StringComparison.Ordinal));
        Assert.Contains(table, row => row.TrimEnd() == "2025-05,100.00,,,,,,,,100.00");
    }

    [Theory, EachDatabase]
    public async Task The_account_page_shows_the_coming_year_and_leads_on(Database database)
    {
        await using var company = await StartAsync(database);

        var page = await (await company.Li.GetAsync($"/accounts/{company.Accounts["恒久"]}")).TextAsync();
        var other = await (await company.Wang.GetAsync($"/accounts/{company.Accounts["新来"]}")).TextAsync();

        Assert.Contains("未来 12 个月预测", page, StringComparison.Ordinal);
        Assert.Contains("1,200.00", page, StringComparison.Ordinal);
        Assert.Contains($"/analysis/forecast?account={company.Accounts["恒久"]}", page, StringComparison.Ordinal);
        Assert.DoesNotContain("未来 12 个月预测", other, StringComparison.Ordinal);
    }

    private static decimal Value(JsonElement point) => Math.Round(point.GetProperty("value").GetDecimal(), 2);
}

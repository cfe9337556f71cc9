using System.Text.Json;
using Jingke.Tests.Tabular;
using Xunit;

namespace Jingke.Tests.Analyze;

/// <summary>The coming months in the report.</summary>
public class ForecastTests
{
    private static readonly string Lines = string.Concat(
        Enumerable.Range(0, 24).Select(month => $"{new DateOnly(2022, 1, 15).AddMonths(month):yyyy-MM-dd},甲公司,100\n")
    );

    [Fact]
    public async Task The_twelve_months_after_the_one_that_has_begun_are_forecast()
    {
        using var file = Sheet.Of($"日期,客户,金额\n{Lines}2024-01-05,甲公司,7\n");

        var run = await Analyzed.JsonAsync(file.Path);

        Assert.Equal(12, run["forecast"].GetArrayLength());
        Assert.Equal("2024-02", run["forecast.0.month"].GetString());
        Assert.Equal("2025-01", run["forecast.11.month"].GetString());
        Assert.Equal("combination", run["forecast.0.method"].GetString());
        Assert.Equal(100.00m, run.Money("forecast.11.value"));
    }

    [Theory]
    [InlineData("zh-Hans", "2024-01 尚未结束", "ETS、Theta 与阻尼平滑的平均")]
    [InlineData("en", "2024-01 is not over yet", "mean of ETS, Theta and damped smoothing")]
    public async Task The_table_names_the_method_and_what_was_left_out(string language, params string[] words)
    {
        using var file = Sheet.Of($"日期,客户,金额\n{Lines}2024-01-05,甲公司,7\n");

        var run = await Analyzed.RunAsync("--sales", file.Path, "--lang", language);

        Assert.All(words, word => Assert.Contains(word, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Too_short_a_history_has_no_forecast_and_says_so()
    {
        using var file = Sheet.Of("日期,客户,金额\n2024-01-05,甲公司,100\n2024-02-05,乙公司,50\n");

        var json = await Analyzed.JsonAsync(file.Path);
        var table = await Analyzed.RunAsync("--sales", file.Path, "--lang", "en");

        Assert.False(JsonDocument.Parse(json.Output).RootElement.TryGetProperty("forecast", out _));
        Assert.Contains("No forecast: fewer than 6 whole months", table.Output, StringComparison.Ordinal);
    }
}

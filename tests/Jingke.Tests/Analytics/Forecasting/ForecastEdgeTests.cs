using Jingke.Analytics.Forecasting;
using Jingke.Analytics.Series;
using Xunit;

namespace Jingke.Tests.Analytics.Forecasting;

/// <summary>Histories that are short, empty of sales, negative or not numbers.</summary>
public class ForecastEdgeTests
{
    [Fact]
    public void Every_length_and_kind_of_history_gives_finite_numbers()
    {
        var random = new Random(7);
        Func<int, double>[] kinds =
        [
            _ => 0,
            _ => 42,
            t => t % 12 == 3 ? 900 : 0,
            _ => random.NextDouble() < 0.7 ? 0 : random.Next(1, 50),
            t => random.Next(-100, 100),
            t => -500 - t,
            t => t == 9 ? -30 : 100 + random.Next(50),
            t => Math.Pow(3, t),
            t => 1e-9 * (1 + (t % 5)),
            t => 1e300 / (1 + (t % 3)),
            t => t < 20 ? 0 : 10 + (t % 4),
        ];

        foreach (var kind in kinds)
        foreach (var length in new[] { 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 17, 23, 24, 25, 35, 36, 40 })
        {
            var history = Enumerable.Range(0, length).Select(kind).ToArray();
            foreach (var method in ForecastMethods.All)
                Assert.True(method.Run(history, 14) is null or { IsFinite: true, Mean.Length: 14 }, $"{method} {length}");

            var forecast = Forecaster.Automatic(history, 14);
            Assert.Equal(14, forecast.Points.Count);
            Assert.All(forecast.Points, point => Assert.True(IsOrdered(point), $"{forecast.Method} {length} {point}"));
        }
    }

    [Fact]
    public void Who_never_sold_less_than_nothing_is_not_forecast_to()
    {
        double[] falling = [.. Enumerable.Range(0, 24).Select(t => Math.Max(230d - (10 * t), 0))];

        var forecast = Forecaster.Automatic(falling);

        Assert.All(forecast.Points, point => Assert.True(point is { Value: >= 0, Low95: null or >= 0 }));
    }

    [Fact]
    public void A_single_month_goes_on_without_interval_or_past()
    {
        var forecast = Forecaster.Automatic([120]);

        Assert.Equal((ForecastMethods.Naive, IntervalBasis.None), (forecast.Method, forecast.Basis));
        Assert.Null(forecast.PastError);
        Assert.All(forecast.Points, point => Assert.Equal(new ForecastPoint(120, null, null, null, null), point));
    }

    [Fact]
    public void Factors_fall_out_where_a_month_is_not_positive()
    {
        var history = Enumerable.Range(0, 40).Select(t => t == 30 ? 0d : 10 + (t % 12)).ToArray();

        Assert.Null(ForecastMethods.HoltWintersMultiplicative.Run(history, 6));
        Assert.Null(ForecastMethods.SeasonalFactors.Run(history, 6));
        Assert.NotNull(ForecastMethods.HoltWintersAdditive.Run(history, 6));
        Assert.StartsWith("ETS(A", ForecastMethods.Ets.Run(history, 6)!.Model, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_not_a_number_is_refused_by_its_place(double value)
    {
        var refusal = Assert.Throws<UnusableSeriesException>(() => Forecaster.Automatic([1, 2, value, 4]));

        Assert.Equal(2, refusal.Index);
        Assert.Equal("Value 3 of the history is not a finite number.", refusal.Message);
    }

    [Fact]
    public void No_history_and_no_horizon_are_refused()
    {
        Assert.Null(Assert.Throws<UnusableSeriesException>(() => Forecaster.Automatic([])).Index);
        Assert.Throws<ArgumentOutOfRangeException>(() => Forecaster.Automatic([1, 2], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ForecastMethods.Naive.Run([1], ForecastMethod.LongestHorizon + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ForecastMethods.Naive.Run([1], 1, 0));
    }

    [Fact]
    public void The_past_is_tested_without_knowing_what_came()
    {
        // A jump in the last months, which no trial before it may have foreseen.
        double[] history = [.. Enumerable.Repeat(10d, 36), .. Enumerable.Repeat(20d, 12)];

        var test = Assert.Single(BackTest.Of(history, [ForecastMethods.Naive]));

        Assert.Equal([26, 29, 32, 35], test.Origins);
        Assert.Equal(12, test.Horizon);
        Assert.All(test.Paths, path => Assert.All(path.Mean, value => Assert.Equal(10, value, 1e-12)));
        Assert.Equal(200 * (10 / 30d) * ((12 + 9 + 6 + 3) / 48d), test.Smape, 1e-9);
        Assert.Null(test.Mase);
    }

    [Fact]
    public void A_rule_that_was_clearly_better_joins_the_combination()
    {
        // Each year is the one before times 1.6, with a season that no smooth method foresees from so little.
        double[] year = [3, 1, 8, 2, 9, 1, 7, 2, 6, 1, 9, 4];
        double[] history = [.. Enumerable.Range(0, 4).SelectMany(y => year.Select(value => value * Math.Pow(1.6, y)))];

        var forecast = Forecaster.Automatic(history);

        Assert.Equal("combination+last-year-growth", forecast.Method.Code);
        Assert.Equal(forecast.Method, forecast.PastError!.Method);
        Assert.Contains(forecast.Others, other => other.Method == ForecastMethods.Combination);
    }

    [Theory]
    [InlineData("2025-03-31", "2025-04-01", null, 15)]
    [InlineData("2025-03-30", "2025-03-01", "2025-03-01", 14)]
    public void A_month_that_is_not_over_is_left_out_and_named(string asOf, string first, string? leftOut, int months)
    {
        var series = new MonthlySeries(new(2023, 11, 1), [0, 0, .. Enumerable.Range(1, 15).Select(month => month * 10_000L)]);

        var found = LedgerForecast.Of(series, DateOnly.Parse(asOf))!;

        Assert.Equal(DateOnly.Parse(first), found.MonthOf(0));
        Assert.Equal(leftOut is null ? null : DateOnly.Parse(leftOut), found.LeftOut);
        Assert.Equal((new DateOnly(2024, 1, 1), months), (found.History.FirstMonth, found.History.NetSales.Length));
        Assert.Equal(leftOut is null ? 12 : 13, found.Forecast.Points.Count);
    }

    [Fact]
    public void Too_few_whole_months_give_no_forecast()
    {
        var series = new MonthlySeries(new(2024, 1, 1), [0, 5, 5, 5, 5, 5, 5]);

        Assert.Null(LedgerForecast.Of(series, new(2024, 7, 30)));
        Assert.NotNull(LedgerForecast.Of(series, new(2024, 7, 31)));
        Assert.Null(LedgerForecast.Of(new MonthlySeries(new(2024, 1, 1), new long[12]), new(2024, 12, 31)));
    }

    private static bool IsOrdered(ForecastPoint point) =>
        double.IsFinite(point.Value)
        && (
            point.Low80 is null
            || (
                point.Low95 <= point.Low80
                && point.Low80 <= point.Value
                && point.Value <= point.High80
                && point.High80 <= point.High95
                && double.IsFinite(point.Low95!.Value)
                && double.IsFinite(point.High95!.Value)
            )
        );
}

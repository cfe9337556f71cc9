using Jingke.Analytics.Forecasting;
using Xunit;

namespace Jingke.Tests.Analytics.Forecasting;

/// <summary>Series that are made by a rule: what must come out is known.</summary>
public class KnownTruthTests
{
    private static readonly double[] Pattern = [5, 7, 9, 11, 8, 6, 4, 3, 6, 10, 14, 13];

    public static TheoryData<string> Codes => [.. ForecastMethods.All.Select(method => method.Code)];

    [Theory]
    [InlineData("drift")]
    [InlineData("holt")]
    [InlineData("theta", 0.6)]
    [InlineData("holt-winters-additive")]
    [InlineData("seasonal-amounts")]
    [InlineData("seasonal-factors")]
    [InlineData("ets")]
    public void A_straight_line_goes_on(string code, double within = 0.01)
    {
        var line = Enumerable.Range(0, 48).Select(t => 100d + (3 * t)).ToArray();

        var path = Named(code).Run(line, 12)!;

        // Theta takes half of the slope on purpose.
        for (var h = 0; h < 12; h++)
            Assert.InRange(path.Mean[h] - line[^1], 3 * (h + 1) * (1 - within), 3 * (h + 1) * (1 + within));
    }

    [Theory]
    [InlineData("seasonal-naive")]
    [InlineData("naive2")]
    [InlineData("ses")]
    [InlineData("damped")]
    [InlineData("last-year-growth")]
    [InlineData("seasonal-factors")]
    [InlineData("seasonal-amounts")]
    [InlineData("holt-winters-additive")]
    [InlineData("holt-winters-multiplicative")]
    [InlineData("ets")]
    [InlineData("combination")]
    public void A_pure_season_comes_back(string code)
    {
        var path = Named(code).Run([.. Pattern, .. Pattern, .. Pattern, .. Pattern], 12)!;

        Assert.All(Pattern.Zip(path.Mean), pair => Assert.Equal(pair.First, pair.Second, 0.01));
    }

    [Fact]
    public void Last_year_times_growth_is_what_its_name_says()
    {
        var path = ForecastMethods.LastYearTimesGrowth.Run([.. Pattern, .. Pattern.Select(value => value * 1.5)], 13)!;

        Assert.Equal([.. Pattern.Select(value => value * 2.25), Pattern[0] * 3.375], path.Mean.Select(value => Math.Round(value, 9)));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Neither_currency_nor_its_unit_matters(string code)
    {
        var history = Noisy(60, 4);
        var other = Array.ConvertAll(history, value => value * 10_000);

        var (path, scaled) = (Named(code).Run(history, 18)!, Named(code).Run(other, 18)!);

        for (var h = 0; h < 18; h++)
        {
            Assert.Equal(1, scaled.Mean[h] / path.Mean[h] / 10_000, 1e-4);
            Assert.Equal(1, scaled.Spread[h] / path.Spread[h] / 10_000, 1e-3);
        }
    }

    [Fact]
    public void The_season_test_needs_three_seasons_and_a_season()
    {
        double[] three = [.. Pattern, .. Pattern, .. Pattern];

        Assert.True(Seasonality.IsSeasonal(three, 12));
        Assert.False(Seasonality.IsSeasonal(three.AsSpan(1), 12));
        Assert.False(Seasonality.IsSeasonal(Enumerable.Repeat(5d, 60).ToArray(), 12));
    }

    [Fact]
    public void Measures_are_those_of_the_competition()
    {
        Assert.Equal((200 * (1 / 3d) + 0) / 2, Accuracy.Smape([1, 0], [2, 0]), 1e-12);
        // Mean error 1 over a mean change of 2 from one year to the next.
        Assert.Equal(0.5, Accuracy.Mase([10, 10], [9, 11], [0, 0, 2, 2], 2));
        Assert.Null(Accuracy.Mase([1], [1], [1, 2, 1, 2], 2));
        Assert.Equal(0.75, Accuracy.Owa(5, 1, 10, 1));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Intervals_cover_what_simulated_series_do(bool multiplicative)
    {
        var (in80, in95, all) = (0, 0, 0);
        for (var seed = 1; seed <= 60; seed++)
        {
            var series = Simulated(84, seed, multiplicative);
            var forecast = Forecaster.Automatic(series[..72]);
            for (var h = 0; h < 12; h++)
            {
                var (value, point) = (series[72 + h], forecast.Points[h]);
                in80 += value >= point.Low80 && value <= point.High80 ? 1 : 0;
                in95 += value >= point.Low95 && value <= point.High95 ? 1 : 0;
                all++;
            }
        }

        Assert.InRange((double)in80 / all, 0.75, 0.92);
        Assert.InRange((double)in95 / all, 0.91, 0.995);
    }

    internal static ForecastMethod Named(string code) => ForecastMethods.All.Single(method => method.Code == code);

    private static double[] Noisy(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(t => (50 + t) * Pattern[t % 12] * (0.9 + (0.2 * random.NextDouble())))];
    }

    /// <summary>Level and season as in ETS(A,N,A) or ETS(M,N,M), with normal errors.</summary>
    private static double[] Simulated(int count, int seed, bool multiplicative)
    {
        var random = new Random(seed);
        var (level, season) = (100d, Array.ConvertAll(Pattern, value => multiplicative ? value / 8 : (value - 8) * 4));
        var series = new double[count];
        for (var t = 0; t < count; t++)
        {
            var normal = MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1);
            var forecast = multiplicative ? level * season[t % 12] : level + season[t % 12];
            var error = multiplicative ? forecast * 0.08 * normal : 6 * normal;
            series[t] = forecast + error;
            level += 0.3 * (multiplicative ? error / season[t % 12] : error);
        }

        return series;
    }
}

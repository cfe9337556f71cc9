using Jingke.Analytics.Forecasting;
using Jingke.Analytics.Forecasting.Ets;
using Jingke.Analytics.Series;
using MathNet.Numerics.Distributions;
using Xunit;

namespace Jingke.Tests.Analytics.Forecasting;

/// <summary>What methods say of the months that were, from those before them.</summary>
public class FittedTests
{
    private const double None = double.NaN;

    public static TheoryData<string> Codes => [.. ForecastMethods.All.Select(method => method.Code)];

    [Theory]
    [InlineData("naive", new[] { None, 4, 8, 6, 12, 10, 14 })]
    [InlineData("seasonal-naive", new[] { None, None, 4, 8, 6, 12, 10 })]
    // (16 - 4) / 6 = 2 a month.
    [InlineData("drift", new[] { None, 6, 10, 8, 14, 12, 16 })]
    [InlineData("moving-average", new[] { None, None, 6, 7, 9, 11, 12 })]
    // (14 + 16) / (12 + 10) = 15 / 11.
    [InlineData("last-year-growth", new[] { None, None, 60 / 11d, 120 / 11d, 90 / 11d, 180 / 11d, 150 / 11d })]
    public void Rules_of_thumb_say_what_one_works_out_by_hand(string code, double[] said)
    {
        double[] history = [4, 8, 6, 12, 10, 14, 16];

        var path = KnownTruthTests.Named(code).Run(history, 1, season: 2)!;

        Assert.Equal(said, path.Fitted, Near);
    }

    [Fact]
    public void Growth_by_amounts_is_told_as_the_forecast_is_where_a_month_is_below_zero()
    {
        // (-1 + 7) - (-2 + 4) = 4 more in a year of two months, 2 for each.
        var path = ForecastMethods.LastYearTimesGrowth.Run([-2, 4, -1, 7], 1, season: 2)!;

        Assert.Equal([None, None, 0, 6], path.Fitted, Near);
    }

    [Fact]
    public void Simple_smoothing_says_the_level_that_its_alpha_gives()
    {
        double[] history = [10, 12, 11, 15, 13, 16, 14, 18, 17, 15, 19, 21];
        var model = EtsModel.Fit(history, EtsForm.Ses)!;
        var alpha = model.Smoothing.Alpha;

        // l_t = l_{t-1} + alpha (y_t - l_{t-1}); the first level is estimated.
        var level = model.Fitted[0];
        foreach (var (value, said) in history.Zip(model.Fitted))
        {
            Assert.Equal(level, said, 1e-9);
            level += alpha * (value - level);
        }

        Assert.Equal(model.Level, level, 1e-9);
        Assert.InRange(alpha, 0.05, 0.95);
        // Too short for a season: the method is this model, fitted to the last decimal.
        var (method, errors) = (ForecastMethods.Ses.Run(history, 1)!, 0d);
        Assert.All(method.Fitted.Zip(model.Fitted), pair => Assert.Equal(pair.Second, pair.First, 0.2));
        for (var t = 0; t < history.Length; t++)
            errors += Math.Pow(history[t] - method.Fitted[t], 2);
        // Variance over the values less alpha and the first level.
        Assert.Equal(Math.Sqrt(errors / (history.Length - 2)), method.Spread[0], 1e-9);
    }

    [Fact]
    public void Damped_smoothing_says_level_and_what_is_left_of_the_trend()
    {
        double[] history = [10, 13, 15, 18, 19, 22, 23, 25, 25, 27, 28, 28, 30, 30];
        var model = EtsModel.Fit(history, EtsForm.Damping)!;
        var (alpha, beta, _, phi) = model.Smoothing;

        // l_t = l_{t-1} + phi b_{t-1} + alpha e_t, b_t = phi b_{t-1} + beta e_t, worked back from the last states.
        var (level, trend) = (model.Level, model.Trend);
        for (var t = history.Length - 1; t >= 0; t--)
        {
            var error = (history[t] - level) / (1 - alpha);
            Assert.Equal(history[t] - error, model.Fitted[t], 1e-6);
            var slope = (trend - (beta * error)) / phi;
            (level, trend) = (level - (phi * slope) - (alpha * error), slope);
        }
    }

    [Fact]
    public void A_straight_line_with_a_season_is_told_without_error()
    {
        double[] pattern = [-3, 1, 2];
        var history = Enumerable.Range(0, 15).Select(t => 50d + (2 * t) + pattern[t % 3]).ToArray();

        Assert.Equal(history, ForecastMethods.SeasonalAmounts.Run(history, 1, season: 3)!.Fitted, Near);
    }

    [Theory]
    [InlineData("holt-winters-additive", SeasonKind.Additive)]
    [InlineData("holt-winters-multiplicative", SeasonKind.Multiplicative)]
    public void Holt_and_Winters_say_nothing_of_the_first_season_and_leave_the_errors_that_were_least(string code, SeasonKind kind)
    {
        var history = Noisy(60);

        var fitted = KnownTruthTests.Named(code).Run(history, 1)!.Fitted;

        Assert.All(fitted[..12], value => Assert.True(double.IsNaN(value)));
        var squares = fitted.Zip(history).Skip(12).Sum(pair => Math.Pow(pair.Second - pair.First, 2));
        Assert.Equal(1, squares / HoltWinters.Fit(history, kind)!.SquaredErrors, 1e-6);
    }

    [Fact]
    public void The_season_is_put_back_where_it_was_taken_out()
    {
        double[] year = [5, 7, 9, 11, 8, 6, 4, 3, 6, 10, 14, 13];
        double[] history = [.. year, .. year, .. year, .. year];

        // Without its season the series stands still, so each month is said as it was.
        var fitted = ForecastMethods.Naive2.Run(history, 1)!.Fitted;

        Assert.Equal([None, .. history[1..]], fitted, Near);
    }

    [Fact]
    public void A_mean_of_methods_is_the_mean_of_those_that_say_something()
    {
        var history = Noisy(60);
        ForecastMethod[] members = [ForecastMethods.Ets, ForecastMethods.Theta, ForecastMethods.Damped];
        var said = members.Select(member => member.Run(history, 1)!.Fitted).ToArray();

        var combined = ForecastMethods.Combination.Run(history, 1)!.Fitted;
        var joined = ForecastMethods.CombinationWith(ForecastMethods.SeasonalNaive).Run(history, 1)!.Fitted;

        for (var t = 0; t < history.Length; t++)
        {
            Assert.Equal(said.Average(values => values[t]), combined[t], 1e-6);
            Assert.Equal(t < 12 ? combined[t] : (combined[t] + history[t - 12]) / 2, joined[t], 1e-6);
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Neither_currency_nor_its_unit_matters(string code)
    {
        var history = Noisy(60);
        var other = Array.ConvertAll(history, value => value * 10_000);

        var (path, scaled) = (KnownTruthTests.Named(code).Run(history, 1)!, KnownTruthTests.Named(code).Run(other, 1)!);

        Assert.Equal(history.Length, path.Fitted.Length);
        for (var t = 0; t < history.Length; t++)
        {
            Assert.Equal(double.IsNaN(path.Fitted[t]), double.IsNaN(scaled.Fitted[t]));
            if (!double.IsNaN(path.Fitted[t]))
                Assert.Equal(1, scaled.Fitted[t] / path.Fitted[t] / 10_000, 1e-3);
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void No_history_gives_an_infinity(string code)
    {
        var random = new Random(7);
        Func<int, double>[] kinds =
        [
            _ => 0,
            _ => 42,
            t => t % 12 == 3 ? 900 : 0,
            t => random.Next(-100, 100),
            t => Math.Pow(3, t),
            t => 1e300 / (1 + (t % 3)),
            t => t < 20 ? 1 : 1.7e308,
        ];
        foreach (var kind in kinds)
        foreach (var length in new[] { 1, 2, 5, 6, 12, 13, 25, 40 })
        {
            var history = Enumerable.Range(0, length).Select(kind).ToArray();
            if (KnownTruthTests.Named(code).Run(history, 1) is not { } path)
                continue;

            Assert.Equal(length, path.Fitted.Length);
            Assert.All(path.Fitted, value => Assert.False(double.IsInfinity(value), $"{length} {value}"));
        }
    }

    /// <summary>By the models' definition, errors have the variance that their one-step spread states: the values less what was estimated.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Errors_of_a_state_space_model_are_as_large_as_its_first_spread_says(bool multiplicative)
    {
        var random = new Random(11);
        var (level, history) = (100d, new double[240]);
        for (var t = 0; t < history.Length; t++)
        {
            var error = (multiplicative ? 0.05 * level : 5) * Normal.Sample(random, 0, 1);
            history[t] = level + error;
            level += 0.4 * error;
        }

        var form = new EtsForm(multiplicative, Trend: false, Damped: false, Season: null);
        var model = EtsModel.Fit(history, form)!;

        var squares = 0d;
        for (var t = 0; t < history.Length; t++)
            squares += Math.Pow((history[t] - model.Fitted[t]) / (multiplicative ? model.Fitted[t] : 1), 2);
        var estimated = form.Parameters(1) - 1;
        Assert.Equal(model.Variance, squares / (history.Length - estimated), model.Variance * 1e-9);
        var path = model.Path(1);
        Assert.Equal(Math.Sqrt(model.Variance) * (multiplicative ? path.Mean[0] : 1), path.Spread[0], 1e-9);
        Assert.Same(model.Fitted, path.Fitted);
        // What the series was made with.
        Assert.Equal(multiplicative ? 0.05 : 5, Math.Sqrt(model.Variance), multiplicative ? 0.006 : 0.6);
    }

    [Theory]
    [InlineData(SeasonKind.Additive)]
    [InlineData(SeasonKind.Multiplicative)]
    public void Seasons_of_a_state_space_model_go_round_with_the_months(SeasonKind kind)
    {
        var history = Noisy(72);
        var form = new EtsForm(kind == SeasonKind.Multiplicative, true, false, kind);

        var model = EtsModel.Fit(history, form)!;

        // The likelihood is made of these errors: a season out of step would not give back its variance.
        var squares = history.Zip(model.Fitted, (value, said) => Math.Pow((value - said) / (form.MultiplicativeError ? said : 1), 2)).Sum();
        Assert.Equal(1, squares / (history.Length - form.Parameters(12) + 1) / model.Variance, 1e-9);
    }

    [Fact]
    public void A_forecast_carries_them_beside_its_history_and_trials_do_without()
    {
        var series = new MonthlySeries(new(2021, 1, 1), [.. Noisy(48).Select(value => (long)(value * 10_000))]);

        var found = LedgerForecast.Of(series, new(2024, 12, 31))!;

        Assert.Equal(found.History.NetSales.Length, found.Forecast.Fitted.Count);
        Assert.All(Enumerable.Range(0, 48), month => Assert.NotNull(found.FittedOf(month)));
        Assert.Null(found.FittedOf(48));
        Assert.All(found.Forecast.PastError!.Paths, path => Assert.Empty(path.Fitted));
        var single = Forecaster.Automatic([120]);
        Assert.Equal([None], single.Fitted);
    }

    [Fact]
    public void Who_never_sold_less_than_nothing_is_not_said_to_have()
    {
        double[] falling = [.. Enumerable.Range(0, 24).Select(t => Math.Max(230d - (25 * t), 0))];

        Assert.Contains(ForecastMethods.Drift.Run(falling, 1)!.Fitted, value => value < 0);
        Assert.All(Forecaster.By(ForecastMethods.Drift, falling)!.Fitted.Skip(1), value => Assert.True(value >= 0));
    }

    private static bool Near(double left, double right) =>
        double.IsNaN(left) ? double.IsNaN(right) : Math.Abs(left - right) <= 1e-6 * Math.Max(1, Math.Abs(left));

    private static double[] Noisy(int count)
    {
        var random = new Random(4);
        double[] pattern = [5, 7, 9, 11, 8, 6, 4, 3, 6, 10, 14, 13];
        return [.. Enumerable.Range(0, count).Select(t => (50 + t) * pattern[t % 12] * (0.9 + (0.2 * random.NextDouble())))];
    }
}

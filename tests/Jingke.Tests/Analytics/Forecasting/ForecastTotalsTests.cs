using Jingke.Analytics.Forecasting;
using Jingke.Analytics.Series;
using Xunit;

namespace Jingke.Tests.Analytics.Forecasting;

/// <summary>Sums of a forecast and what its trials show, worked out by hand.</summary>
public class ForecastTotalsTests
{
    [Fact]
    public void A_year_is_what_is_known_of_it_and_what_is_forecast_of_the_rest()
    {
        // 100 a month in 2024, 110 from January 2025 on; June 2025 has begun with 40.
        long[] months = [.. Enumerable.Repeat(100L, 12), .. Enumerable.Repeat(110L, 5), 40];
        var found = LedgerForecast.Of(new MonthlySeries(new(2024, 1, 1), months), new(2025, 6, 15), 11)!;

        var totals = ForecastTotals.Of(found);

        Assert.Equal(new DateOnly(2025, 6, 1), found.FirstMonth);
        Assert.Equal((12, 2025, 550L, 1200L), (totals.Months, totals.Year, totals.Known, totals.YearBefore!.Value));
        // The last twelve whole months: seven of 2024, five of 2025.
        Assert.Equal(700 + 550, totals.Previous);
        Assert.Equal(found.Forecast.Points.Take(12).Sum(point => point.Value), totals.Next.Value, 9);
        Assert.Equal(550 + found.Forecast.Points.Take(7).Sum(point => point.Value), totals.WholeYear.Value, 9);
        Assert.Equal(550 + ForecastSum.Of(found.Forecast, [.. months[..^1]], 7).Low80, totals.WholeYear.Low80);
        // June 2024, January 2025, and June 2025 itself.
        Assert.Equal(100, ForecastTotals.YearEarlier(found, 0));
        Assert.Equal(110, ForecastTotals.YearEarlier(found, 7));
        Assert.Null(ForecastTotals.YearEarlier(found, 12));
    }

    [Fact]
    public void After_December_the_year_is_the_next_one_and_nothing_of_it_is_known()
    {
        var found = LedgerForecast.Of(new MonthlySeries(new(2023, 7, 1), [.. Enumerable.Repeat(50L, 18)]), new(2024, 12, 31))!;

        var totals = ForecastTotals.Of(found);

        Assert.Equal((2025, 0L, 600L), (totals.Year, totals.Known, totals.YearBefore!.Value));
        Assert.Equal(600, totals.WholeYear.Value, 6);
        Assert.Equal(600, totals.Next.Value, 6);
        Assert.Null(totals.Next.Low80);
    }

    [Fact]
    public void A_history_that_does_not_hold_the_year_before_is_compared_with_nothing()
    {
        var found = LedgerForecast.Of(new MonthlySeries(new(2024, 3, 1), [.. Enumerable.Repeat(50L, 10)]), new(2024, 12, 31))!;

        var totals = ForecastTotals.Of(found);

        Assert.Null(totals.YearBefore);
        Assert.Null(totals.Previous);
        Assert.Null(ForecastTotals.YearEarlier(found, 1));
        Assert.Equal(50, ForecastTotals.YearEarlier(found, 2));
    }

    [Fact]
    public void The_interval_of_a_sum_lets_months_offset_each_other_as_far_as_the_trials_did()
    {
        // Four months around 100 with a spread of 10 each, three trials of two months that erred by 6, -8 and 20 in sum.
        double[] history = [.. Enumerable.Repeat(100d, 12)];
        var z80 = Forecaster.Quantile(12, 0.9);
        var z95 = Forecaster.Quantile(12, 0.975);
        var month = new ForecastPoint(100, 100 - (z80 * 10), 100 + (z80 * 10), 100 - (z95 * 10), 100 + (z95 * 10));
        Forecast With(BackTestResult? test) =>
            new(ForecastMethods.Naive, "naive", [month, month, month, month], IntervalBasis.Model, test, [], 1);

        var alone = ForecastSum.Of(With(null), history, 4);
        var tested = ForecastSum.Of(
            With(
                Tested(
                    [6, 7, 8],
                    [
                        [100, 106],
                        [92, 100],
                        [110, 110],
                    ]
                )
            ),
            history,
            4
        );
        var wild = ForecastSum.Of(
            With(
                Tested(
                    [6, 7],
                    [
                        [900, 900],
                        [100, 100],
                    ]
                )
            ),
            history,
            4
        );

        // Independent: 10 x sqrt(4). Trials of two months count double for four.
        Assert.Equal(400 + (z80 * 20), alone.High80!.Value, 9);
        Assert.Equal(400 - (z95 * 20), alone.Low95!.Value, 9);
        var spread = Math.Sqrt((400 + (12 * 12) + (16 * 16) + (40 * 40)) / 4d);
        Assert.Equal(400 + (z80 * spread), tested.High80!.Value, 9);
        // However wild a trial was, a sum goes no further than all its months together.
        Assert.Equal(400 + (z80 * 40), wild.High80!.Value, 9);
        Assert.Equal(400, wild.Value);
    }

    [Fact]
    public void Months_of_a_series_that_wanders_err_together()
    {
        // Spreads 10 sqrt(h) are those of a random walk: the error of the sum of three months has 9 + 4 + 1 times the first variance.
        double[] history = [.. Enumerable.Repeat(100d, 12)];
        var (z80, z95) = (Forecaster.Quantile(12, 0.9), Forecaster.Quantile(12, 0.975));
        ForecastPoint[] points =
        [
            .. Enumerable
                .Range(1, 12)
                .Select(h => 10 * Math.Sqrt(h))
                .Select(spread => new ForecastPoint(
                    1000,
                    1000 - (z80 * spread),
                    1000 + (z80 * spread),
                    1000 - (z95 * spread),
                    1000 + (z95 * spread)
                )),
        ];

        var sum = ForecastSum.Of(new(ForecastMethods.Naive, "naive", points, IntervalBasis.Model, null, [], 1), history, 3);

        Assert.Equal(3000 + (z80 * 10 * Math.Sqrt(14)), sum.High80!.Value, 9);
        Assert.Equal(3000 - (z95 * 10 * Math.Sqrt(14)), sum.Low95!.Value, 9);
    }

    [Fact]
    public void A_sum_has_no_interval_where_a_month_has_none()
    {
        var forecast = Forecaster.Automatic([.. Enumerable.Repeat(7d, 20)]);

        var sum = ForecastSum.Of(forecast, [.. Enumerable.Repeat(7d, 20)], 3);
        Assert.Equal(21, sum.Value, 6);
        Assert.Equal((double?[])[null, null], [sum.Low80, sum.High95]);
        Assert.Equal(new ForecastPoint(15, 13, 17, 11, 19), new ForecastPoint(10, 8, 12, 6, 14).Plus(5));
    }

    [Fact]
    public void Sums_of_twelve_months_lie_within_their_interval_about_as_often_as_it_says()
    {
        var random = new Random(11);
        double Noise() => Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) - 6;
        Func<int, double, double>[] kinds =
        [
            (_, _) => 1000 + (100 * Noise()),
            (_, last) => last + (40 * Noise()),
            (t, _) => (1000 + (5 * t)) * (1 + (0.3 * Math.Sin(t * Math.PI / 6))) * (1 + (0.1 * Noise())),
        ];
        var series = Enumerable
            .Range(0, 90)
            .Select(number =>
            {
                var (values, last) = (new double[72], 2000d);
                for (var t = 0; t < values.Length; t++)
                    values[t] = last = kinds[number % kinds.Length](t, last);
                return values;
            })
            .ToArray();
        var (in80, in95) = (new bool[series.Length], new bool[series.Length]);

        Parallel.For(
            0,
            series.Length,
            i =>
            {
                var past = series[i][..60];
                var sum = ForecastSum.Of(Forecaster.Automatic(past), past, 12);
                var came = series[i][60..].Sum();
                (in80[i], in95[i]) = (came >= sum.Low80 && came <= sum.High80, came >= sum.Low95 && came <= sum.High95);
            }
        );

        Assert.InRange(in80.Average(held => held ? 1d : 0), 0.7, 0.95);
        Assert.InRange(in95.Average(held => held ? 1d : 0), 0.85, 1);
    }

    [Fact]
    public void Trials_tell_how_often_the_bands_held_and_to_which_side_the_method_errs()
    {
        // Two trials of two months over ten values of 100. With 7 and 8 known values Student's t gives an 80 % band of about 14 around a
        // spread of 10, and a 95 % band of about 25.
        double[] history = [.. Enumerable.Repeat(100d, 10)];
        var test = Tested(
            [6, 7],
            [
                [105, 120],
                [110, 200],
            ]
        );

        var findings = BackTestFindings.Of(history, test);

        Assert.Equal((4, 0.5, 0.75), (findings.Months, findings.Covered80!.Value, findings.Covered95!.Value));
        Assert.Equal((5 + 20 + 10 + 100) / 400d, findings.Bias!.Value, 12);
        Assert.True(findings.SameSide);
    }

    [Fact]
    public void Trials_that_err_to_both_sides_have_no_side_and_without_a_spread_there_are_no_bands()
    {
        double[] history = [.. Enumerable.Repeat(100d, 10)];
        var test = Tested(
            [6, 7],
            [
                [105, 120],
                [90, 80],
            ],
            spread: 0
        );

        var findings = BackTestFindings.Of(history, test);

        Assert.False(findings.SameSide);
        Assert.Null(findings.Covered80);
        Assert.Null(findings.Covered95);
        Assert.Equal(-5 / 400d, findings.Bias!.Value, 12);
        Assert.Null(BackTestFindings.Of(new double[10], test).Bias);
    }

    private static BackTestResult Tested(int[] origins, double[][] said, double spread = 10) =>
        new(
            ForecastMethods.Naive,
            origins,
            said[0].Length,
            null,
            0,
            [.. origins.Select(_ => (double?)null)],
            [.. said.Select(mean => new ForecastPath("naive", mean, [.. mean.Select(_ => spread)]))],
            null
        );
}

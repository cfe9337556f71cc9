using MathNet.Numerics.Distributions;

namespace Jingke.Analytics.Forecasting;

/// <summary>Forecasts with intervals: by a named method, or by a robust combination with what a back-test adds to it.</summary>
public static class Forecaster
{
    /// <summary>
    /// Simple rules that may join the combination. Each says something different of the coming year, and people can follow
    /// them by hand.
    /// </summary>
    private static readonly ForecastMethod[] Rivals =
    [
        ForecastMethods.SeasonalNaive,
        ForecastMethods.LastYearTimesGrowth,
        ForecastMethods.HoltWintersMultiplicative,
        ForecastMethods.SeasonalFactors,
        ForecastMethods.MovingAverage,
        ForecastMethods.Naive,
    ];

    /// <summary>What a rival's error may be at most, as part of the combination's, on average over the trials.</summary>
    private const double ClearlyBetter = 0.8;

    /// <summary>With fewer trials none is clearly better.</summary>
    private const int EnoughTrials = 4;

    /// <summary>
    /// Forecasts by the combination of ETS, Theta and damped smoothing. A rule that did clearly better on the past of this very series (an
    /// error smaller by a fifth on average, and smaller in each of four trials) joins it with half the weight: combinations are hard to
    /// beat and a few trials are thin evidence, so that no rule takes over alone.
    /// </summary>
    /// <param name="history">One value a month, oldest first, without gaps; any unit, negative values and zeros included.</param>
    /// <param name="horizon">How many months, 1 to <see cref="ForecastMethod.LongestHorizon"/>.</param>
    /// <param name="season">Values per season: 12 for months; 1 for none.</param>
    /// <exception cref="UnusableSeriesException">The history is empty or holds NaN or an infinity.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The horizon or the season is out of range.</exception>
    public static Forecast Automatic(double[] history, int horizon = 12, int season = 12)
    {
        var tests = BackTest.Of(history, [ForecastMethods.Combination, .. Rivals], Math.Min(horizon, season), season);
        var combination = tests.FirstOrDefault(test => test.Method == ForecastMethods.Combination);
        if (combination is not null && tests.Where(test => IsClearlyBetter(test, combination)).MinBy(test => test.Mase) is { } rule)
        {
            var both = ForecastMethods.CombinationWith(rule.Method);
            if (both.Run(history, horizon, season) is { } joined)
                return Of(history, both, joined, [.. BackTest.Of(history, [both], Math.Min(horizon, season), season), .. tests]);
        }

        if (ForecastMethods.Combination.Run(history, horizon, season) is { } path)
            return Of(history, ForecastMethods.Combination, path, tests);

        // Too few values for any of the three.
        var last = ForecastMethods.Naive.Run(history, horizon, season)!;
        return Of(history, ForecastMethods.Naive, last, tests);
    }

    /// <summary>Forecasts by one method.</summary>
    /// <returns>Null where the method cannot be used on this history.</returns>
    /// <exception cref="UnusableSeriesException">The history is empty or holds NaN or an infinity.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The horizon or the season is out of range.</exception>
    public static Forecast? By(ForecastMethod method, double[] history, int horizon = 12, int season = 12) =>
        method.Run(history, horizon, season) is { } path
            ? Of(history, method, path, BackTest.Of(history, [method], Math.Min(horizon, season), season))
            : null;

    private static bool IsClearlyBetter(BackTestResult rival, BackTestResult combination) =>
        combination.Origins.Count >= EnoughTrials
        && rival.Mase < combination.Mase * ClearlyBetter
        && rival.TrialMase.Zip(combination.TrialMase).All(pair => pair.First < pair.Second);

    private static Forecast Of(double[] history, ForecastMethod method, ForecastPath path, IReadOnlyList<BackTestResult> tests)
    {
        var past = tests.FirstOrDefault(test => test.Method == method);
        var widening = past is null ? 1 : Widening(history, past);
        var any = path.Spread.Any(spread => spread > 0);
        // Who never sold less than nothing will not do so next month.
        var least = history.Min() >= 0 ? 0 : double.NegativeInfinity;
        var (z80, z95) = (Quantile(history.Length, 0.9), Quantile(history.Length, 0.975));
        var points = path.Mean.Select(
            (mean, h) =>
            {
                var value = Math.Max(mean, least);
                if (!any)
                    return new ForecastPoint(value, null, null, null, null);

                var spread = path.Spread[h] * widening;
                return new ForecastPoint(
                    value,
                    Math.Max(mean - (z80 * spread), least),
                    Math.Max(mean + (z80 * spread), value),
                    Math.Max(mean - (z95 * spread), least),
                    Math.Max(mean + (z95 * spread), value)
                );
            }
        );
        return new Forecast(
            method,
            path.Model,
            [.. points],
            !any ? IntervalBasis.None
                : past is null ? IntervalBasis.Model
                : IntervalBasis.BackTest,
            past,
            [.. tests.Where(test => test.Method != method).OrderBy(test => test.Mase ?? double.PositiveInfinity)],
            any ? widening : 1
        )
        {
            Fitted = Array.ConvertAll(path.Fitted, value => Math.Max(value, least)),
        };
    }

    /// <summary>
    /// How much larger the errors of the trials were than the model said: root mean square of error / spread. The model's own word counts
    /// like one more trial, and the intervals are never made narrower than it says.
    /// </summary>
    private static double Widening(double[] history, BackTestResult past)
    {
        var sum = 1d;
        for (var trial = 0; trial < past.Origins.Count; trial++)
        {
            var path = past.Paths[trial];
            var squares = 0d;
            for (var h = 0; h < past.Horizon; h++)
            {
                if (path.Spread[h] <= 0)
                    return 1;

                var ratio = (history[past.Origins[trial] + 1 + h] - path.Mean[h]) / path.Spread[h];
                squares += ratio * ratio;
            }

            sum += squares / past.Horizon;
        }

        var widening = Math.Sqrt(sum / (past.Origins.Count + 1));
        return double.IsFinite(widening) ? Math.Max(widening, 1) : 1;
    }

    /// <summary>Student's t: the spread itself is an estimate.</summary>
    internal static double Quantile(int values, double probability) => StudentT.InvCDF(0, 1, Math.Max(values - 2, 1), probability);
}

using Jingke.Analytics.Forecasting.Ets;

namespace Jingke.Analytics.Forecasting;

/// <summary>The methods. Sources: Hyndman and Athanasopoulos (2021); the benchmarks of the M4 competition, Makridakis et al. (2020).</summary>
public static class ForecastMethods
{
    /// <summary>The last value goes on.</summary>
    public static ForecastMethod Naive { get; } = new("naive", SimpleRules.Naive);

    /// <summary>The same month of the last year.</summary>
    public static ForecastMethod SeasonalNaive { get; } = new("seasonal-naive", SimpleRules.SeasonalNaive);

    /// <summary>The line through the first and the last value.</summary>
    public static ForecastMethod Drift { get; } = new("drift", SimpleRules.Drift);

    /// <summary>The mean of the last season.</summary>
    public static ForecastMethod MovingAverage { get; } = new("moving-average", SimpleRules.MovingAverage);

    /// <summary>The same month of the last year, times (plus, where values are not positive) the change of the last year on the one before.</summary>
    public static ForecastMethod LastYearTimesGrowth { get; } = new("last-year-growth", SimpleRules.LastYearTimesGrowth);

    /// <summary>Seasonal factors of the classical decomposition, multiplied with a straight line through the rest.</summary>
    public static ForecastMethod SeasonalFactors { get; } =
        new("seasonal-factors", (y, season, horizon) => Decomposed.Rule(y, season, horizon, SeasonKind.Multiplicative));

    /// <summary>Seasonal amounts of the classical decomposition, added to a straight line through the rest.</summary>
    public static ForecastMethod SeasonalAmounts { get; } =
        new("seasonal-amounts", (y, season, horizon) => Decomposed.Rule(y, season, horizon, SeasonKind.Additive));

    /// <summary>Naive on the deseasonalised series: the yardstick of M4.</summary>
    public static ForecastMethod Naive2 { get; } = Deseasonalised("naive2", SimpleRules.Naive);

    /// <summary>Simple exponential smoothing of the deseasonalised series.</summary>
    public static ForecastMethod Ses { get; } = Deseasonalised("ses", (y, _, horizon) => EtsRules.Fixed(EtsForm.Ses, y, horizon));

    /// <summary>Holt's linear trend on the deseasonalised series.</summary>
    public static ForecastMethod Holt { get; } = Deseasonalised("holt", (y, _, horizon) => EtsRules.Fixed(EtsForm.Holt, y, horizon));

    /// <summary>Holt's trend that flattens out, on the deseasonalised series.</summary>
    public static ForecastMethod Damped { get; } = Deseasonalised("damped", (y, _, horizon) => EtsRules.Fixed(EtsForm.Damping, y, horizon));

    /// <summary>Holt-Winters with seasonal amounts.</summary>
    public static ForecastMethod HoltWintersAdditive { get; } =
        new("holt-winters-additive", (y, season, horizon) => HoltWinters.Rule(y, season, horizon, SeasonKind.Additive));

    /// <summary>Holt-Winters with seasonal factors; positive values only.</summary>
    public static ForecastMethod HoltWintersMultiplicative { get; } =
        new("holt-winters-multiplicative", (y, season, horizon) => HoltWinters.Rule(y, season, horizon, SeasonKind.Multiplicative));

    /// <summary>The state space model of exponential smoothing with the smallest AICc.</summary>
    public static ForecastMethod Ets { get; } = new("ets", EtsRules.Chosen);

    /// <summary>Theta on the deseasonalised series, as in M4: half a straight line, half smoothing of the series bent twice as much.</summary>
    public static ForecastMethod Theta { get; } = Deseasonalised("theta", (y, _, horizon) => ThetaRule.Run(y, horizon));

    /// <summary>Mean of simple, Holt's and damped smoothing: the combination of M4.</summary>
    public static ForecastMethod Comb { get; } = Mean("comb", Ses, Holt, Damped);

    /// <summary>Mean of ETS, Theta and damped smoothing, of those of them that can be used: what the automatic choice starts from.</summary>
    public static ForecastMethod Combination { get; } = Mean("combination", Ets, Theta, Damped);

    /// <summary>All, simplest first.</summary>
    public static IReadOnlyList<ForecastMethod> All { get; } =
    [
        Naive,
        SeasonalNaive,
        Drift,
        MovingAverage,
        LastYearTimesGrowth,
        Naive2,
        SeasonalFactors,
        SeasonalAmounts,
        Ses,
        Holt,
        Damped,
        Comb,
        Theta,
        HoltWintersAdditive,
        HoltWintersMultiplicative,
        Ets,
        Combination,
    ];

    /// <summary>Half the combination, half a rule that did clearly better on the past of a series.</summary>
    internal static ForecastMethod CombinationWith(ForecastMethod rule) => Mean($"{Combination.Code}+{rule.Code}", Combination, rule);

    /// <summary>Mean of the methods that can be used on a history; null when none can.</summary>
    /// <remarks>
    /// The spread is the mean of theirs: their errors go together, so less doubt than that cannot be claimed. Of a month of the history it
    /// says the mean of those that say anything of it.
    /// </remarks>
    private static ForecastMethod Mean(string code, params ForecastMethod[] methods) =>
        new(
            code,
            (history, season, horizon) =>
            {
                var paths = methods.Select(method => method.Run(history, horizon, season)).OfType<ForecastPath>().ToArray();
                if (paths.Length == 0)
                    return null;

                var (mean, spread) = (new double[horizon], new double[horizon]);
                for (var h = 0; h < horizon; h++)
                    (mean[h], spread[h]) = (paths.Average(path => path.Mean[h]), paths.Average(path => path.Spread[h]));
                return new ForecastPath(string.Join(" + ", paths.Select(path => path.Model)), mean, spread)
                {
                    Fitted = SimpleRules.Fitted(history, 0, t => MeanOfKnown(paths, t)),
                };
            }
        );

    private static double MeanOfKnown(ForecastPath[] paths, int t)
    {
        var (sum, count) = (0d, 0);
        foreach (var path in paths)
            if (!double.IsNaN(path.Fitted[t]))
                (sum, count) = (sum + path.Fitted[t], count + 1);
        return sum / count;
    }

    private static ForecastMethod Deseasonalised(string code, ForecastMethod.Rule rule) =>
        new(code, (history, season, horizon) => Deseasonal.Run(history, season, horizon, code, rule));
}

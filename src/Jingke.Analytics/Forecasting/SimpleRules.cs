namespace Jingke.Analytics.Forecasting;

/// <summary>The rules of thumb, with the spread that goes with each (Hyndman and Athanasopoulos 2021, 5.5).</summary>
internal static class SimpleRules
{
    public static ForecastPath Naive(double[] y, int season, int horizon)
    {
        var sigma = DeviationAtLag(y, 1, 0);
        return Path("naive", horizon, _ => y[^1], h => sigma * Math.Sqrt(h)) with { Fitted = Fitted(y, 1, t => y[t - 1]) };
    }

    public static ForecastPath? SeasonalNaive(double[] y, int season, int horizon)
    {
        if (y.Length < season)
            return null;

        var sigma = y.Length > season ? DeviationAtLag(y, season, 0) : Deviation(y);
        return Path("seasonal-naive", horizon, h => SameMonth(y, season, h), h => sigma * Math.Sqrt(1 + ((h - 1) / season))) with
        {
            Fitted = Fitted(y, season, t => y[t - season]),
        };
    }

    public static ForecastPath? Drift(double[] y, int season, int horizon)
    {
        if (y.Length < 2)
            return null;

        var slope = (y[^1] - y[0]) / (y.Length - 1);
        var sigma = DeviationAtLag(y, 1, slope);
        return Path("drift", horizon, h => y[^1] + (h * slope), h => sigma * Math.Sqrt(h * (1 + ((double)h / (y.Length - 1))))) with
        {
            // The slope of the whole history, as for the spread.
            Fitted = Fitted(y, 1, t => y[t - 1] + slope),
        };
    }

    public static ForecastPath? MovingAverage(double[] y, int season, int horizon)
    {
        if (y.Length < season)
            return null;

        var mean = Seasonality.Mean(y.AsSpan(^season..));
        var fitted = Fitted(y, season, t => Seasonality.Mean(y.AsSpan(t - season, season)));
        var squares = 0d;
        for (var t = season; t < y.Length; t++)
        {
            var error = y[t] - fitted[t];
            squares += error * error;
        }

        var sigma = y.Length > season ? Math.Sqrt(squares / (y.Length - season)) : Deviation(y);
        return Path("moving-average", horizon, _ => mean, h => sigma * Math.Sqrt(1 + ((h - 1d) / season))) with { Fitted = fitted };
    }

    public static ForecastPath? LastYearTimesGrowth(double[] y, int season, int horizon)
    {
        if (y.Length < 2 * season)
            return null;

        double last = y[^season..].Sum(),
            before = y[^(2 * season)..^season].Sum();
        // A factor means nothing on a base that is not positive, or where a month below zero would be made worse by growth.
        var byFactor = last > 0 && before > 0 && y[^season..].Min() >= 0;
        var factor = byFactor ? last / before : 1;
        var step = byFactor ? 0 : (last - before) / season;
        var squares = 0d;
        for (var t = season; t < y.Length; t++)
        {
            var error = y[t] - (y[t - season] * factor) - step;
            squares += error * error;
        }

        var sigma = Math.Sqrt(squares / (y.Length - season));
        return Path(
            "last-year-growth",
            horizon,
            h =>
            {
                var years = 1 + ((h - 1) / season);
                return (SameMonth(y, season, h) * Math.Pow(factor, years)) + (step * years);
            },
            h => sigma * (1 + ((h - 1) / season))
        ) with
        {
            Fitted = Fitted(y, season, t => (y[t - season] * factor) + step),
        };
    }

    internal static ForecastPath Path(string model, int horizon, Func<int, double> mean, Func<int, double> spread) =>
        new(model, [.. Enumerable.Range(1, horizon).Select(mean)], [.. Enumerable.Range(1, horizon).Select(spread)]);

    /// <summary>What a rule says of each value of a history from those before it; NaN before the first of which it says anything.</summary>
    internal static double[] Fitted(double[] y, int first, Func<int, double> valueOf)
    {
        var fitted = new double[y.Length];
        for (var t = 0; t < y.Length; t++)
            fitted[t] = t < first ? double.NaN : valueOf(t);
        return fitted;
    }

    private static double SameMonth(double[] y, int season, int h) => y[y.Length - season + ((h - 1) % season)];

    /// <summary>Root mean square of the changes at a lag, less a steady change; 0 below four values, which show too little.</summary>
    private static double DeviationAtLag(double[] y, int lag, double steady)
    {
        if (y.Length < 4)
            return 0;

        var squares = 0d;
        for (var t = lag; t < y.Length; t++)
            squares += (y[t] - y[t - lag] - steady) * (y[t] - y[t - lag] - steady);
        return Math.Sqrt(squares / (y.Length - lag));
    }

    private static double Deviation(double[] y)
    {
        var mean = Seasonality.Mean(y);
        return y.Length < 4 ? 0 : Math.Sqrt(y.Sum(value => (value - mean) * (value - mean)) / (y.Length - 1));
    }
}

namespace Jingke.Analytics.Forecasting;

/// <summary>How a season acts.</summary>
public enum SeasonKind
{
    /// <summary>A month lies some amount above or below the level.</summary>
    Additive,

    /// <summary>A month is some multiple of the level; positive values only.</summary>
    Multiplicative,
}

/// <summary>Whether a series has a season, and what it is.</summary>
public static class Seasonality
{
    /// <summary>Critical value of the test: 90 %, two-sided.</summary>
    private const double Critical = 1.645;

    /// <summary>Does the autocorrelation one season back show a season?</summary>
    /// <returns>False for less than three seasons, for a season of 1 and for constants.</returns>
    /// <remarks>
    /// |r_m| > 1.645 sqrt((1 + 2 (r_1² + … + r_{m-1}²)) / n), with the autocorrelations r over n. The test of the M4 benchmarks.
    /// </remarks>
    public static bool IsSeasonal(ReadOnlySpan<double> history, int season)
    {
        if (season < 2 || history.Length < 3 * season)
            return false;

        var mean = Mean(history);
        var variance = 0d;
        foreach (var value in history)
            variance += (value - mean) * (value - mean);
        if (variance <= 0)
            return false;

        var squares = 0d;
        for (var lag = 1; ; lag++)
        {
            var sum = 0d;
            for (var t = lag; t < history.Length; t++)
                sum += (history[t] - mean) * (history[t - lag] - mean);
            var correlation = sum / variance;
            if (lag == season)
                return Math.Abs(correlation) > Critical * Math.Sqrt((1 + (2 * squares)) / history.Length);

            squares += correlation * correlation;
        }
    }

    /// <summary>Seasonal figures of the classical decomposition: mean distance to (or ratio with) the centred moving average.</summary>
    /// <param name="history">At least two seasons; positive for <see cref="SeasonKind.Multiplicative"/>.</param>
    /// <param name="season">Values per season, at least 2.</param>
    /// <param name="kind">Amounts that add up to 0, or factors with mean 1.</param>
    /// <returns>One figure for each place in the season; entry 0 belongs to the first value of the history.</returns>
    /// <exception cref="ArgumentException">The history is shorter than two seasons.</exception>
    /// <remarks>Persons (1919), as in Hyndman and Athanasopoulos (2021), 3.4.</remarks>
    public static double[] Figures(ReadOnlySpan<double> history, int season, SeasonKind kind)
    {
        if (season < 2 || history.Length < 2 * season)
            throw new ArgumentException("A decomposition needs at least two seasons.", nameof(history));

        var (figures, counts) = (new double[season], new int[season]);
        var half = season / 2;
        for (var t = half; t + half < history.Length; t++)
        {
            var trend = CentredMean(history, t, season);
            figures[t % season] += kind == SeasonKind.Additive ? history[t] - trend : history[t] / trend;
            counts[t % season]++;
        }

        for (var i = 0; i < season; i++)
            figures[i] /= counts[i];
        var mean = Mean(figures);
        for (var i = 0; i < season; i++)
            figures[i] = kind == SeasonKind.Additive ? figures[i] - mean : figures[i] / mean;
        return figures;
    }

    /// <summary>Mean of a season around a value; the two ends of an even season count half each.</summary>
    internal static double CentredMean(ReadOnlySpan<double> history, int t, int season)
    {
        var half = season / 2;
        var sum = 0d;
        for (var i = t - half; i <= t + half; i++)
            sum += history[i];
        if (season % 2 == 0)
            sum -= (history[t - half] + history[t + half]) / 2;
        return sum / season;
    }

    internal static bool IsPositive(ReadOnlySpan<double> history)
    {
        foreach (var value in history)
        {
            if (value <= 0)
                return false;
        }

        return true;
    }

    internal static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0d;
        foreach (var value in values)
            sum += value;
        return sum / values.Length;
    }
}

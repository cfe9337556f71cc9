namespace Jingke.Analytics.Forecasting;

/// <summary>Measures of error, as in the M4 competition (Makridakis, Spiliotis and Assimakopoulos 2020).</summary>
public static class Accuracy
{
    /// <summary>Mean of 200 |actual - forecast| / (|actual| + |forecast|): percent, 0 to 200. A month where both are 0 counts as 0.</summary>
    public static double Smape(ReadOnlySpan<double> actual, ReadOnlySpan<double> forecast)
    {
        Check(actual, forecast);
        var sum = 0d;
        for (var i = 0; i < actual.Length; i++)
        {
            var size = Math.Abs(actual[i]) + Math.Abs(forecast[i]);
            sum += size > 0 ? 200 * Math.Abs(actual[i] - forecast[i]) / size : 0;
        }

        return sum / actual.Length;
    }

    /// <summary>
    /// Mean absolute error over what the seasonal naive method errs by inside the history: below 1 is better than that.
    /// </summary>
    /// <returns>Null where the history repeats itself exactly, so that there is no measure.</returns>
    /// <remarks>Hyndman and Koehler (2006). A history of no more than a season is measured by its changes from month to month.</remarks>
    public static double? Mase(ReadOnlySpan<double> actual, ReadOnlySpan<double> forecast, ReadOnlySpan<double> history, int season = 12)
    {
        Check(actual, forecast);
        var error = 0d;
        for (var i = 0; i < actual.Length; i++)
            error += Math.Abs(actual[i] - forecast[i]);
        return Scale(history, season) is { } scale ? error / actual.Length / scale : null;
    }

    /// <summary>Mean of two ratios: sMAPE and MASE, each over that of Naive2 on the same series. Below 1 is better than Naive2.</summary>
    public static double Owa(double smape, double mase, double naive2Smape, double naive2Mase) =>
        ((smape / naive2Smape) + (mase / naive2Mase)) / 2;

    /// <summary>Mean absolute change over a season; null where it is 0 or there are fewer than two values.</summary>
    internal static double? Scale(ReadOnlySpan<double> history, int season)
    {
        var lag = history.Length > season ? season : 1;
        if (history.Length <= lag)
            return null;

        var sum = 0d;
        for (var t = lag; t < history.Length; t++)
            sum += Math.Abs(history[t] - history[t - lag]);
        return sum > 0 ? sum / (history.Length - lag) : null;
    }

    private static void Check(ReadOnlySpan<double> actual, ReadOnlySpan<double> forecast)
    {
        if (actual.IsEmpty || actual.Length != forecast.Length)
            throw new ArgumentException("Actual and forecast values must be equally many, at least one.", nameof(forecast));
    }
}

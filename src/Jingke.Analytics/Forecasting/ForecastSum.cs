namespace Jingke.Analytics.Forecasting;

/// <summary>The sum of the first months of a forecast, with an interval of its own.</summary>
/// <remarks>
/// Errors of months offset each other in part, so the ends of the months must not simply be added. How far they do is read from how the
/// spreads grow: in a local level model, ETS(A,N,N) with smoothing alpha, the variance of month h is 1 + alpha^2 (h - 1) of that of the
/// first, and the errors of months h &lt; l have the covariance alpha + alpha^2 (h - 1); without growth they are independent, and where a
/// series wanders they go together (Hyndman, Koehler, Ord and Snyder 2008, 6.2 and 6.3). The result is widened where the trials of the
/// back-test erred by more in their sums: the mean of the squares of these errors, among which the model's own word counts like one more
/// trial, as it does for single months. It is never wider than the sum of the months' ends.
/// </remarks>
public static class ForecastSum
{
    /// <summary>Sums months up.</summary>
    /// <param name="forecast">The forecast.</param>
    /// <param name="history">The history it rests on, in its unit.</param>
    /// <param name="months">How many months, from the first one; at most as many as were forecast.</param>
    /// <returns>Without ends where a month has none.</returns>
    public static ForecastPoint Of(Forecast forecast, ReadOnlySpan<double> history, int months)
    {
        var points = forecast.Points.Take(months).ToArray();
        var value = points.Sum(point => point.Value);
        if (points.Any(point => point.Low80 is null))
            return new(value, null, null, null, null);

        var (z80, z95) = (Forecaster.Quantile(history.Length, 0.9), Forecaster.Quantile(history.Length, 0.975));
        // The upper end is the one that is not cut off at zero.
        double[] spreads = [.. forecast.Points.Select(point => (point.High95!.Value - point.Value) / z95)];
        var model = Variance(spreads.AsSpan(0, months), Smoothing(spreads));
        var spread = Math.Sqrt(Math.Max(model, Measured(forecast.PastError, history, months, model)));
        return new(
            value,
            Math.Max(value - (z80 * spread), points.Sum(point => point.Low80!.Value)),
            Math.Min(value + (z80 * spread), points.Sum(point => point.High80!.Value)),
            Math.Max(value - (z95 * spread), points.Sum(point => point.Low95!.Value)),
            Math.Min(value + (z95 * spread), points.Sum(point => point.High95!.Value))
        );
    }

    /// <summary>The alpha, 0 to 1, at which variances would grow from the first half of the months to the second as they do.</summary>
    private static double Smoothing(ReadOnlySpan<double> spreads)
    {
        var half = spreads.Length / 2;
        if (half == 0)
            return 0;

        var (first, second) = (MeanSquare(spreads[..half]), MeanSquare(spreads[half..]));
        // Mean of h - 1 over either half.
        var (before, after) = ((half - 1) / 2d, half + ((spreads.Length - half - 1) / 2d));
        var growth = second / first;
        var bound = after - (before * growth);
        return !(growth > 1) ? 0
            : bound <= 0 ? 1
            : Math.Sqrt(Math.Min((growth - 1) / bound, 1));
    }

    private static double Variance(ReadOnlySpan<double> spreads, double alpha)
    {
        var sum = 0d;
        for (var l = 0; l < spreads.Length; l++)
        {
            sum += Square(spreads[l]);
            for (var h = 0; h < l; h++)
            {
                var correlation = (alpha + (alpha * alpha * h)) / Math.Sqrt((1 + (alpha * alpha * h)) * (1 + (alpha * alpha * l)));
                sum += 2 * spreads[h] * spreads[l] * correlation;
            }
        }

        return sum;
    }

    private static double MeanSquare(ReadOnlySpan<double> numbers)
    {
        var sum = 0d;
        foreach (var number in numbers)
            sum += Square(number);
        return sum / numbers.Length;
    }

    /// <summary>Variance of a sum by what the trials erred by in theirs; 0 without trials. A shorter trial is scaled to the months asked for.</summary>
    private static double Measured(BackTestResult? test, ReadOnlySpan<double> history, int months, double model)
    {
        if (test is null)
            return 0;

        var (squares, ahead) = (model, Math.Min(months, test.Horizon));
        for (var trial = 0; trial < test.Origins.Count; trial++)
        {
            var error = 0d;
            for (var h = 0; h < ahead; h++)
                error += test.Paths[trial].Mean[h] - history[test.Origins[trial] + 1 + h];
            squares += Square(error * months / ahead);
        }

        return squares / (test.Origins.Count + 1);
    }

    private static double Square(double number) => number * number;
}

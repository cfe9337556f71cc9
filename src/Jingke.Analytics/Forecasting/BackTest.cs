namespace Jingke.Analytics.Forecasting;

/// <summary>How a method did when it stood at earlier months and did not know what came after.</summary>
/// <param name="Method">The method.</param>
/// <param name="Origins">The last known months of the trials, as indexes of the history, oldest first.</param>
/// <param name="Horizon">How many months each trial forecast.</param>
/// <param name="Mase">Mean over the trials of <see cref="Accuracy.Mase"/>; null where it is not defined.</param>
/// <param name="Smape">Mean over the trials of <see cref="Accuracy.Smape"/>, percent.</param>
/// <param name="TrialMase">The same for each trial; null where not defined.</param>
/// <param name="Paths">What each trial forecast: for the picture of the back-test.</param>
/// <param name="TotalError">Mean absolute error of the sum over the horizon, as part of the actual sum; null where that is not positive.</param>
public sealed record BackTestResult(
    ForecastMethod Method,
    IReadOnlyList<int> Origins,
    int Horizon,
    double? Mase,
    double Smape,
    IReadOnlyList<double?> TrialMase,
    IReadOnlyList<ForecastPath> Paths,
    double? TotalError
);

/// <summary>The rolling-origin back-test.</summary>
/// <remarks>
/// Tashman (2000). Each trial stands after a month of the past, is fitted anew on what was known then, chooses its model anew, and is
/// held against what came. The last trials end with the last month; they move a quarter of the horizon at a time.
/// </remarks>
public static class BackTest
{
    /// <summary>The shortest history that is tested.</summary>
    public const int ShortestHistory = 6;

    private const int MostOrigins = 4;

    /// <summary>Tests methods on the past of a series.</summary>
    /// <param name="history">Oldest first, finite.</param>
    /// <param name="methods">Which; those that cannot be used at some origin are left out of the answer.</param>
    /// <param name="horizon">Months ahead; shortened to a quarter of the history where that is less.</param>
    /// <param name="season">Values per season.</param>
    /// <returns>In the order of the methods; empty below <see cref="ShortestHistory"/> values.</returns>
    /// <exception cref="UnusableSeriesException">The history is empty or holds NaN or an infinity.</exception>
    public static IReadOnlyList<BackTestResult> Of(double[] history, IEnumerable<ForecastMethod> methods, int horizon = 12, int season = 12)
    {
        UnusableSeriesException.ThrowIfUnusable(history);
        if (history.Length < ShortestHistory)
            return [];

        horizon = Math.Clamp(horizon, 1, history.Length / 4);
        var origins = Origins(history.Length, horizon);
        return [.. methods.Select(method => Of(history, method, origins, horizon, season)).OfType<BackTestResult>()];
    }

    private static BackTestResult? Of(double[] history, ForecastMethod method, int[] origins, int horizon, int season)
    {
        var paths = new List<ForecastPath>(origins.Length);
        foreach (var origin in origins)
        {
            if (method.Run(history[..(origin + 1)], horizon, season) is not { } path)
                return null;

            // Nobody looks at them here, and trials are kept.
            paths.Add(path with { Fitted = [] });
        }

        double[] Actual(int trial) => history[(origins[trial] + 1)..(origins[trial] + 1 + horizon)];
        var trials = Enumerable.Range(0, origins.Length).ToArray();
        var mases = trials
            .Select(trial => Accuracy.Mase(Actual(trial), paths[trial].Mean, history.AsSpan(0, origins[trial] + 1), season))
            .ToArray();
        var totals = trials.Select(trial => (Actual: Actual(trial).Sum(), Forecast: paths[trial].Mean.Sum())).ToArray();
        return new BackTestResult(
            method,
            origins,
            horizon,
            mases.All(mase => mase is not null) ? mases.Average() : null,
            trials.Average(trial => Accuracy.Smape(Actual(trial), paths[trial].Mean)),
            mases,
            paths,
            totals.All(total => total.Actual > 0) ? totals.Average(total => Math.Abs(total.Forecast - total.Actual) / total.Actual) : null
        );
    }

    /// <summary>At least half of the history lies before the first trial.</summary>
    private static int[] Origins(int length, int horizon)
    {
        var step = Math.Max(horizon / 4, 1);
        return
        [
            .. Enumerable
                .Range(0, MostOrigins)
                .Select(back => length - 1 - horizon - (back * step))
                .Where(origin => origin + 1 >= (length + 1) / 2)
                .Reverse(),
        ];
    }
}

namespace Jingke.Analytics.Forecasting;

/// <summary>A way to continue a series. All of them stand in <see cref="ForecastMethods"/>.</summary>
/// <remarks>
/// A method works on the history divided by its mean absolute value, so that neither the currency nor its unit changes the result by
/// more than rounding.
/// </remarks>
public sealed class ForecastMethod
{
    /// <summary>The most months that are forecast at once.</summary>
    public const int LongestHorizon = 120;

    private readonly Rule rule;

    internal ForecastMethod(string code, Rule rule) => (Code, this.rule) = (code, rule);

    /// <summary>The rule itself, on finite values around 1; null where the history does not allow it.</summary>
    internal delegate ForecastPath? Rule(double[] history, int season, int horizon);

    /// <summary>Short name in lower case, for example "seasonal-naive"; the same for ever.</summary>
    public string Code { get; }

    /// <summary>Forecasts the next values of a series.</summary>
    /// <param name="history">One value a month, oldest first, without gaps; any unit, negative values and zeros included.</param>
    /// <param name="horizon">How many months, 1 to <see cref="LongestHorizon"/>.</param>
    /// <param name="season">Values per season: 12 for months; 1 for none.</param>
    /// <returns>
    /// The path; null where the method cannot be used: the history is too short for it or, for multiplicative methods, not positive.
    /// </returns>
    /// <exception cref="UnusableSeriesException">The history is empty or holds NaN or an infinity.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The horizon or the season is out of range.</exception>
    public ForecastPath? Run(double[] history, int horizon, int season = 12)
    {
        UnusableSeriesException.ThrowIfUnusable(history);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(horizon, LongestHorizon);
        ArgumentOutOfRangeException.ThrowIfLessThan(season, 1);

        // The largest first: a sum of values near the limits of a double would overflow.
        var largest = history.Max(Math.Abs);
        if (largest == 0)
            return rule(history, season, horizon);

        var unit = largest * history.Average(value => Math.Abs(value / largest));
        var path = rule(Array.ConvertAll(history, value => value / unit), season, horizon)?.Times(unit);
        return path is { IsFinite: true } ? path : null;
    }

    /// <inheritdoc/>
    public override string ToString() => Code;
}

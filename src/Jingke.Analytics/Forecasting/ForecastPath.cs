namespace Jingke.Analytics.Forecasting;

/// <summary>What one method says of the months to come.</summary>
/// <param name="Model">The model within the method, for example "ETS(M,Ad,M)"; else the code of the method.</param>
/// <param name="Mean">The forecast of each coming month, in the unit of the history.</param>
/// <param name="Spread">
/// Standard deviation of the error of each, by the method's own model, in the unit of the history; NaN nowhere, 0 where the history
/// leaves no doubt or is too short to show any (fewer than four values).
/// </param>
public sealed record ForecastPath(string Model, double[] Mean, double[] Spread)
{
    /// <summary>
    /// What the method says of each month of the history from those before it, one value per value of the history and in its unit; NaN
    /// where it has nothing to go on, such as the first season of "same month of last year", never an infinity. Factors, slopes and
    /// smoothing parameters are those that the whole history gave, so these values lie nearer to it than forecasts made at the time would.
    /// Empty in the trials of a back-test.
    /// </summary>
    public double[] Fitted { get; init; } = [];

    /// <summary>The path in another unit.</summary>
    internal ForecastPath Times(double unit) =>
        this with
        {
            Mean = Array.ConvertAll(Mean, value => value * unit),
            Spread = Array.ConvertAll(Spread, value => value * unit),
            Fitted = Array.ConvertAll(Fitted, value => double.IsFinite(value * unit) ? value * unit : double.NaN),
        };

    /// <summary>Both hold what can be shown to somebody.</summary>
    internal bool IsFinite => Mean.All(double.IsFinite) && Spread.All(double.IsFinite);
}

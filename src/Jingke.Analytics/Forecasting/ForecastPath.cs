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
    /// <summary>The path in another unit.</summary>
    internal ForecastPath Times(double unit) =>
        this with
        {
            Mean = Array.ConvertAll(Mean, value => value * unit),
            Spread = Array.ConvertAll(Spread, value => value * unit),
        };

    /// <summary>Both hold what can be shown to somebody.</summary>
    internal bool IsFinite => Mean.All(double.IsFinite) && Spread.All(double.IsFinite);
}

using Jingke.Analytics.Forecasting.Ets;

namespace Jingke.Analytics.Forecasting;

/// <summary>Theta with the lines 0 and 2, half each, as in the M4 benchmarks.</summary>
/// <remarks>Assimakopoulos and Nikolopoulos (2000); for the spread, that of the smoothing behind it: Hyndman and Billah (2003).</remarks>
internal static class ThetaRule
{
    public static ForecastPath? Run(double[] y, int horizon)
    {
        var line = StraightLine.Through(y);
        var bent = new double[y.Length];
        for (var t = 0; t < y.Length; t++)
            bent[t] = (2 * y[t]) - line.At(t + 1);
        if (EtsFit.For(bent, EtsForm.Ses, 1)?.Exact() is not { } smoothed)
            return null;

        var positive = Seasonality.IsPositive(y);
        var path = smoothed.Path(horizon);
        // The bent line has about twice the errors of the series itself; half of them reach the forecast.
        return SimpleRules.Path("theta", horizon, h => Half(path.Mean[h - 1], y.Length + h), h => path.Spread[h - 1] / 2) with
        {
            Fitted = SimpleRules.Fitted(y, 0, t => Half(path.Fitted[t], t + 1)),
        };

        double Half(double smooth, int at)
        {
            var value = (smooth + line.At(at)) / 2;
            return positive ? Math.Max(value, 0) : value;
        }
    }
}

namespace Jingke.Analytics.Forecasting;

/// <summary>Classical decomposition as a forecast: the season that was, on the straight line that was.</summary>
internal static class Decomposed
{
    public static ForecastPath? Rule(double[] y, int season, int horizon, SeasonKind kind)
    {
        if (season < 2 || y.Length < 2 * season || (kind == SeasonKind.Multiplicative && !Seasonality.IsPositive(y)))
            return null;

        var figures = Seasonality.Figures(y, season, kind);
        var rest = Deseasonal.Without(y, figures, kind);
        var line = StraightLine.Through(rest);
        var squares = 0d;
        for (var t = 0; t < rest.Length; t++)
            squares += (rest[t] - line.At(t + 1)) * (rest[t] - line.At(t + 1));
        // Two numbers of the line and the figures were fitted.
        var sigma = Math.Sqrt(squares / Math.Max(y.Length - season - 1, 1));
        double Figure(int h) => figures[(y.Length + h - 1) % season];
        var path =
            kind == SeasonKind.Additive
                ? SimpleRules.Path("seasonal-amounts", horizon, h => line.At(y.Length + h) + Figure(h), _ => sigma)
                : SimpleRules.Path("seasonal-factors", horizon, h => line.At(y.Length + h) * Figure(h), h => sigma * Figure(h));
        return path with { Fitted = Deseasonal.With(SimpleRules.Fitted(y, 0, t => line.At(t + 1)), figures, kind) };
    }
}

namespace Jingke.Analytics.Forecasting;

/// <summary>Takes the season out where there is one, lets a rule forecast the rest, puts the season back.</summary>
/// <remarks>
/// The way of the M4 benchmarks: test, classical decomposition with factors. Those were made for positive series; on others this takes
/// seasonal amounts.
/// </remarks>
internal static class Deseasonal
{
    public static ForecastPath? Run(double[] y, int season, int horizon, string code, ForecastMethod.Rule rule)
    {
        if (!Seasonality.IsSeasonal(y, season))
            return rule(y, season, horizon) is { } plain ? plain with { Model = code } : null;

        var kind = Seasonality.IsPositive(y) ? SeasonKind.Multiplicative : SeasonKind.Additive;
        var figures = Seasonality.Figures(y, season, kind);
        if (rule(Without(y, figures, kind), season, horizon) is not { } path)
            return null;

        var (mean, spread) = (new double[horizon], new double[horizon]);
        for (var h = 0; h < horizon; h++)
        {
            var figure = figures[(y.Length + h) % season];
            (mean[h], spread[h]) =
                kind == SeasonKind.Additive ? (path.Mean[h] + figure, path.Spread[h]) : (path.Mean[h] * figure, path.Spread[h] * figure);
        }

        return new ForecastPath(code, mean, spread) { Fitted = With(path.Fitted, figures, kind) };
    }

    /// <summary>Values from the first month of the history on with their season.</summary>
    public static double[] With(double[] rest, double[] figures, SeasonKind kind)
    {
        var values = new double[rest.Length];
        for (var t = 0; t < rest.Length; t++)
        {
            var figure = figures[t % figures.Length];
            values[t] = kind == SeasonKind.Additive ? rest[t] + figure : rest[t] * figure;
        }

        return values;
    }

    /// <summary>The series without its season.</summary>
    public static double[] Without(double[] y, double[] figures, SeasonKind kind)
    {
        var rest = new double[y.Length];
        for (var t = 0; t < y.Length; t++)
        {
            var figure = figures[t % figures.Length];
            rest[t] = kind == SeasonKind.Additive ? y[t] - figure : y[t] / figure;
        }

        return rest;
    }
}

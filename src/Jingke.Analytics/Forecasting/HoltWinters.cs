namespace Jingke.Analytics.Forecasting;

/// <summary>A fit of the classical Holt-Winters method.</summary>
/// <param name="Kind">Seasonal amounts or factors.</param>
/// <param name="Alpha">Smoothing of the level, 0 to 1.</param>
/// <param name="Beta">Smoothing of the trend, as a part of the change of level, 0 to 1.</param>
/// <param name="Gamma">Smoothing of the season, 0 to 1.</param>
/// <param name="SquaredErrors">Sum of squared one-step errors from the second season on, in the unit of the history squared.</param>
public sealed record HoltWintersFit(SeasonKind Kind, double Alpha, double Beta, double Gamma, double SquaredErrors);

/// <summary>
/// Holt-Winters by least squares: level, trend and season start from a decomposition of the first two seasons, the errors count from the
/// second season on.
/// </summary>
/// <remarks>Holt (1957), Winters (1960). Start and criterion are those that statistical packages have settled on.</remarks>
public static class HoltWinters
{
    private static readonly double[] First = [0.3, 0.1, 0.1];

    /// <summary>Fits the method.</summary>
    /// <param name="history">Oldest first; positive for factors.</param>
    /// <param name="kind">Amounts or factors.</param>
    /// <param name="season">Values per season.</param>
    /// <returns>Null for less than two seasons and three values, or where factors meet values that are not positive.</returns>
    /// <exception cref="UnusableSeriesException">The history is empty or holds NaN or an infinity.</exception>
    public static HoltWintersFit? Fit(double[] history, SeasonKind kind, int season = 12)
    {
        UnusableSeriesException.ThrowIfUnusable(history);
        return Best(history, season, kind) is var (p, pass) ? new(kind, p[0], p[1], p[2], pass.Squares) : null;
    }

    internal static ForecastPath? Rule(double[] y, int season, int horizon, SeasonKind kind)
    {
        // The first season is where the method starts from.
        var fitted = new double[y.Length];
        Array.Fill(fitted, double.NaN);
        if (Best(y, season, kind, fitted) is not var (point, pass))
            return null;

        var (mean, spread) = (new double[horizon], new double[horizon]);
        var additive = kind == SeasonKind.Additive;
        var free = Math.Max(y.Length - season - 3, 1);
        var sigma = Math.Sqrt((additive ? pass.Squares : pass.RelativeSquares) / free);
        var sum = 1d;
        for (var h = 1; h <= horizon; h++)
        {
            var (trend, figure) = (pass.Level + (h * pass.Trend), pass.Season[(y.Length + h - 1) % season]);
            mean[h - 1] = additive ? trend + figure : trend * figure;
            spread[h - 1] = Math.Sqrt(sum) * sigma * (additive ? 1 : Math.Abs(mean[h - 1]));
            var weight = point[0] * (1 + (h * point[1])) + (h % season == 0 ? point[2] * (1 - point[0]) : 0);
            sum += weight * weight;
        }

        return new ForecastPath(additive ? "holt-winters-additive" : "holt-winters-multiplicative", mean, spread) { Fitted = fitted };
    }

    private static (double[] Point, Pass Pass)? Best(double[] y, int season, SeasonKind kind, double[]? fitted = null)
    {
        if (season < 2 || y.Length < (2 * season) + 3 || (kind == SeasonKind.Multiplicative && !Seasonality.IsPositive(y)))
            return null;

        var start = Pass.Start(y, season, kind);
        double[]? best = null;
        var least = double.PositiveInfinity;
        foreach (var gamma in new[] { First[2], 0.8 })
        {
            var point = new[] { First[0], First[1], gamma };
            var value = NelderMead.Minimise(Squares, point, [0.1, 0.1, gamma > 0.5 ? -0.1 : 0.1], 600, 1e-12);
            if (value < least)
                (best, least) = (point, value);
        }

        return best is null ? null : (best, start.Run(y, kind, best, fitted));

        double Squares(double[] point)
        {
            for (var i = 0; i < point.Length; i++)
                point[i] = Math.Clamp(point[i], 0, 1);
            var squares = start.Run(y, kind, point).Squares;
            return double.IsFinite(squares) ? squares : double.PositiveInfinity;
        }
    }

    /// <summary>States and errors; as a start, those before the second season.</summary>
    private sealed record Pass(double Level, double Trend, double[] Season, double Squares, double RelativeSquares)
    {
        public static Pass Start(double[] y, int season, SeasonKind kind)
        {
            var first = y.AsSpan(0, 2 * season);
            var half = season / 2;
            var trend = new double[first.Length - (2 * half)];
            for (var t = 0; t < trend.Length; t++)
                trend[t] = Seasonality.CentredMean(first, t + half, season);
            var line = StraightLine.Through(trend);
            return new(line.Intercept, line.Slope, Seasonality.Figures(first, season, kind), 0, 0);
        }

        public Pass Run(double[] y, SeasonKind kind, double[] point, double[]? fitted = null)
        {
            var (alpha, beta, gamma) = (point[0], point[1], point[2]);
            var (level, trend, squares, relative) = (Level, Trend, 0d, 0d);
            var season = (double[])Season.Clone();
            for (var t = season.Length; t < y.Length; t++)
            {
                ref var figure = ref season[t % season.Length];
                var additive = kind == SeasonKind.Additive;
                var forecast = additive ? level + trend + figure : (level + trend) * figure;
                if (fitted is not null)
                    fitted[t] = forecast;
                var error = y[t] - forecast;
                squares += error * error;
                relative += error / forecast * (error / forecast);
                var before = level;
                level = (alpha * (additive ? y[t] - figure : y[t] / figure)) + ((1 - alpha) * (level + trend));
                trend = (beta * (level - before)) + ((1 - beta) * trend);
                figure = (gamma * (additive ? y[t] - level : y[t] / level)) + ((1 - gamma) * figure);
            }

            return new(level, trend, season, squares, relative);
        }
    }
}

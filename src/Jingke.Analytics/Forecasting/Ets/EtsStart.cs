namespace Jingke.Analytics.Forecasting.Ets;

/// <summary>First states from which the search for the best ones starts.</summary>
/// <remarks>Hyndman et al. (2008), 2.6.1: decomposition for the season, a line through the first values for level and trend.</remarks>
internal sealed record EtsStart(double Level, double Trend, double[] Season)
{
    private const double SmallestFactor = 1e-2;

    public static EtsStart Of(double[] y, EtsForm form, int season)
    {
        var figures = form.Season is { } kind ? SeasonOf(y, season, kind) : [];
        var rest = form.Season is { } taken ? Deseasonal.Without(y, figures, taken) : y;
        var first = rest.AsSpan(0, Math.Min(Math.Max(10, 2 * (figures.Length > 0 ? season : 1)), rest.Length));
        if (!form.Trend)
            return new(Seasonality.Mean(first), 0, figures);

        var line = StraightLine.Through(first);
        return new(line.Intercept, line.Slope, figures);
    }

    private static double[] SeasonOf(double[] y, int season, SeasonKind kind)
    {
        if (y.Length >= 3 * season)
            return Positive(Seasonality.Figures(y, season, kind), kind);

        // Too short for a decomposition that one would trust: one wave a season around a line, by least squares.
        var wave = Wave(y, season);
        var figures = new double[season];
        for (var i = 0; i < season; i++)
        {
            // Season i of the first cycle; the line is left where it is.
            var angle = 2 * Math.PI * (i + 1) / season;
            var height = (wave.Sine * Math.Sin(angle)) + (wave.Cosine * Math.Cos(angle));
            var level = wave.Intercept + (wave.Slope * ((y.Length + 1) / 2d));
            figures[i] = kind == SeasonKind.Additive ? height : 1 + (level == 0 ? 0 : height / level);
        }

        return Positive(figures, kind);
    }

    private static double[] Positive(double[] figures, SeasonKind kind)
    {
        if (kind == SeasonKind.Additive || figures.All(figure => figure >= SmallestFactor))
            return figures;

        var raised = Array.ConvertAll(figures, figure => Math.Max(figure, SmallestFactor));
        var mean = Seasonality.Mean(raised);
        return Array.ConvertAll(raised, figure => figure / mean);
    }

    private static (double Intercept, double Slope, double Sine, double Cosine) Wave(double[] y, int season)
    {
        var rows = new double[y.Length][];
        for (var t = 0; t < y.Length; t++)
        {
            var angle = 2 * Math.PI * (t + 1) / season;
            rows[t] = season > 2 ? [t + 1, Math.Sin(angle), Math.Cos(angle)] : [t + 1, Math.Cos(angle)];
        }

        var found = MathNet.Numerics.LinearRegression.MultipleRegression.QR(rows, y, intercept: true);
        return season > 2 ? (found[0], found[1], found[2], found[3]) : (found[0], found[1], 0, found[2]);
    }
}

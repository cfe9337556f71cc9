namespace Jingke.Analytics.Forecasting.Ets;

/// <summary>Smoothing parameters.</summary>
/// <param name="Alpha">Of the level.</param>
/// <param name="Beta">Of the trend, at most alpha; 0 without a trend.</param>
/// <param name="Gamma">Of the season, at most 1 - alpha; 0 without a season.</param>
/// <param name="Phi">How much of the trend is left after a month; 1 without damping.</param>
public readonly record struct EtsSmoothing(double Alpha, double Beta, double Gamma, double Phi);

/// <summary>
/// One pass of the recursions over a series, the innermost loop of every fit. Written in errors, additive and multiplicative ones lead to
/// the same states, so there are three loops: without season, with amounts, with factors.
/// </summary>
/// <remarks>Hyndman, Koehler, Ord and Snyder (2008), tables 2.2 and 2.3, chapter 5 for the likelihood.</remarks>
internal ref struct EtsRecursion
{
    /// <summary>A relative error has no meaning at a forecast of no more than this, where the series is around 1.</summary>
    private const double Nothing = 1e-8;

    /// <summary>Level and trend: the first before a pass, the last after it.</summary>
    public double Level;

    /// <inheritdoc cref="Level"/>
    public double Trend;

    /// <summary>The season; entry i belongs to values i, i + m, i + 2m … of the series. First before a pass, last after it.</summary>
    public Span<double> Season;

    /// <summary>Sum of squared errors, relative ones where errors are multiplicative.</summary>
    public double Squares;

    /// <summary>Sum of the logarithms of the forecasts; 0 where errors are additive.</summary>
    public double Logarithms;

    /// <summary>Runs over a series. False where a forecast or state leaves the region in which the model has a meaning.</summary>
    public bool Run(ReadOnlySpan<double> y, EtsForm form, EtsSmoothing smoothing) =>
        form.Season switch
        {
            null => WithoutSeason(y, form.MultiplicativeError, smoothing),
            SeasonKind.Additive => WithAmounts(y, form.MultiplicativeError, smoothing),
            _ => WithFactors(y, smoothing),
        };

    /// <summary>
    /// Runs over a series value by value and keeps what the states before each one said of it. Leaves the states as a pass does.
    /// </summary>
    public double[] OneStepAhead(ReadOnlySpan<double> y, EtsForm form, EtsSmoothing smoothing)
    {
        var fitted = new double[y.Length];
        var season = Season;
        for (var t = 0; t < y.Length; t++)
        {
            fitted[t] = Level + (smoothing.Phi * Trend);
            if (form.Season is { } kind)
            {
                Season = season.Slice(t % season.Length, 1);
                fitted[t] = kind == SeasonKind.Additive ? fitted[t] + Season[0] : fitted[t] * Season[0];
            }

            Run(y.Slice(t, 1), form, smoothing);
        }

        Season = season;
        return fitted;
    }

    private bool WithoutSeason(ReadOnlySpan<double> y, bool relative, EtsSmoothing smoothing)
    {
        var (alpha, beta, phi) = (smoothing.Alpha, smoothing.Beta, smoothing.Phi);
        var (level, trend, squares, sum) = (Level, Trend, 0d, new LogarithmSum());
        foreach (var value in y)
        {
            trend *= phi;
            var forecast = level + trend;
            var error = value - forecast;
            level = forecast + (alpha * error);
            trend += beta * error;
            if (relative)
            {
                if (forecast <= Nothing)
                    return false;

                error /= forecast;
                sum.Add(forecast);
            }

            squares += error * error;
        }

        (Level, Trend, Squares, Logarithms) = (level, trend, squares, sum.Total);
        return true;
    }

    private bool WithAmounts(ReadOnlySpan<double> y, bool relative, EtsSmoothing smoothing)
    {
        var (alpha, beta, gamma, phi) = (smoothing.Alpha, smoothing.Beta, smoothing.Gamma, smoothing.Phi);
        var (level, trend, squares, sum) = (Level, Trend, 0d, new LogarithmSum());
        var place = 0;
        foreach (var value in y)
        {
            trend *= phi;
            ref var season = ref Season[place];
            var forecast = level + trend + season;
            var error = value - forecast;
            level += trend + (alpha * error);
            trend += beta * error;
            season += gamma * error;
            if (++place == Season.Length)
                place = 0;
            if (relative)
            {
                if (forecast <= Nothing)
                    return false;

                error /= forecast;
                sum.Add(forecast);
            }

            squares += error * error;
        }

        (Level, Trend, Squares, Logarithms) = (level, trend, squares, sum.Total);
        return true;
    }

    private bool WithFactors(ReadOnlySpan<double> y, EtsSmoothing smoothing)
    {
        var (alpha, beta, gamma, phi) = (smoothing.Alpha, smoothing.Beta, smoothing.Gamma, smoothing.Phi);
        var (level, trend, squares, sum) = (Level, Trend, 0d, new LogarithmSum());
        var place = 0;
        foreach (var value in y)
        {
            trend *= phi;
            ref var season = ref Season[place];
            var raised = level + trend;
            var forecast = raised * season;
            if (raised <= Nothing || season <= Nothing || forecast <= Nothing)
                return false;

            var error = (value - forecast) / forecast;
            level = raised * (1 + (alpha * error));
            trend += beta * raised * error;
            season *= 1 + (gamma * error);
            if (++place == Season.Length)
                place = 0;
            sum.Add(forecast);
            squares += error * error;
        }

        (Level, Trend, Squares, Logarithms) = (level, trend, squares, sum.Total);
        return true;
    }

    /// <summary>Sum of logarithms of positive numbers, with few calls of the logarithm.</summary>
    private struct LogarithmSum()
    {
        private double product = 1;
        private double sum;

        public readonly double Total => sum + Math.Log(product);

        public void Add(double value)
        {
            product *= value;
            if (product is > 1e-100 and < 1e100)
                return;

            sum += Math.Log(product);
            product = 1;
        }
    }
}

namespace Jingke.Analytics.Forecasting.Ets;

/// <summary>A fitted model: parameters, states after the last value, likelihood.</summary>
public sealed record EtsModel
{
    /// <summary>Which model.</summary>
    public required EtsForm Form { get; init; }

    /// <summary>The smoothing parameters.</summary>
    public required EtsSmoothing Smoothing { get; init; }

    /// <summary>Level after the last value, in the unit of the history.</summary>
    public required double Level { get; init; }

    /// <summary>Trend a month after the last value, in the unit of the history; 0 without.</summary>
    public required double Trend { get; init; }

    /// <summary>The season of the coming months, the next one first: amounts in the unit of the history, or factors; empty without.</summary>
    public required double[] Season { get; init; }

    /// <summary>
    /// One-step-ahead means: what the states of the month before say of each value of the history, in its unit and as many. The first one
    /// comes from the first states, which are estimated.
    /// </summary>
    public required double[] Fitted { get; init; }

    /// <summary>
    /// Variance of the one-step errors (relative ones where errors are multiplicative), over the number of values less the number of
    /// parameters.
    /// </summary>
    public required double Variance { get; init; }

    /// <summary>Log-likelihood up to a constant that depends on the number of values only: -n/2 log(sum of squares) - sum of log |forecast|.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Akaike's criterion with correction for small samples; infinite where there are too few values for it.</summary>
    public required double Aicc { get; init; }

    /// <summary>Fits one model by maximum likelihood, first states included.</summary>
    /// <param name="history">Oldest first, finite.</param>
    /// <param name="form">Which model.</param>
    /// <param name="season">Values per season.</param>
    /// <returns>Null where the history is too short for the model or, for a multiplicative one, not positive.</returns>
    /// <exception cref="UnusableSeriesException">The history is empty or holds NaN or an infinity.</exception>
    public static EtsModel? Fit(double[] history, EtsForm form, int season = 12)
    {
        var (unit, y) = Unit(history);
        return EtsFit.For(y, form, season)?.Fitted()?.Times(unit, history.Length);
    }

    /// <summary>Fits the candidates and keeps the one with the smallest AICc.</summary>
    /// <param name="history">Oldest first, finite.</param>
    /// <param name="season">Values per season.</param>
    /// <returns>Null where the history is too short for any.</returns>
    /// <exception cref="UnusableSeriesException">The history is empty or holds NaN or an infinity.</exception>
    public static EtsModel? Choose(double[] history, int season = 12)
    {
        var (unit, y) = Unit(history);
        return EtsChoice.Of(y, season)?.Times(unit, history.Length);
    }

    /// <summary>The next values and the spread of their errors.</summary>
    public ForecastPath Path(int horizon) => EtsVariance.Path(this, horizon);

    private static (double Unit, double[] Values) Unit(double[] history)
    {
        UnusableSeriesException.ThrowIfUnusable(history);
        var largest = history.Max(Math.Abs);
        var unit = largest == 0 ? 1 : largest * history.Average(value => Math.Abs(value / largest));
        return (unit, Array.ConvertAll(history, value => value / unit));
    }

    /// <summary>The same model of the history in another unit.</summary>
    private EtsModel Times(double unit, int values)
    {
        // Each one-step density is divided by the unit, whatever the kind of error.
        var shift = values * Math.Log(unit);
        return this with
        {
            Level = Level * unit,
            Trend = Trend * unit,
            Season = Form.Season == SeasonKind.Additive ? Array.ConvertAll(Season, amount => amount * unit) : Season,
            Fitted = Array.ConvertAll(Fitted, value => value * unit),
            Variance = Form.MultiplicativeError ? Variance : Variance * unit * unit,
            LogLikelihood = LogLikelihood - shift,
            Aicc = Aicc + (2 * shift),
        };
    }
}

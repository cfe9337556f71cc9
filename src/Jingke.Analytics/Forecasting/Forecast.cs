namespace Jingke.Analytics.Forecasting;

/// <summary>What the intervals rest on.</summary>
public enum IntervalBasis
{
    /// <summary>The history is too short or shows no change: there are no intervals.</summary>
    None,

    /// <summary>The method's own model of its errors.</summary>
    Model,

    /// <summary>The model, widened to what the back-test erred by.</summary>
    BackTest,
}

/// <summary>One coming month.</summary>
/// <param name="Value">The forecast, in the unit of the history.</param>
/// <param name="Low80">Lower end of the 80 % interval; null without intervals.</param>
/// <param name="High80">Upper end of the 80 % interval.</param>
/// <param name="Low95">Lower end of the 95 % interval.</param>
/// <param name="High95">Upper end of the 95 % interval.</param>
public readonly record struct ForecastPoint(double Value, double? Low80, double? High80, double? Low95, double? High95)
{
    /// <summary>The same with something known added.</summary>
    public ForecastPoint Plus(double known) => new(Value + known, Low80 + known, High80 + known, Low95 + known, High95 + known);
}

/// <summary>A forecast with its doubt and its past.</summary>
/// <param name="Method">The method.</param>
/// <param name="Model">The model within the method, for example "ETS(M,Ad,M) + theta + damped".</param>
/// <param name="Points">The coming months, the next one first.</param>
/// <param name="Basis">What the intervals rest on.</param>
/// <param name="PastError">How the method did on the past of this series; null where the series is too short to tell.</param>
/// <param name="Others">How the others did that were tested, best first by MASE; the method itself is not among them.</param>
/// <param name="Widening">How many times wider the intervals are than the method's own model says; 1 without a back-test.</param>
public sealed record Forecast(
    ForecastMethod Method,
    string Model,
    IReadOnlyList<ForecastPoint> Points,
    IntervalBasis Basis,
    BackTestResult? PastError,
    IReadOnlyList<BackTestResult> Others,
    double Widening
)
{
    /// <summary>
    /// <see cref="ForecastPath.Fitted"/>: what the method says of each month of the history from those before it, in its unit; NaN where it
    /// has nothing to go on. Like the forecast never below zero where no month was.
    /// </summary>
    public IReadOnlyList<double> Fitted { get; init; } = [];
}

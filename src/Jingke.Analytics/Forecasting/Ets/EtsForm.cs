namespace Jingke.Analytics.Forecasting.Ets;

/// <summary>Which state space model of exponential smoothing.</summary>
/// <param name="MultiplicativeError">Errors grow with the forecast (M) or not (A).</param>
/// <param name="Trend">With an additive trend.</param>
/// <param name="Damped">The trend flattens out; only with a trend.</param>
/// <param name="Season">The season; null = none.</param>
public readonly record struct EtsForm(bool MultiplicativeError, bool Trend, bool Damped, SeasonKind? Season)
{
    /// <summary>ETS(A,N,N): simple exponential smoothing.</summary>
    public static EtsForm Ses { get; } = new(false, false, false, null);

    /// <summary>ETS(A,A,N): Holt's method.</summary>
    public static EtsForm Holt { get; } = new(false, true, false, null);

    /// <summary>ETS(A,Ad,N): Holt's method with a damped trend.</summary>
    public static EtsForm Damping { get; } = new(false, true, true, null);

    /// <summary>
    /// The 15 models among which the choice is made. Additive errors with a multiplicative season are left out: their variance is
    /// infinite and their estimates unstable; so are multiplicative trends, which run away.
    /// </summary>
    public static IReadOnlyList<EtsForm> Candidates { get; } =
    [
        .. from season in new SeasonKind?[] { null, SeasonKind.Additive, SeasonKind.Multiplicative }
        from error in new[] { false, true }
        where error || season != SeasonKind.Multiplicative
        from trend in new[] { (false, false), (true, false), (true, true) }
        select new EtsForm(error, trend.Item1, trend.Item2, season),
    ];

    /// <summary>Can only describe positive values.</summary>
    public bool NeedsPositive => MultiplicativeError || Season == SeasonKind.Multiplicative;

    /// <summary>How many numbers are estimated: smoothing parameters, first states and the variance.</summary>
    /// <param name="season">Values per season.</param>
    public int Parameters(int season) => 3 + (Trend ? 2 : 0) + (Damped ? 1 : 0) + (Season is null ? 0 : season);

    /// <summary>As in the literature, for example "ETS(M,Ad,M)".</summary>
    public override string ToString() =>
        $"ETS({(MultiplicativeError ? "M" : "A")},{(Damped ? "Ad" : Trend ? "A" : "N")},{Season switch
        {
            SeasonKind.Additive => "A",
            SeasonKind.Multiplicative => "M",
            _ => "N",
        }})";
}

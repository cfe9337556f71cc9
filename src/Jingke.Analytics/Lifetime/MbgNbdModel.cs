namespace Jingke.Analytics.Lifetime;

/// <summary>
/// MBG/NBD: BG/NBD in which a customer may drop out right after the first purchase too, so that a long silence of a one-time buyer
/// counts against him.
/// </summary>
/// <remarks>
/// Batislam, Denizel and Filiztekin (2007), Empirical validation and comparison of models for customer base analysis, International
/// Journal of Research in Marketing 24(3).
/// </remarks>
public sealed record MbgNbdModel : PurchaseModel
{
    /// <summary>Makes the model.</summary>
    /// <param name="r">Shape of the purchase rate.</param>
    /// <param name="alpha">Scale of the purchase rate, weeks; the mean rate is r / alpha.</param>
    /// <param name="a">First parameter of the chance to drop out, whose mean is a / (a + b).</param>
    /// <param name="b">Second parameter of the chance to drop out.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive and finite.</exception>
    public MbgNbdModel(double r, double alpha, double a, double b) =>
        (R, Alpha, A, B) = (Positive(r, nameof(r)), Positive(alpha, nameof(alpha)), Positive(a, nameof(a)), Positive(b, nameof(b)));

    /// <summary>Shape of the purchase rate.</summary>
    public double R { get; }

    /// <summary>Scale of the purchase rate, weeks.</summary>
    public double Alpha { get; }

    /// <summary>First parameter of the chance to drop out.</summary>
    public double A { get; }

    /// <summary>Second parameter of the chance to drop out.</summary>
    public double B { get; }

    /// <inheritdoc/>
    public override string Name => "MBG/NBD";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, double Value)> Parameters => [("r", R), ("alpha", Alpha), ("a", A), ("b", B)];

    /// <inheritdoc/>
    public override double LogLikelihood(PurchaseHistory history) =>
        BetaGeometric.LogLikelihood(R, Alpha, A, B, history, history.Frequency + 1);

    /// <inheritdoc/>
    /// <remarks>1 / (1 + a/(b+x) ((alpha+T)/(alpha+t_x))^(r+x)), in logarithms so that no x overflows.</remarks>
    public override double ProbabilityAlive(PurchaseHistory history) =>
        Precise.Complement(BetaGeometric.LogOddsGone(R, Alpha, A, B, history, history.Frequency + 1));

    internal override double WhileAlive(PurchaseHistory history, double weeks) =>
        BetaGeometric.ExpectedWhileAlive(R + history.Frequency, Alpha + history.Age, A, B + history.Frequency + 1, weeks);

    private protected override double ExpectedOfNew(double weeks) =>
        B / (A + B) * BetaGeometric.ExpectedWhileAlive(R, Alpha, A, B + 1, weeks);
}

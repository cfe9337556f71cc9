namespace Jingke.Analytics.Lifetime;

/// <summary>
/// BG/NBD: while alive a customer buys at random with a rate that is gamma (r, alpha) distributed among customers, and after each
/// repeat purchase drops out with a chance that is beta (a, b) distributed. Nobody can drop out before a repeat purchase.
/// </summary>
/// <remarks>Fader, Hardie and Lee (2005), "Counting your customers" the easy way, Marketing Science 24(2).</remarks>
public sealed record BgNbdModel : PurchaseModel
{
    /// <summary>Makes the model.</summary>
    /// <param name="r">Shape of the purchase rate.</param>
    /// <param name="alpha">Scale of the purchase rate, weeks; the mean rate is r / alpha.</param>
    /// <param name="a">First parameter of the chance to drop out, whose mean is a / (a + b).</param>
    /// <param name="b">Second parameter of the chance to drop out.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive and finite.</exception>
    public BgNbdModel(double r, double alpha, double a, double b) =>
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
    public override string Name => "BG/NBD";

    /// <inheritdoc/>
    public override bool JudgesOneTimeBuyers => false;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, double Value)> Parameters => [("r", R), ("alpha", Alpha), ("a", A), ("b", B)];

    /// <inheritdoc/>
    /// <remarks>Equation 6 of the paper, in logarithms.</remarks>
    public override double LogLikelihood(PurchaseHistory history) =>
        BetaGeometric.LogLikelihood(R, Alpha, A, B, history, history.Frequency);

    /// <summary>Probability that the customer still buys; exactly 1 when x = 0, since the model lets nobody leave before a repeat.</summary>
    /// <param name="history">What is known of the customer.</param>
    /// <returns>A probability in [0, 1].</returns>
    /// <remarks>1 / (1 + a/(b+x-1) ((alpha+T)/(alpha+t_x))^(r+x)), in logarithms so that no x overflows.</remarks>
    public override double ProbabilityAlive(PurchaseHistory history) =>
        Precise.Complement(BetaGeometric.LogOddsGone(R, Alpha, A, B, history, history.Frequency));

    /// <summary>Equation 10 of the paper less its denominator, as a sum of positive terms.</summary>
    internal override double WhileAlive(PurchaseHistory history, double weeks) =>
        BetaGeometric.ExpectedWhileAlive(R + history.Frequency, Alpha + history.Age, A, B + history.Frequency, weeks);

    /// <summary>Equation 9 of the paper, as a sum of positive terms.</summary>
    private protected override double ExpectedOfNew(double weeks) => BetaGeometric.ExpectedWhileAlive(R, Alpha, A, B, weeks);
}

namespace Jingke.Analytics.Lifetime;

/// <summary>
/// Pareto/NBD: while alive a customer buys at random with a rate that is gamma (r, alpha) distributed among customers, and drops out
/// at any time with a rate that is gamma (s, beta) distributed.
/// </summary>
/// <remarks>
/// Schmittlein, Morrison and Colombo (1987), Counting your customers: who are they and what will they do next?, Management Science
/// 33(1); in the notation of Fader and Hardie (2005), A note on deriving the Pareto/NBD model.
/// </remarks>
public sealed record ParetoNbdModel : PurchaseModel
{
    /// <summary>Makes the model.</summary>
    /// <param name="r">Shape of the purchase rate.</param>
    /// <param name="alpha">Scale of the purchase rate, weeks; the mean rate is r / alpha.</param>
    /// <param name="s">Shape of the drop-out rate.</param>
    /// <param name="beta">Scale of the drop-out rate, weeks; the mean rate is s / beta.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive and finite.</exception>
    public ParetoNbdModel(double r, double alpha, double s, double beta) =>
        (R, Alpha, S, Beta) = (
            Positive(r, nameof(r)),
            Positive(alpha, nameof(alpha)),
            Positive(s, nameof(s)),
            Positive(beta, nameof(beta))
        );

    /// <summary>Shape of the purchase rate.</summary>
    public double R { get; }

    /// <summary>Scale of the purchase rate, weeks.</summary>
    public double Alpha { get; }

    /// <summary>Shape of the drop-out rate.</summary>
    public double S { get; }

    /// <summary>Scale of the drop-out rate, weeks.</summary>
    public double Beta { get; }

    /// <inheritdoc/>
    public override string Name => "Pareto/NBD";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, double Value)> Parameters => [("r", R), ("alpha", Alpha), ("s", S), ("beta", Beta)];

    /// <inheritdoc/>
    /// <remarks>
    /// Gamma(r+x)/Gamma(r) alpha^r beta^s { (alpha+T)^-(r+x) (beta+T)^-s + s times the integral over y from t_x to T of
    /// (alpha+y)^-(r+x) (beta+y)^-(s+1) }, in logarithms; the integral by <see cref="ParetoIntegral"/>.
    /// </remarks>
    public override double LogLikelihood(PurchaseHistory history)
    {
        var rise = 0.0;
        for (var k = 0; k < history.Frequency; k++)
            rise += Math.Log(R + k);

        return rise
            - (R * Precise.LogRatio(Alpha, history.Age))
            - (history.Frequency * Math.Log(Alpha + history.Age))
            - (S * Precise.LogRatio(Beta, history.Age))
            + Precise.SoftPlus(LogOddsGone(history));
    }

    /// <inheritdoc/>
    public override double ProbabilityAlive(PurchaseHistory history) => Precise.Complement(LogOddsGone(history));

    /// <summary>(r+x)(beta+T) / ((alpha+T)(s-1)) (1 - ((beta+T)/(beta+T+t))^(s-1)), arranged so that s = 1 is nothing special.</summary>
    internal override double WhileAlive(PurchaseHistory history, double weeks) =>
        Future(R + history.Frequency, Alpha + history.Age, Beta + history.Age, weeks);

    private protected override double ExpectedOfNew(double weeks) => Future(R, Alpha, Beta, weeks);

    private double Future(double shape, double rate, double beta, double weeks)
    {
        var log = Precise.LogRatio(beta, weeks);
        var power = (1 - S) * log;
        var lifetime = Math.Abs(power) < 1e-300 ? log : Precise.ExpM1(power) / (1 - S);
        return shape / rate * beta * lifetime;
    }

    private double LogOddsGone(PurchaseHistory history) => ParetoIntegral.LogOddsGone(R, Alpha, S, Beta, history);
}

using MathNet.Numerics;

namespace Jingke.Analytics.Lifetime.Fitting;

/// <summary>
/// Likelihood of Gamma-Gamma; parameters p, q, gamma. Rows are customers, sorted by x, then spend; spend is divided by its mean, so that
/// the currency unit changes nothing. Gamma functions depend on x alone and are kept per different x.
/// </summary>
internal sealed class GammaGammaLikelihood : LogLikelihood
{
    private readonly int[] frequencies;
    private readonly int[] kinds;
    private readonly double[] spend;
    private readonly double[] logs;
    private readonly (double Value, double ByP, double ByQ)[] parts;

    /// <summary>Makes the likelihood over repeat buyers.</summary>
    /// <param name="frequency">x of each, at least 1, ascending.</param>
    /// <param name="spend">Mean spend of each, positive, divided by the mean of all.</param>
    public GammaGammaLikelihood(int[] frequency, double[] spend)
        : base(frequency.Length, 3)
    {
        this.spend = spend;
        logs = Array.ConvertAll(spend, Math.Log);
        (kinds, var different) = (new int[frequency.Length], new List<int>());
        for (var i = 0; i < frequency.Length; i++)
        {
            if (different.Count == 0 || different[^1] != frequency[i])
                different.Add(frequency[i]);
            kinds[i] = different.Count - 1;
        }

        frequencies = [.. different];
        parts = new (double, double, double)[frequencies.Length];
    }

    public override double Customers => spend.Length;

    protected override void Prepare(double[] values)
    {
        var (p, q) = (values[0], values[1]);
        for (var kind = 0; kind < parts.Length; kind++)
        {
            var x = frequencies[kind];
            var (all, own) = (SpecialFunctions.DiGamma((p * x) + q), SpecialFunctions.DiGamma(p * x));
            parts[kind] = (
                SpecialFunctions.GammaLn((p * x) + q) - SpecialFunctions.GammaLn(p * x) - SpecialFunctions.GammaLn(q),
                x * (all - own),
                all - SpecialFunctions.DiGamma(q)
            );
        }
    }

    protected override void SumRows(double[] values, int from, int to, Span<double> sums)
    {
        var (p, q, gamma) = (values[0], values[1], values[2]);
        var (total, byP, byQ, byGamma) = (0.0, 0.0, 0.0, 0.0);
        for (var row = from; row < to; row++)
        {
            var (x, z) = (frequencies[kinds[row]], spend[row]);
            var sum = gamma + (x * z);
            // q ln(gamma/sum) + p x ln(x z/sum) - ln z, arranged so that large p or q do not cancel.
            var (logRest, logShare) = (-Precise.Log1P(x * z / gamma), -Precise.Log1P(gamma / (x * z)));
            var part = parts[kinds[row]];
            total += part.Value + (q * logRest) + (p * x * logShare) - logs[row];
            byP += part.ByP + (x * logShare);
            byQ += part.ByQ + logRest;
            byGamma += ((q * x * z / gamma) - (p * x)) / sum;
        }

        sums[0] += total;
        sums[1] += byP;
        sums[2] += byQ;
        sums[3] += byGamma;
    }
}

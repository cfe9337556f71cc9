namespace Jingke.Analytics.Lifetime.Fitting;

/// <summary>Likelihood of Pareto/NBD; parameters r, alpha, s, beta. See <see cref="ParetoIntegral"/>.</summary>
internal sealed class ParetoNbdLikelihood(PooledHistories histories, double scale) : HistoryLikelihood(histories, scale)
{
    protected override void SumRows(double[] values, int from, int to, Span<double> sums)
    {
        var (r, alpha, s, beta) = (values[0], values[1], values[2], values[3]);
        var (total, byR, byAlpha, byS, byBeta) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var row = from; row < to; row++)
        {
            var (x, since, age, count) = (Frequency[row], Recency[row], Age[row], Counts[row]);
            var (logAge, logLife) = (Precise.Log1P(age / alpha), Precise.Log1P(age / beta));
            total += count * (LogRise[x] - (r * logAge) - (x * Math.Log(alpha + age)) - (s * logLife));
            byR += count * (RiseDerivative[x] - logAge);
            byAlpha += count * (((r * age / alpha) - x) / (alpha + age));
            byS -= count * logLife;
            byBeta += count * (s * age / (beta * (beta + age)));
            if (since >= age)
                continue;

            var log = ParetoIntegral.Integrate(r + x, alpha, s, beta, since, age, out var means);
            var (logSinceAlpha, logSinceBeta) = (
                Precise.Log1P((age - since) / (alpha + since)),
                Precise.Log1P((age - since) / (beta + since))
            );
            var logOdds = Math.Log(s) + log + ((r + x) * logSinceAlpha) + (s * logSinceBeta);
            var gone = count * (1 - Precise.Complement(logOdds));
            total += count * Precise.SoftPlus(logOdds);
            byR += gone * (logSinceAlpha - means.LogAlpha);
            byAlpha += gone * (r + x) * ((1 / (alpha + age)) - means.InverseAlpha);
            byS += gone * ((1 / s) + logSinceBeta - means.LogBeta);
            byBeta += gone * ((s / (beta + age)) - ((s + 1) * means.InverseBeta));
        }

        sums[0] += total;
        sums[1] += byR;
        sums[2] += byAlpha;
        sums[3] += byS;
        sums[4] += byBeta;
    }
}

namespace Jingke.Analytics.Lifetime.Fitting;

/// <summary>Likelihood of BG/NBD (shift 0) and MBG/NBD (shift 1); parameters r, alpha, a, b. See <see cref="BetaGeometric"/>.</summary>
internal sealed class BetaGeometricLikelihood(PooledHistories histories, double scale, int shift) : HistoryLikelihood(histories, scale)
{
    private readonly double[] logStay = new double[histories.MostPurchases + shift + 1];
    private readonly double[] stayByA = new double[histories.MostPurchases + shift + 1];
    private readonly double[] stayByB = new double[histories.MostPurchases + shift + 1];

    protected override void Prepare(double[] values)
    {
        base.Prepare(values);
        var (a, b) = (values[2], values[3]);
        for (var k = 0; k < logStay.Length - 1; k++)
        {
            logStay[k + 1] = logStay[k] - Precise.Log1P(a / (b + k));
            stayByA[k + 1] = stayByA[k] - (1 / (a + b + k));
            stayByB[k + 1] = stayByB[k] + (a / ((b + k) * (a + b + k)));
        }
    }

    protected override void SumRows(double[] values, int from, int to, Span<double> sums)
    {
        var (r, alpha, a, b) = (values[0], values[1], values[2], values[3]);
        var (total, byR, byAlpha, byA, byB) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var row = from; row < to; row++)
        {
            var (x, age, count) = (Frequency[row], Age[row], Counts[row]);
            var n = x + shift;
            var logAge = Precise.Log1P(age / alpha);
            var (gone, logSince, logOdds) = (0.0, 0.0, double.NegativeInfinity);
            if (n > 0)
            {
                logSince = Precise.Log1P((age - Recency[row]) / (alpha + Recency[row]));
                logOdds = Math.Log(a / (b + n - 1)) + ((r + x) * logSince);
                gone = 1 - Precise.Complement(logOdds);
            }

            total +=
                count * (LogRise[x] + logStay[n] - (r * logAge) - (x * Math.Log(alpha + age)) + (n > 0 ? Precise.SoftPlus(logOdds) : 0));
            byR += count * (RiseDerivative[x] - logAge + (gone * logSince));
            byAlpha +=
                count
                * (
                    (((r * age / alpha) - x) / (alpha + age))
                    - (gone * (r + x) * (age - Recency[row]) / ((alpha + age) * (alpha + Recency[row])))
                );
            byA += count * (stayByA[n] + (gone / a));
            byB += count * (stayByB[n] - (n > 0 ? gone / (b + n - 1) : 0));
        }

        sums[0] += total;
        sums[1] += byR;
        sums[2] += byAlpha;
        sums[3] += byA;
        sums[4] += byB;
    }
}

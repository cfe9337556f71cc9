namespace Jingke.Analytics.Lifetime;

/// <summary>
/// The mathematics that BG/NBD and MBG/NBD share. Both let a customer drop out after a purchase; n counts the occasions on which that
/// could have happened and did not: x for BG/NBD, x + 1 for MBG/NBD, where the first purchase is such an occasion too.
/// </summary>
internal static class BetaGeometric
{
    // exp(-500) and its products with ordinary numbers are far from underflow.
    private const double Step = 500;
    private const double Precision = 1e-14;
    private const int MostTerms = 20_000_000;

    /// <summary>ln of the odds of having dropped out after the last purchase; minus infinity when there was no occasion to.</summary>
    /// <remarks>a/(b+n-1) ((alpha+T)/(alpha+t_x))^(r+x), from equation 11 of Fader, Hardie and Lee (2005) as far as BG/NBD goes.</remarks>
    public static double LogOddsGone(double r, double alpha, double a, double b, PurchaseHistory history, int n) =>
        n == 0
            ? double.NegativeInfinity
            : Math.Log(a / (b + n - 1))
                + ((r + history.Frequency) * Precise.LogRatio(alpha + history.Recency, history.Age - history.Recency));

    /// <summary>ln L of a history.</summary>
    public static double LogLikelihood(double r, double alpha, double a, double b, PurchaseHistory history, int n)
    {
        var rise = 0.0;
        for (var k = 0; k < history.Frequency; k++)
            rise += Math.Log(r + k);
        for (var k = 0; k < n; k++)
            rise += Math.Log((b + k) / (a + b + k));

        var decay = (r * Precise.LogRatio(alpha, history.Age)) + (history.Frequency * Math.Log(alpha + history.Age));
        return rise - decay + Precise.SoftPlus(LogOddsGone(r, alpha, a, b, history, n));
    }

    /// <summary>
    /// Expected purchases in some weeks of a customer who is alive at their beginning, whose purchase rate has the gamma distribution
    /// (shape, rate) and whose chance to stay after a purchase has the beta distribution (stay, a).
    /// </summary>
    /// <remarks>
    /// The papers give it with the Gaussian hypergeometric function, which overflows for frequent buyers and has a false pole at a = 1.
    /// The same number is the sum over j of P(still there after j purchases) P(more than j purchases if nobody ever left), where the
    /// latter count is negative binomial. All terms are positive, so nothing cancels; their number grows with the expected count.
    /// </remarks>
    public static double ExpectedWhileAlive(double shape, double rate, double a, double stay, double weeks)
    {
        var fraction = weeks / (rate + weeks);
        var logNone = -shape * Precise.LogRatio(rate, weeks);
        var pending = Math.Max((int)(-logNone / Step), 0);
        var mass = Math.Exp(logNone + (pending * Step));
        var above = pending > 0 ? 1 : -Precise.ExpM1(logNone);
        var (sum, there) = (0.0, 1.0);
        for (var j = 0; j < MostTerms; j++)
        {
            sum += there * above;
            var next = (shape + j) * fraction / (j + 1);
            var later = Math.Max(next, fraction);
            if (pending == 0 && later < 1 && there * mass * next / ((1 - later) * (1 - later)) <= Precision * sum)
                break;

            there *= (stay + j) / (a + stay + j);
            mass *= next;
            if (pending == 0)
                above = Math.Max(above - mass, 0);
            else if (mass > 1e200)
            {
                mass *= Math.Exp(-Step);
                pending--;
                above = pending == 0 ? Math.Max(1 - mass, 0) : 1;
            }
        }

        return sum;
    }
}

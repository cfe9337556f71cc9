using System.Numerics;
using MathNet.Numerics.Integration;

namespace Jingke.Analytics.Lifetime;

/// <summary>
/// The integral in the likelihood of Pareto/NBD: over y from t_x to T of (alpha+y)^-(r+x) (beta+y)^-(s+1), and the means that its
/// derivatives need.
/// </summary>
/// <remarks>
/// The closed form, a difference of two hypergeometric functions, overflows for frequent buyers. Here y = t_x + (m+t_x)(e^u - 1) with
/// m the smaller of alpha and beta; in u the integrand is the exponential of a concave function whose slope grows no faster than e^u,
/// which Gauss-Legendre integrates to full precision. The interval ends where the integrand has fallen below 1e-16 of its beginning.
/// </remarks>
internal static class ParetoIntegral
{
    private const double Negligible = 37;
    private static readonly Rule Few = Rule.Of(16);
    private static readonly Rule Many = Rule.Of(48);

    /// <summary>ln of the odds of having dropped out by T; minus infinity when the last purchase was at T.</summary>
    public static double LogOddsGone(double r, double alpha, double s, double beta, PurchaseHistory history)
    {
        if (history.Recency >= history.Age)
            return double.NegativeInfinity;

        var log = Integrate(r + history.Frequency, alpha, s, beta, history.Recency, history.Age, out _);
        return Math.Log(s)
            + log
            + ((r + history.Frequency) * Precise.LogRatio(alpha + history.Recency, history.Age - history.Recency))
            + (s * Precise.LogRatio(beta + history.Recency, history.Age - history.Recency));
    }

    /// <summary>Means under the normalised integrand.</summary>
    /// <param name="LogAlpha">Of ln((alpha+y)/(alpha+t_x)).</param>
    /// <param name="LogBeta">Of ln((beta+y)/(beta+t_x)).</param>
    /// <param name="InverseAlpha">Of 1/(alpha+y).</param>
    /// <param name="InverseBeta">Of 1/(beta+y).</param>
    public readonly record struct Means(double LogAlpha, double LogBeta, double InverseAlpha, double InverseBeta);

    /// <summary>ln of the integral times (alpha+t_x)^shape (beta+t_x)^s; the interval must not be empty.</summary>
    public static double Integrate(double shape, double alpha, double s, double beta, double from, double to, out Means means)
    {
        var alphaFirst = alpha <= beta;
        var (near, far) = alphaFirst ? (alpha + from, beta + from) : (beta + from, alpha + from);
        // Powers of (near + y) and (far + y), less one power of near that dy = (near + y) du takes away.
        var (nearPower, farPower) = alphaFirst ? (shape - 1, s + 1) : (s, shape);
        var reach = Precise.LogRatio(near, to - from);
        var end = Cut(nearPower, farPower, near / far, reach);
        var fall = Fall(nearPower, farPower, near / far, end);
        var rule = fall < 6 && end < 2 ? Few : Many;

        var (sum, logNear, logFar, inverseNear, inverseFar) = (
            Vector<double>.Zero,
            Vector<double>.Zero,
            Vector<double>.Zero,
            Vector<double>.Zero,
            Vector<double>.Zero
        );
        // The integrand is largest at the beginning or, with powers below one, less than e^u times that: no overflow.
        var ratio = new Vector<double>(near / far);
        for (var i = 0; i < rule.Nodes.Length; i += Vector<double>.Count)
        {
            var u = new Vector<double>(rule.Nodes, i) * end;
            var growth = Vector.Exp(u);
            var relative = Vector<double>.One + (ratio * (growth - Vector<double>.One));
            var log = Vector.Log(relative);
            var weight = new Vector<double>(rule.Weights, i) * Vector.Exp(-(u * nearPower) - (log * farPower));
            sum += weight;
            logNear += weight * u;
            logFar += weight * log;
            inverseNear += weight / growth;
            inverseFar += weight / relative;
        }

        var total = Vector.Sum(sum);
        var ofNear = (Log: Vector.Sum(logNear) / total, Inverse: Vector.Sum(inverseNear) / (total * near));
        var ofFar = (Log: Vector.Sum(logFar) / total, Inverse: Vector.Sum(inverseFar) / (total * far));
        means = alphaFirst
            ? new Means(ofNear.Log, ofFar.Log, ofNear.Inverse, ofFar.Inverse)
            : new Means(ofFar.Log, ofNear.Log, ofFar.Inverse, ofNear.Inverse);
        return Math.Log(total * end * near / (beta + from));
    }

    /// <summary>How far the logarithm of the integrand has fallen at u.</summary>
    private static double Fall(double nearPower, double farPower, double ratio, double u) =>
        (nearPower * u) + (farPower * Precise.Log1P(ratio * Precise.ExpM1(u)));

    /// <summary>
    /// The u from which on the integrand is negligible, at most the reach. The fall is convex, so Newton's method comes down to it from
    /// the right and may be stopped at any step.
    /// </summary>
    private static double Cut(double nearPower, double farPower, double ratio, double reach)
    {
        var slope = nearPower + (farPower * ratio);
        var u = slope > 0 ? Math.Min(reach, Negligible / slope) : reach;
        for (var step = 0; step < 8; step++)
        {
            var excess = Fall(nearPower, farPower, ratio, u) - Negligible;
            if (excess < 1)
                break;

            var growth = Math.Exp(u);
            u -= excess / (nearPower + (farPower * ratio * growth / (1 + (ratio * (growth - 1)))));
        }

        return u;
    }

    /// <summary>Gauss-Legendre on [0, 1]; the number of nodes is a multiple of every vector's length.</summary>
    private sealed record Rule(double[] Nodes, double[] Weights)
    {
        public static Rule Of(int order)
        {
            var rule = new GaussLegendreRule(0, 1, order);
            return new Rule(rule.Abscissas, rule.Weights);
        }
    }
}

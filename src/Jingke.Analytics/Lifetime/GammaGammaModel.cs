using Jingke.Analytics.Lifetime.Fitting;

namespace Jingke.Analytics.Lifetime;

/// <summary>
/// Gamma-Gamma: what a customer spends on a purchase varies around a mean of his own (shape p), and those means vary among customers
/// (q, gamma). It takes spend and frequency for independent: look at their correlation before trusting it.
/// </summary>
/// <remarks>Fader and Hardie (2013), The Gamma-Gamma model of monetary value.</remarks>
public sealed record GammaGammaModel
{
    private const double Least = 1e-4;
    private const double Most = 1e5;

    /// <summary>Makes the model.</summary>
    /// <param name="p">Shape of the spend on a purchase.</param>
    /// <param name="q">Shape of the scale among customers.</param>
    /// <param name="gamma">Scale, in the unit of money.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive and finite.</exception>
    public GammaGammaModel(double p, double q, double gamma)
    {
        foreach (var value in (ReadOnlySpan<double>)[p, q, gamma])
        {
            if (!double.IsFinite(value) || value <= 0)
                throw new ArgumentOutOfRangeException(nameof(p), value, "A parameter must be positive and finite.");
        }

        (P, Q, Gamma) = (p, q, gamma);
    }

    /// <summary>Shape of the spend on a purchase.</summary>
    public double P { get; }

    /// <summary>Shape of the scale among customers.</summary>
    public double Q { get; }

    /// <summary>Scale, in the unit of money.</summary>
    public double Gamma { get; }

    /// <summary>Expected spend on a purchase of any customer, p gamma / (q - 1); null when q is at most 1 and there is no such mean.</summary>
    public double? MeanSpend => Q > 1 ? P * Gamma / (Q - 1) : null;

    /// <summary>
    /// Expected spend on each future purchase: between the customer's own mean and that of all, the nearer to his own the more he bought.
    /// </summary>
    /// <param name="frequency">x: repeat purchases; with 0 the mean of all is returned.</param>
    /// <param name="spend">z: mean value of the repeat purchases; one that is not positive is no spend the model knows, as x = 0.</param>
    /// <returns>In the unit of z; null where the mean does not exist (p x + q at most 1).</returns>
    /// <remarks>p (gamma + x z) / (p x + q - 1): equation 5 of the paper.</remarks>
    public double? ExpectedSpend(int frequency, double spend)
    {
        if (frequency <= 0 || !(spend > 0))
            return MeanSpend;

        return (P * frequency) + Q > 1 ? P * (Gamma + (frequency * spend)) / ((P * frequency) + Q - 1) : null;
    }

    /// <summary>Fits by maximum likelihood to the repeat buyers among some customers.</summary>
    /// <param name="frequency">x of each customer; those without a repeat purchase are left out.</param>
    /// <param name="spend">z of each customer: mean value of the repeat purchases, in any unit; those at or below 0 are left out.</param>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public static Fitted<GammaGammaModel> Fit(ReadOnlySpan<int> frequency, ReadOnlySpan<double> spend)
    {
        if (frequency.Length != spend.Length)
            throw new ArgumentException($"{frequency.Length} frequencies and {spend.Length} spends.", nameof(spend));

        var buyers = new List<(int X, double Z)>();
        var repeats = false;
        for (var i = 0; i < frequency.Length; i++)
        {
            repeats |= frequency[i] > 0;
            if (frequency[i] > 0 && spend[i] > 0 && double.IsFinite(spend[i]))
                buyers.Add((frequency[i], spend[i]));
        }

        var problem =
            frequency.Length == 0 ? FitProblem.NoCustomers
            : !repeats ? FitProblem.NoRepeatPurchases
            : buyers.Count == 0 ? FitProblem.NoSpend
            : buyers.Count == 1 ? FitProblem.OneCustomer
            : FitProblem.None;
        return problem == FitProblem.None ? Fit(buyers) : new Fitted<GammaGammaModel>(problem, null, null);
    }

    private static Fitted<GammaGammaModel> Fit(List<(int X, double Z)> buyers)
    {
        // Sorted first: the sum of the spends must not depend on the order of customers.
        buyers.Sort();
        var mean = buyers.Sum(buyer => buyer.Z) / buyers.Count;
        var (x, z) = (buyers.ConvertAll(buyer => buyer.X).ToArray(), buyers.ConvertAll(buyer => buyer.Z / mean).ToArray());
        var step = x.Length / (2 * Fitter.SampleRows);
        GammaGammaLikelihood? sample = null;
        if (step >= 2)
        {
            var rows = Enumerable.Range(0, x.Length / step).Select(i => (i * step) + (step / 2)).ToArray();
            sample = new GammaGammaLikelihood(Array.ConvertAll(rows, row => x[row]), Array.ConvertAll(rows, row => z[row]));
        }

        var report = Fitter.Fit(
            new GammaGammaLikelihood(x, z),
            sample,
            [
                [4, 3, 0.5],
                [1, 1.5, 0.5],
                [20, 20, 1],
            ],
            [Least, Least, Least],
            [Most, Most, Most],
            ["p", "q", "gamma"],
            [1, 1, mean],
            buyers.Count * Math.Log(mean)
        );
        var values = report.Parameters;
        return new Fitted<GammaGammaModel>(FitProblem.None, new GammaGammaModel(values[0].Value, values[1].Value, values[2].Value), report);
    }
}

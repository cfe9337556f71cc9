namespace Jingke.Analytics.Lifetime.Fitting;

/// <summary>
/// A likelihood over pooled histories whose times are divided by their mean age, so that the unit of time changes nothing. What
/// depends on x alone is kept in tables: Gamma(r+x)/Gamma(r) is the product of r+k for k below x, exact and without overflow.
/// </summary>
internal abstract class HistoryLikelihood : LogLikelihood
{
    private readonly double customers;
    private readonly double repeats;

    protected HistoryLikelihood(PooledHistories histories, double scale)
        : base(histories.Histories.Length, 4)
    {
        (customers, repeats, Scale) = (histories.Customers, histories.RepeatPurchases, scale);
        Frequency = Array.ConvertAll(histories.Histories, history => history.Frequency);
        Recency = Array.ConvertAll(histories.Histories, history => history.Recency / scale);
        Age = Array.ConvertAll(histories.Histories, history => history.Age / scale);
        Counts = histories.Counts;
        Most = histories.MostPurchases;
        (LogRise, RiseDerivative) = (new double[Most + 1], new double[Most + 1]);
    }

    public override double Customers => customers;

    /// <summary>Weeks of one unit of time in here.</summary>
    public double Scale { get; }

    /// <summary>What the log-likelihood in weeks is less than the one in here.</summary>
    public double Offset => repeats * Math.Log(Scale);

    protected int[] Frequency { get; }
    protected double[] Recency { get; }
    protected double[] Age { get; }
    protected int[] Counts { get; }
    protected int Most { get; }

    /// <summary>ln Gamma(r+x) - ln Gamma(r) by x.</summary>
    protected double[] LogRise { get; }

    /// <summary>Its derivative by r.</summary>
    protected double[] RiseDerivative { get; }

    protected override void Prepare(double[] values)
    {
        for (var k = 0; k < Most; k++)
        {
            LogRise[k + 1] = LogRise[k] + Math.Log(values[0] + k);
            RiseDerivative[k + 1] = RiseDerivative[k] + (1 / (values[0] + k));
        }
    }
}

namespace Jingke.Analytics.Lifetime;

/// <summary>
/// A model of who still buys and how often. All times are weeks. Parameters are positive and finite; a model may be made of published
/// parameters or fitted (<see cref="PurchaseModels"/>).
/// </summary>
public abstract record PurchaseModel
{
    /// <summary>The name in the literature, such as "BG/NBD".</summary>
    public abstract string Name { get; }

    /// <summary>
    /// True when the model says something of customers who bought once. False for BG/NBD, which takes all of them for alive: its
    /// probabilities must not rule a churn list.
    /// </summary>
    public virtual bool JudgesOneTimeBuyers => true;

    /// <summary>Parameter names and values in the order of the papers.</summary>
    public abstract IReadOnlyList<(string Name, double Value)> Parameters { get; }

    /// <summary>Natural logarithm of the likelihood of one customer's history.</summary>
    public abstract double LogLikelihood(PurchaseHistory history);

    /// <summary>Probability, 0 to 1, that the customer still buys ("is alive") at the end of observation.</summary>
    public abstract double ProbabilityAlive(PurchaseHistory history);

    /// <summary>Expected purchases of the customer in the weeks that follow the end of observation.</summary>
    /// <param name="history">What is known of the customer.</param>
    /// <param name="weeks">Length of that time, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is negative or not finite.</exception>
    public double ExpectedPurchases(PurchaseHistory history, double weeks) =>
        ProbabilityAlive(history) * WhileAlive(history, Checked(weeks));

    /// <summary>E[X(t)]: expected repeat purchases of a new customer in the first weeks after the first purchase.</summary>
    /// <param name="weeks">Length of that time, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is negative or not finite.</exception>
    public double ExpectedPurchasesOfNew(double weeks) => ExpectedOfNew(Checked(weeks));

    /// <summary>
    /// Expected cumulative repeat purchases of a whole cohort: the tracking line that is held against what was really bought.
    /// </summary>
    /// <param name="firstPurchases">When customers bought first, weeks from the beginning of the clock, and how many did then.</param>
    /// <param name="week">Weeks from the beginning of the clock; customers who come later do not count.</param>
    public double ExpectedCumulative(IEnumerable<(double Week, int Customers)> firstPurchases, double week) =>
        firstPurchases.Where(first => first.Week < week).Sum(first => first.Customers * ExpectedPurchasesOfNew(week - first.Week));

    /// <summary>Expected purchases if the customer is alive at the end of observation.</summary>
    internal abstract double WhileAlive(PurchaseHistory history, double weeks);

    private protected abstract double ExpectedOfNew(double weeks);

    private protected static double Positive(double value, string name) =>
        double.IsFinite(value) && value > 0
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "A parameter must be positive and finite.");

    private static double Checked(double weeks) =>
        double.IsFinite(weeks) && weeks >= 0
            ? weeks
            : throw new ArgumentOutOfRangeException(nameof(weeks), weeks, "The horizon must be a number of weeks, at least 0.");
}

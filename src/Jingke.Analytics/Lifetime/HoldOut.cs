using Jingke.Analytics.Ledger;

namespace Jingke.Analytics.Lifetime;

/// <summary>
/// Which model suits a company's own customers: each is fitted to what was known at a cut in the past, and its predictions are held
/// against what customers bought after it.
/// </summary>
public sealed class HoldOut
{
    private const double LongestWeeks = 26;
    private const double ShortestWeeks = 4;

    private HoldOut(FitProblem problem, double weeks, int customers, int boughtAgain, long purchases, IReadOnlyList<HoldOutScore> scores)
    {
        (Problem, Weeks, Customers, BoughtAgain, Purchases, Scores) = (problem, weeks, customers, boughtAgain, purchases, scores);
        var models = scores.Where(score => score.Fit is { Converged: true }).ToArray();
        ForPurchases = models.MinBy(score => score.MeanAbsoluteError);
        ForRanking = models
            .Where(score => score.Kind != PurchaseModelKind.BgNbd)
            .OrderByDescending(score => score.RankingByAlive ?? 0)
            .ThenBy(score => score.RootMeanSquareError)
            .FirstOrDefault();
    }

    /// <summary>Why nothing could be compared; <see cref="FitProblem.None"/> when it could.</summary>
    public FitProblem Problem { get; }

    /// <summary>Length of the hold-out, weeks.</summary>
    public double Weeks { get; }

    /// <summary>Customers known at the cut.</summary>
    public int Customers { get; }

    /// <summary>How many of them bought in the hold-out.</summary>
    public int BoughtAgain { get; }

    /// <summary>Their purchases in the hold-out.</summary>
    public long Purchases { get; }

    /// <summary>One score per model in the order of <see cref="PurchaseModelKind"/>, then the yardstick; empty when there is a problem.</summary>
    public IReadOnlyList<HoldOutScore> Scores { get; }

    /// <summary>
    /// The model whose probability alive ranks customers best: the one for lists of who is about to leave. Never BG/NBD, which takes
    /// every one-time buyer for alive. Null when none was fitted.
    /// </summary>
    public HoldOutScore? ForRanking { get; }

    /// <summary>The model with the smallest mean absolute error: the one for expected purchases and value. Null when none was fitted.</summary>
    public HoldOutScore? ForPurchases { get; }

    /// <summary>Compares the models on histories at a cut and the purchases after it.</summary>
    /// <param name="histories">What was known of each customer at the cut.</param>
    /// <param name="actual">Purchases of each customer in the hold-out.</param>
    /// <param name="weeks">Length of the hold-out, more than 0.</param>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The hold-out has no length.</exception>
    public static HoldOut Of(ReadOnlySpan<PurchaseHistory> histories, ReadOnlySpan<int> actual, double weeks)
    {
        if (histories.Length != actual.Length)
            throw new ArgumentException($"{histories.Length} histories and {actual.Length} counts.", nameof(actual));
        if (!double.IsFinite(weeks) || weeks <= 0)
            throw new ArgumentOutOfRangeException(nameof(weeks), weeks, "The hold-out must have a length.");

        var pool = PooledHistories.Of(histories);
        var (customers, counts) = (histories.ToArray(), actual.ToArray());
        var (again, purchases) = (counts.Count(count => count > 0), counts.Sum(count => (long)count));
        var problem = PurchaseModels.ProblemOf(pool);
        if (problem != FitProblem.None)
            return new HoldOut(problem, weeks, customers.Length, again, purchases, []);

        var scores = new List<HoldOutScore>();
        foreach (var kind in Enum.GetValues<PurchaseModelKind>())
        {
            scores.Add(Score(kind, PurchaseModels.Fit(kind, pool), customers, counts, weeks));
        }

        var before = Array.ConvertAll(customers, history => history.Age > 0 ? history.Frequency / history.Age * weeks : 0);
        var silence = Array.ConvertAll(customers, history => history.Recency - history.Age);
        scores.Add(HoldOutScore.Of(null, null, before, silence, counts));
        return new HoldOut(FitProblem.None, weeks, customers.Length, again, purchases, scores);
    }

    /// <summary>
    /// Compares the models on the accounts of a view: the hold-out is the last third of the time from the first line to as-of, at most
    /// 26 weeks.
    /// </summary>
    public static HoldOut Of(LedgerView view)
    {
        if (view.AllTime is not { } time)
            return new HoldOut(FitProblem.NoCustomers, 0, 0, 0, 0, []);

        var weeks = Math.Min(Math.Floor(time.Days / 7.0 / 3), LongestWeeks);
        if (weeks < ShortestWeeks)
            return new HoldOut(FitProblem.TooShort, weeks, 0, 0, 0, []);

        var cut = AccountHistories.Of(view.Ledger, view.AsOf.AddDays((int)(-7 * weeks)), view.Accounts);
        var counts = cut.PurchasesUntil(view.AsOf);
        var rows = Enumerable.Range(0, cut.Rows.Count).Where(row => cut.Purchases[row] > 0).ToArray();
        return Of(Array.ConvertAll(rows, row => cut[row]!.Value), Array.ConvertAll(rows, row => counts[row]), weeks);
    }

    private static HoldOutScore Score(
        PurchaseModelKind kind,
        Fitted<PurchaseModel> fitted,
        PurchaseHistory[] customers,
        int[] actual,
        double weeks
    )
    {
        var (predicted, alive) = (new double[customers.Length], new double[customers.Length]);
        AccountChunks.Run(
            customers.Length,
            customers.Length * 50L,
            () => fitted.Model!,
            (from, to, model) =>
            {
                for (var i = from; i < to; i++)
                {
                    alive[i] = model.ProbabilityAlive(customers[i]);
                    predicted[i] = alive[i] * model.WhileAlive(customers[i], weeks);
                }
            },
            null
        );
        return HoldOutScore.Of(kind, fitted.Report, predicted, alive, actual);
    }
}

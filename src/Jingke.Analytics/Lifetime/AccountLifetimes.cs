using Jingke.Analytics.Ledger;

namespace Jingke.Analytics.Lifetime;

/// <summary>
/// Outlook of every account of a view: probability alive, expected purchases and sales, lifetime value. Columns have one entry per row
/// of <see cref="Histories"/>; an account that has not bought has 0 throughout. Immutable.
/// </summary>
/// <remarks>
/// Which model ranks and which predicts is decided by the hold-out on the same accounts; both are then fitted to everything up to
/// as-of. Where the time is too short for a hold-out, Pareto/NBD does both, and <see cref="HoldOut"/> says that nothing was measured.
/// </remarks>
public sealed class AccountLifetimes
{
    /// <summary>Months that the expected figures look ahead.</summary>
    public const int Months = 12;

    private AccountLifetimes(AccountHistories histories, HoldOut holdOut, double monthlyRate)
    {
        (Histories, HoldOut, MonthlyRate) = (histories, holdOut, monthlyRate);
        var pool = histories.Pool();
        Ranking = PurchaseModels.Fit(holdOut.ForRanking?.Kind ?? PurchaseModelKind.ParetoNbd, pool);
        var kind = holdOut.ForPurchases?.Kind ?? PurchaseModelKind.ParetoNbd;
        Purchasing = kind == holdOut.ForRanking?.Kind ? Ranking : PurchaseModels.Fit(kind, pool);

        var count = histories.Rows.Count;
        (ProbabilityAlive, ExpectedPurchases) = (new double[count], new double[count]);
        (ExpectedSpend, LifetimeValue) = (new double[count], new double[count]);
        var (frequency, spend) = (new int[count], new double[count]);
        for (var row = 0; row < count; row++)
            (frequency[row], spend[row]) = (Math.Max(histories.Purchases[row] - 1, 0), histories.MeanRepeatSpend(row));

        Spending = GammaGammaModel.Fit(frequency, spend);
        SpendCorrelation = Correlation(frequency, spend);
        if (Ranking.Model is not null && Purchasing.Model is not null)
        {
            var repeats = frequency.Sum(x => (long)x);
            var usual = repeats > 0 ? histories.RepeatSpend.Sum(x => (double)x) / repeats : 0;
            AccountChunks.Run(count, count * 50L, () => spend, (from, to, own) => Work(from, to, own, usual), null);
        }
    }

    /// <summary>What is known of the accounts.</summary>
    public AccountHistories Histories { get; }

    /// <summary>How well the models predicted the accounts' last months.</summary>
    public HoldOut HoldOut { get; }

    /// <summary>The model of <see cref="ProbabilityAlive"/>; not BG/NBD. Without a model all columns are 0.</summary>
    public Fitted<PurchaseModel> Ranking { get; }

    /// <summary>The model of expected purchases.</summary>
    public Fitted<PurchaseModel> Purchasing { get; }

    /// <summary>The model of the value of a purchase. Without one, an account's own mean repeat purchase stands for it, or that of all.</summary>
    public Fitted<GammaGammaModel> Spending { get; }

    /// <summary>Correlation of x and z among repeat buyers: far from 0 (say beyond 0.3) the spend model's assumption fails. Null when undefined.</summary>
    public double? SpendCorrelation { get; }

    /// <summary>Discount a month.</summary>
    public double MonthlyRate { get; }

    /// <summary>Probability that the account still buys.</summary>
    public double[] ProbabilityAlive { get; }

    /// <summary>Expected purchases in the next twelve months.</summary>
    public double[] ExpectedPurchases { get; }

    /// <summary>Expected value of a purchase, ten-thousandths.</summary>
    public double[] ExpectedSpend { get; }

    /// <summary>Discounted expected sales of the next twelve months, ten-thousandths.</summary>
    public double[] LifetimeValue { get; }

    /// <summary>Expected sales of a row in the next twelve months, ten-thousandths.</summary>
    public double ExpectedSales(int row) => ExpectedPurchases[row] * ExpectedSpend[row];

    /// <summary>Works out the outlook of a view's accounts at its as-of day.</summary>
    /// <param name="view">The accounts and the day.</param>
    /// <param name="monthlyRate">Discount a month: 0.01 is one per cent; more than -1.</param>
    public static AccountLifetimes Of(LedgerView view, double monthlyRate = 0.01)
    {
        if (!double.IsFinite(monthlyRate) || monthlyRate <= -1)
            throw new ArgumentOutOfRangeException(nameof(monthlyRate), monthlyRate, "The rate must be a number above -1.");

        return new AccountLifetimes(AccountHistories.Of(view), HoldOut.Of(view), monthlyRate);
    }

    private void Work(int fromRow, int toRow, double[] spend, double usual)
    {
        for (var row = fromRow; row < toRow; row++)
        {
            if (Histories[row] is not { } history)
                continue;

            ProbabilityAlive[row] = Ranking.Model!.ProbabilityAlive(history);
            ExpectedPurchases[row] = Purchasing.Model!.ExpectedPurchases(history, Months * CustomerLifetimeValue.WeeksPerMonth);
            ExpectedSpend[row] = Spending.Model?.ExpectedSpend(history.Frequency, spend[row]) ?? (spend[row] > 0 ? spend[row] : usual);
            LifetimeValue[row] = ExpectedSpend[row] * CustomerLifetimeValue.Purchases(Purchasing.Model, history, Months, MonthlyRate);
        }
    }

    private static double? Correlation(int[] frequency, double[] spend)
    {
        var buyers = Enumerable.Range(0, frequency.Length).Where(row => frequency[row] > 0 && spend[row] > 0).ToArray();
        if (buyers.Length < 3)
            return null;

        var correlation = MathNet.Numerics.Statistics.Correlation.Pearson(
            buyers.Select(row => (double)frequency[row]),
            buyers.Select(row => spend[row])
        );
        return double.IsFinite(correlation) ? correlation : null;
    }
}

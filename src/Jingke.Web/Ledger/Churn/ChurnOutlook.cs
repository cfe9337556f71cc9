using Jingke.Analytics.Ledger;
using Jingke.Analytics.Lifetime;
using Jingke.Analytics.Retention;

namespace Jingke.Web.Ledger.Churn;

/// <summary>
/// What a model expects of every account, and how well it did in the hold-out. Columns have one entry per account index of the ledger.
/// </summary>
public sealed class ChurnOutlook
{
    /// <summary>Months that lifetime value looks ahead.</summary>
    public const int ValueMonths = 36;

    /// <summary>Discount a year on what is bought later.</summary>
    public const double YearlyDiscount = 0.1;

    private const int Years = ValueMonths / 12;

    private ChurnOutlook(AccountLifetimes lifetimes, LedgerView view)
    {
        (Lifetimes, Use) = (lifetimes, ModelUses.Of(lifetimes.HoldOut));
        Classes = HoldOutClasses.Of(view, lifetimes.HoldOut);
        if (Use == ModelUse.Used && (lifetimes.Ranking.Model is null || lifetimes.Purchasing.Model is null))
            Use = ModelUse.TooFew;
        if (Use != ModelUse.Used)
            return;

        var count = view.Ledger.AccountCount;
        (Alive, Orders, Sales, Value) = (new double[count], new double[count], new double[count], new double[count]);
        Array.Fill(Alive, double.NaN);
        Parallel.For(0, lifetimes.Histories.Rows.Count, Fill);
    }

    /// <summary>Models and their hold-out.</summary>
    public AccountLifetimes Lifetimes { get; }

    /// <summary>Whether the model is used; without it the columns are empty.</summary>
    public ModelUse Use { get; }

    /// <summary>Predicted against actual by frequency.</summary>
    public IReadOnlyList<HoldOutClass> Classes { get; }

    internal double[] Alive { get; } = [];
    internal double[] Orders { get; } = [];
    internal double[] Sales { get; } = [];
    internal double[] Value { get; } = [];

    /// <summary>Fits the models to a view's accounts.</summary>
    public static ChurnOutlook Of(LedgerView view) => new(AccountLifetimes.Of(view), view);

    private void Fill(int row)
    {
        if (Lifetimes.Histories[row] is not { } history)
            return;

        var (account, spend) = (Lifetimes.Histories.Rows.AccountAt(row), Lifetimes.ExpectedSpend[row]);
        Alive[account] = Lifetimes.ProbabilityAlive[row];
        Orders[account] = Lifetimes.ExpectedPurchases[row];
        Sales[account] = Lifetimes.ExpectedSales(row);
        // Purchases of a year are discounted as if they all came in its middle.
        var (before, value) = (0.0, 0.0);
        for (var year = 1; year <= Years; year++)
        {
            var until =
                year == 1
                    ? Lifetimes.ExpectedPurchases[row]
                    : Lifetimes.Purchasing.Model!.ExpectedPurchases(history, year * 12 * CustomerLifetimeValue.WeeksPerMonth);
            value += (until - before) * spend / Math.Pow(1 + YearlyDiscount, year - 0.5);
            before = until;
        }
        Value[account] = value;
    }
}

using Jingke.Analytics.Ledger;
using Jingke.Analytics.Lifetime;

namespace Jingke.Analytics.Retention;

/// <summary>What was predicted and what came of customers who had bought equally often at the cut.</summary>
/// <param name="From">Fewest order days at the cut.</param>
/// <param name="To">Most order days at the cut; null for no limit.</param>
/// <param name="Customers">How many customers.</param>
/// <param name="Predicted">Mean predicted order days of a customer in the hold-out.</param>
/// <param name="Actual">Mean order days that came.</param>
/// <param name="Alive">Mean probability of being alive at the cut.</param>
/// <param name="Returned">Share of the customers that ordered in the hold-out, 0 to 1; at most as many were alive, and those who buy rarely less.</param>
public sealed record HoldOutClass(int From, int? To, int Customers, double Predicted, double Actual, double Alive, double Returned)
{
    /// <summary>Predicted / actual - 1; null where nothing came.</summary>
    public double? Bias => Actual > 0 ? (Predicted / Actual) - 1 : null;
}

/// <summary>Predictions held against what came, by how often customers had bought: where a model is good and where it is weak.</summary>
public static class HoldOutClasses
{
    private static readonly (int From, int? To)[] Bounds = [(1, 1), (2, 2), (3, 4), (5, 7), (8, 13), (14, 26), (27, null)];

    /// <summary>The classes that have customers, by the models that the hold-out chose, as they were fitted at its cut.</summary>
    /// <param name="view">The view that the hold-out was made of.</param>
    /// <param name="holdOut">The comparison.</param>
    /// <returns>Empty where nothing was compared.</returns>
    public static IReadOnlyList<HoldOutClass> Of(LedgerView view, HoldOut holdOut)
    {
        if (holdOut is not { ForPurchases: { } predicting, ForRanking: { } ranking })
            return [];

        var (orders, alive) = (ModelOf(predicting), ModelOf(ranking));
        var cut = AccountHistories.Of(view.Ledger, view.AsOf.AddDays((int)(-7 * holdOut.Weeks)), view.Accounts);
        var actual = cut.PurchasesUntil(view.AsOf);
        var sums = new (int Customers, double Predicted, long Actual, double Alive, int Returned)[Bounds.Length];
        for (var row = 0; row < cut.Rows.Count; row++)
        {
            if (cut[row] is not { } history)
                continue;

            ref var sum = ref sums[Array.FindIndex(Bounds, bound => cut.Purchases[row] <= (bound.To ?? int.MaxValue))];
            sum.Customers++;
            sum.Predicted += orders.ExpectedPurchases(history, holdOut.Weeks);
            sum.Actual += actual[row];
            sum.Alive += alive.ProbabilityAlive(history);
            sum.Returned += actual[row] > 0 ? 1 : 0;
        }

        return
        [
            .. sums.Zip(Bounds)
                .Where(each => each.First.Customers > 0)
                .Select(each => new HoldOutClass(
                    each.Second.From,
                    each.Second.To,
                    each.First.Customers,
                    each.First.Predicted / each.First.Customers,
                    (double)each.First.Actual / each.First.Customers,
                    each.First.Alive / each.First.Customers,
                    (double)each.First.Returned / each.First.Customers
                )),
        ];
    }

    private static PurchaseModel ModelOf(HoldOutScore score)
    {
        var p = score.Fit!.Parameters;
        return score.Kind switch
        {
            PurchaseModelKind.BgNbd => new BgNbdModel(p[0].Value, p[1].Value, p[2].Value, p[3].Value),
            PurchaseModelKind.MbgNbd => new MbgNbdModel(p[0].Value, p[1].Value, p[2].Value, p[3].Value),
            _ => new ParetoNbdModel(p[0].Value, p[1].Value, p[2].Value, p[3].Value),
        };
    }
}

namespace Jingke.Analytics.CrossSelling;

/// <summary>A product that accounts like this one buy and this one does not.</summary>
/// <param name="Product">Product index.</param>
/// <param name="Cases">Peers that buy it.</param>
/// <param name="Share">Share of the peers that buy it.</param>
/// <param name="ShareAtLeast">What that share hardly lies below, given so many peers: Wilson's bound at 95 %.</param>
/// <param name="ShareOfAll">Share of all accounts that buy it.</param>
public readonly record struct PeerPurchase(int Product, int Cases, double Share, double ShareAtLeast, double ShareOfAll)
{
    /// <summary>Share among peers / share among all; above 1: peers buy it more than others do.</summary>
    public double Lift => Share / ShareOfAll;
}

/// <summary>What accounts like this one buy that this one does not.</summary>
public static class PeerPurchases
{
    /// <summary>The products, surest first; then by code.</summary>
    /// <param name="baskets">What accounts buy.</param>
    /// <param name="row">Row of the account.</param>
    /// <param name="peers">Rows of the accounts like it, such as those of <see cref="Similarity.NearestRows"/>; the account itself and repetitions do not count, nor do peers that bought nothing.</param>
    /// <param name="minimumCases">Peers that must buy a product before it is named, at least 1.</param>
    /// <returns>Empty when there are fewer peers than cases needed. Only products that peers buy more often than accounts in general.</returns>
    public static IReadOnlyList<PeerPurchase> Of(Baskets baskets, int row, IEnumerable<int> peers, int minimumCases = 5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumCases, 1);
        int[] others = [.. peers.Where(peer => peer != row && !baskets[peer].IsEmpty).Distinct()];
        var cases = new Dictionary<int, int>();
        foreach (var peer in others)
        {
            foreach (var product in baskets[peer])
                cases[product] = cases.GetValueOrDefault(product) + 1;
        }

        var codes = baskets.View.Ledger.Products.Codes;
        return
        [
            .. cases
                .Where(pair => pair.Value >= minimumCases && !baskets.Has(row, pair.Key))
                .Select(pair => new PeerPurchase(
                    pair.Key,
                    pair.Value,
                    (double)pair.Value / others.Length,
                    Proportion.AtLeast(pair.Value, others.Length, 1.96),
                    (double)baskets.Buyers[pair.Key] / baskets.Accounts
                ))
                .Where(purchase => purchase.Lift > 1)
                .OrderByDescending(purchase => purchase.ShareAtLeast)
                .ThenByDescending(purchase => purchase.Lift)
                .ThenBy(purchase => codes[purchase.Product], StringComparer.Ordinal)
                .ThenBy(purchase => purchase.Product),
        ];
    }
}

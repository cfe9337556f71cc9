using Jingke.Analytics.CrossSelling;

namespace Jingke.Web.Ledger.Opportunities;

/// <summary>What accounts like one account buy and it does not.</summary>
/// <param name="Peers">How many accounts like it buy anything.</param>
/// <param name="Purchases">The products, surest first.</param>
public sealed record PeerFindings(int Peers, IReadOnlyList<PeerPurchase> Purchases)
{
    /// <summary>Accounts like it that are looked at.</summary>
    public const int Most = 50;

    /// <summary>From how many of them on a product is named.</summary>
    public const int Fewest = 5;

    /// <summary>Nothing can be said.</summary>
    public static PeerFindings None { get; } = new(0, []);

    /// <summary>Works them out for one account, by its index.</summary>
    public static PeerFindings Of(CrossFindings cross, Likeness? likeness, int account)
    {
        var baskets = cross.Baskets;
        if (
            likeness is not { Found: { } found }
            || !ReferenceEquals(likeness.Ledger, cross.Ledger)
            || baskets.Rows.RowOf(account) is not (>= 0 and var row)
        )
            return None;

        // Who is not alike is no peer, and who buys nothing is no example of what is bought.
        var like = found
            .NearestTo(account, Most)
            .Where(each => each.Likeness >= LikenessFindings.AlikeFrom - 1e-9)
            .Select(each => baskets.Rows.RowOf(each.Account))
            .Where(each => each >= 0 && !baskets[each].IsEmpty)
            .ToList();
        // As with products that go together: what luck explains is left out.
        return new(
            like.Count,
            [.. PeerPurchases.Of(baskets, row, like, Fewest).Where(purchase => purchase.ShareAtLeast > purchase.ShareOfAll)]
        );
    }
}

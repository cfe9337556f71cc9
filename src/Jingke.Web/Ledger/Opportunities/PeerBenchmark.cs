using Jingke.Analytics.Ledger;
using Jingke.Analytics.Similarity;

namespace Jingke.Web.Ledger.Opportunities;

/// <summary>Why an account cannot be held against others.</summary>
public enum BenchmarkGap
{
    /// <summary>It can.</summary>
    None,

    /// <summary>Likeness is learnt from key accounts, and there are none, or nothing to compare by.</summary>
    NothingToCompareBy,

    /// <summary>Too little is known of the account itself.</summary>
    TooLittleKnown,

    /// <summary>Too few accounts are like it and bought.</summary>
    TooFew,
}

/// <summary>What an account bought in the 12 months, held against those most like it. Its peers are the whole company's.</summary>
/// <param name="Gap">Why nothing is said.</param>
/// <param name="Standing">Where it stands; null when nothing is said.</param>
/// <param name="Likeness">Likeness of the peers, the least and the greatest, 0 to 1.</param>
/// <param name="Missing">What has to be known of it first, by keys of attributes, the weightiest first; empty where that is not why.</param>
public sealed record PeerBenchmark(
    BenchmarkGap Gap,
    PeerStanding? Standing,
    (double Least, double Greatest) Likeness,
    IReadOnlyList<string> Missing
)
{
    /// <summary>How many are taken where too few are really alike: more would only be less alike.</summary>
    public const int Nearest = 20;

    /// <summary>Less than this and more tells the two apart than they have in common.</summary>
    public const double LeastLikeness = 0.5;

    // What is counted in whole percents of the weight is not exact in binary.
    private const double Tolerance = 1e-9;

    /// <summary>Whether all of them count as look-alikes, not only as the nearest there are.</summary>
    public bool AreAlike => Likeness.Least >= LikenessFindings.AlikeFrom - Tolerance;

    /// <summary>Works it out for one account, by its index, in the period of a view of the same ledger.</summary>
    public static PeerBenchmark Of(Likeness likeness, LedgerView view, int account)
    {
        if (likeness.Found is not { } found)
            return Without(BenchmarkGap.NothingToCompareBy);

        // Who buys nothing is no example of what may be bought.
        var near = found.NearestTo(account, PeerFindings.Most, other => Bought(view, other) > 0);
        var peers = near.TakeWhile(each => each.Likeness >= LikenessFindings.AlikeFrom - Tolerance).ToList();
        if (peers.Count < PeerFindings.Fewest)
            peers = [.. near.Take(Nearest).TakeWhile(each => each.Likeness >= LeastLikeness - Tolerance)];
        if (peers.Count < PeerFindings.Fewest)
            return found.NearestTo(account, 1).Count == 0 && found.UnknownOf(account) is { Count: > 0 } missing
                ? Without(BenchmarkGap.TooLittleKnown, missing)
                : Without(BenchmarkGap.TooFew);

        return new(
            BenchmarkGap.None,
            PeerStanding.Of(Bought(view, account), peers.Select(each => Bought(view, each.Account))),
            (peers[^1].Likeness, peers[0].Likeness),
            []
        );
    }

    private static PeerBenchmark Without(BenchmarkGap gap, IReadOnlyList<string>? missing = null) => new(gap, null, default, missing ?? []);

    private static long Bought(LedgerView view, int account)
    {
        var net = 0L;
        foreach (var amount in view.Ledger.AmountsOf(account, view.Period))
            net += amount;
        return net;
    }
}

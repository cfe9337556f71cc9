namespace Jingke.Analytics.CrossSelling;

/// <summary>When an account buys a product again.</summary>
/// <param name="Account">Account index in the ledger.</param>
/// <param name="Product">Product index in the ledger.</param>
/// <param name="Purchases">Days on which it bought the product.</param>
/// <param name="LastOn">The last of them.</param>
/// <param name="ExpectedGapDays">Median of the days between purchases.</param>
/// <param name="SinceDays">Days from the last purchase to as-of.</param>
/// <param name="UsualAmount">Median of the net sales of a purchase day, ten-thousandths.</param>
public readonly record struct Repurchase(
    int Account,
    int Product,
    int Purchases,
    DateOnly LastOn,
    double ExpectedGapDays,
    int SinceDays,
    long UsualAmount
)
{
    /// <summary>Days since the next purchase was expected; negative: it is expected in so many days.</summary>
    public double OverdueDays => SinceDays - ExpectedGapDays;

    /// <summary>Days since the last purchase in expected gaps: 1 = due today, 2 = one purchase left out.</summary>
    public double GapsPassed => SinceDays / ExpectedGapDays;
}

/// <summary>When something is due.</summary>
/// <param name="MinimumPurchases">Purchase days needed before a gap is expected, at least 3 (two gaps).</param>
/// <param name="AheadDays">Also due: what is expected within so many days, at least 0.</param>
/// <param name="LapsedAfterGaps">After so many expected gaps, above 1, it is no longer due but lapsed: a question of churn, not of a reminder.</param>
/// <param name="Most">Most purchases listed of each kind, at least 1; the usual amount decides.</param>
public sealed record RepurchaseRules(int MinimumPurchases = 4, int AheadDays = 7, double LapsedAfterGaps = 3, int Most = 1000);

/// <summary>How well the expected gap foretells, measured on the data themselves: the last gap of each pair against the median of those before.</summary>
/// <param name="Pairs">Account x product pairs that were measured.</param>
/// <param name="MedianError">Median of |gap - expected| / expected, to 1 %, at most 10; null when nothing could be measured.</param>
/// <param name="WithinHalf">Share of the pairs whose gap came within 50 % of the expected; null when nothing could be measured.</param>
public sealed record RepurchaseError(int Pairs, double? MedianError, double? WithinHalf);

using Jingke.Analytics.Ledger;

namespace Jingke.Analytics.Lifetime;

/// <summary>How regularly an account buys, whether its next purchase is overdue, and whether it slows down. Days throughout.</summary>
/// <param name="Gaps">Gaps between purchases so far: purchases less one.</param>
/// <param name="SilenceDays">Days from the last purchase to as-of.</param>
/// <param name="ExpectedGapDays">Median of the last eight gaps; null with fewer than two gaps.</param>
/// <param name="LongerThanUsual">Share, 0 to 1, of all gaps that were shorter than the present silence; null with fewer than two gaps.</param>
/// <param name="Slowdown">
/// Median recent gap / median earlier gap, where the last third of the gaps are recent, at least three; the present silence counts as a
/// recent gap once it is longer than their median. Null with fewer than six gaps.
/// </param>
/// <param name="IsSlowing">
/// True when the slowdown is at least 1.5 and such a difference between recent and earlier gaps would come about by chance less than
/// one time in twenty (rank sum test of Mann and Whitney, one-sided, normal approximation).
/// </param>
public readonly record struct BuyingRhythm(
    int Gaps,
    int SilenceDays,
    double? ExpectedGapDays,
    double? LongerThanUsual,
    double? Slowdown,
    bool IsSlowing
)
{
    private const int RecentGaps = 8;
    private const int LeastGaps = 2;
    private const int LeastForSlowdown = 6;
    private const double LeastSlowdown = 1.5;
    private const double OneInTwenty = 1.6449;

    /// <summary>Days by which the present silence exceeds the expected gap; 0 when it does not, null when no gap is expected.</summary>
    public double? OverdueDays => ExpectedGapDays is { } gap ? Math.Max(SilenceDays - gap, 0) : null;

    /// <summary>Present silence / expected gap: above 1 is overdue. Null when no gap is expected.</summary>
    public double? Overdue => ExpectedGapDays is { } gap ? SilenceDays / gap : null;

    /// <summary>The rhythm of a sequence of gaps.</summary>
    /// <param name="gaps">Days between successive purchases, oldest first, each at least 1.</param>
    /// <param name="silence">Days from the last purchase to as-of, at least 0.</param>
    public static BuyingRhythm Of(ReadOnlySpan<int> gaps, int silence)
    {
        if (gaps.Length < LeastGaps)
            return new BuyingRhythm(gaps.Length, silence, null, null, null, IsSlowing: false);

        var shorter = 0;
        foreach (var gap in gaps)
            shorter += gap < silence ? 1 : 0;

        var expected = Median(gaps[Math.Max(gaps.Length - RecentGaps, 0)..]);
        var (slowdown, slowing) = gaps.Length < LeastForSlowdown ? (null, false) : Compare(gaps, silence);
        return new BuyingRhythm(gaps.Length, silence, expected, (double)shorter / gaps.Length, slowdown, slowing);
    }

    /// <summary>The rhythm of every account of a view, index = row of the view; null for an account that has not bought by as-of.</summary>
    /// <remarks>A purchase is what <see cref="AccountHistories"/> says. At month grain gaps are between months' last days with a line.</remarks>
    public static BuyingRhythm?[] Of(LedgerView view)
    {
        var rows = new AccountRows(view.Ledger, view.Accounts);
        var rhythms = new BuyingRhythm?[rows.Count];
        AccountChunks.Run(
            rows.Count,
            (long)view.Ledger.LineCount * rows.Count / Math.Max(view.Ledger.AccountCount, 1),
            () => new List<int>(),
            (from, to, gaps) =>
            {
                for (var row = from; row < to; row++)
                    rhythms[row] = Of(view, rows.AccountAt(row), gaps);
            },
            null
        );
        return rhythms;
    }

    private static BuyingRhythm? Of(LedgerView view, int account, List<int> gaps)
    {
        gaps.Clear();
        var last = -1;
        var days = new PurchaseDays(view.Ledger, account, DateOnly.MinValue, view.AsOf);
        while (days.Next())
        {
            if (last >= 0)
                gaps.Add(days.Day - last);
            last = days.Day;
        }

        return last < 0 ? null : Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(gaps), view.AsOf.DayNumber - last);
    }

    private static (double? Slowdown, bool IsSlowing) Compare(ReadOnlySpan<int> gaps, int silence)
    {
        var cut = gaps.Length - Math.Max(gaps.Length / 3, 3);
        int[] earlier = [.. gaps[..cut]];
        int[] recent = [.. gaps[cut..]];
        if (silence > Median(recent))
            recent = [.. recent, silence];

        var slowdown = Median(recent) / Median(earlier);
        return (slowdown, slowdown >= LeastSlowdown && RankSum(earlier, recent) >= OneInTwenty);
    }

    private static double Median(ReadOnlySpan<int> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2.0;
    }

    /// <summary>Standardised rank sum of the recent gaps: large when they are longer than the earlier ones.</summary>
    private static double RankSum(int[] earlier, int[] recent)
    {
        int[] sorted = [.. earlier, .. recent];
        var isRecent = new bool[sorted.Length];
        isRecent.AsSpan(earlier.Length).Fill(true);
        Array.Sort(sorted, isRecent);
        var (sum, ties) = (0.0, 0.0);
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            var own = 0;
            for (end = start; end < sorted.Length && sorted[end] == sorted[start]; end++)
                own += isRecent[end] ? 1 : 0;
            sum += own * ((start + end + 1) / 2.0);
            var equal = (double)(end - start);
            ties += equal * ((equal * equal) - 1);
        }

        var (m, n) = ((double)recent.Length, (double)earlier.Length);
        var variance = m * n / 12 * (m + n + 1 - (ties / ((m + n) * (m + n - 1))));
        return variance > 0 ? (sum - (m * (m + n + 1) / 2)) / Math.Sqrt(variance) : 0;
    }
}

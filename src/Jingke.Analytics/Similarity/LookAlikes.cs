using Jingke.Analytics.Ledger;

namespace Jingke.Analytics.Similarity;

/// <summary>A key account that a prospect resembles.</summary>
/// <param name="Row">Row of the key account.</param>
/// <param name="Distance">How far it is, and on what share of the weight that rests.</param>
/// <param name="Attributes">Why: the largest contribution first.</param>
public sealed record LookAlike(int Row, GowerDistance Distance, IReadOnlyList<AttributeMatch> Attributes);

/// <summary>A prospect and how near it is to the nearest key account.</summary>
/// <param name="Row">Row of the prospect.</param>
/// <param name="Distance">Distance to the nearest key account.</param>
public readonly record struct RankedProspect(int Row, GowerDistance Distance);

/// <summary>
/// For every prospect the key accounts that it resembles most: exactly the nearest by Gower's distance; of equal distances first the one
/// that rests on more, then the first row. 7 bytes for each match.
/// </summary>
public sealed class LookAlikes
{
    /// <summary>The share of the weight that must be known of both before two accounts are said to be alike.</summary>
    public const double DefaultCoverage = 0.5;

    private readonly ProfileSet prospects;
    private readonly ProfileSet keyAccounts;
    private readonly int[] rows;
    private readonly ushort[] sums;
    private readonly byte[] weights;

    private LookAlikes(ProfileSet prospects, ProfileSet keyAccounts, int most)
    {
        (this.prospects, this.keyAccounts, Most) = (prospects, keyAccounts, most);
        (rows, sums, weights) = (new int[prospects.Count * most], new ushort[prospects.Count * most], new byte[prospects.Count * most]);
    }

    /// <summary>Number of prospects.</summary>
    public int Count => prospects.Count;

    /// <summary>Most matches of a prospect.</summary>
    public int Most { get; }

    /// <summary>The matches of a prospect with their reasons, nearest first; empty when too little is known of it.</summary>
    public IReadOnlyList<LookAlike> this[int prospect]
    {
        get
        {
            var found = new List<LookAlike>();
            for (var i = prospect * Most; i < (prospect + 1) * Most && weights[i] > 0; i++)
                found.Add(
                    new LookAlike(rows[i], new GowerDistance(sums[i], weights[i]), prospects.Compare(prospect, keyAccounts, rows[i]))
                );

            return found;
        }
    }

    /// <summary>Distance of a prospect to its nearest key account; not known when too little is known of it.</summary>
    public GowerDistance NearestOf(int prospect) => new(sums[prospect * Most], weights[prospect * Most]);

    /// <summary>Mean distance of a prospect to its matches; NaN when it has none.</summary>
    public double MeanDistanceOf(int prospect)
    {
        var (sum, count) = (0.0, 0);
        for (var i = prospect * Most; i < (prospect + 1) * Most && weights[i] > 0; i++)
            (sum, count) = (sum + new GowerDistance(sums[i], weights[i]).Value, count + 1);

        return count > 0 ? sum / count : double.NaN;
    }

    /// <summary>The prospects that are nearest to a key account, nearest first; of equal ones the first row. Without those of which too little is known.</summary>
    public IReadOnlyList<RankedProspect> Nearest(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var best = new PriorityQueue<RankedProspect, RankedProspect>(Comparer<RankedProspect>.Create((x, y) => Order(y, x)));
        for (var row = 0; row < Count && count > 0; row++)
        {
            var prospect = new RankedProspect(row, NearestOf(row));
            if (!prospect.Distance.IsKnown)
                continue;

            if (best.Count < count)
                best.Enqueue(prospect, prospect);
            else if (Order(prospect, best.Peek()) < 0)
                best.EnqueueDequeue(prospect, prospect);
        }

        return [.. best.UnorderedItems.Select(item => item.Element).Order(Comparer<RankedProspect>.Create(Order))];
    }

    /// <summary>Which prospects lie within a distance of a key account: the look-alikes that <see cref="WhiteSpace"/> counts.</summary>
    /// <param name="distance">The largest distance, 0 to 1.</param>
    public bool[] Within(double distance)
    {
        var found = new bool[Count];
        for (var row = 0; row < found.Length; row++)
            found[row] = NearestOf(row).Value <= distance; // false for NaN

        return found;
    }

    /// <summary>Searches the matches of every prospect, on all processors.</summary>
    /// <param name="prospects">The prospects.</param>
    /// <param name="keyAccounts">The key accounts, on the same scale.</param>
    /// <param name="most">How many matches of each prospect, at least 1.</param>
    /// <param name="minimumCoverage">Share of the weight that must be known of both, above 0 to 1; pairs below are never alike.</param>
    /// <exception cref="ArgumentException">The sets are not on one scale.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range, or prospects x matches exceed 2,147,483,591.</exception>
    public static LookAlikes Of(ProfileSet prospects, ProfileSet keyAccounts, int most = 5, double minimumCoverage = DefaultCoverage)
    {
        prospects.MustShareScale(keyAccounts);
        var minimumWeight = MinimumWeight(minimumCoverage);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)most * prospects.Count, Array.MaxLength, nameof(most));
        var result = new LookAlikes(prospects, keyAccounts, most);
        if (keyAccounts.Count == 0)
            return result;

        var tiles = new ProfileTiles(keyAccounts);
        AccountChunks.Run(
            prospects.Count,
            (long)prospects.Count * tiles.TileCount,
            () => new TileSearch(tiles, most, minimumWeight),
            result.Search,
            null
        );
        return result;
    }

    /// <summary>Percents of weight of a share, which must be above 0 and at most 1.</summary>
    internal static int MinimumWeight(double minimumCoverage) =>
        minimumCoverage is > 0 and <= 1
            ? (int)Math.Ceiling((minimumCoverage * 100) - 1e-9)
            : throw new ArgumentOutOfRangeException(nameof(minimumCoverage), minimumCoverage, "Above 0 and at most 1.");

    private static int Order(RankedProspect left, RankedProspect right) =>
        left.Distance.CompareTo(right.Distance) is var byDistance and not 0 ? byDistance : left.Row.CompareTo(right.Row);

    private void Search(int from, int to, TileSearch search)
    {
        var (nearest, distances) = (new int[Most], new GowerDistance[Most]);
        for (var prospect = from; prospect < to; prospect++)
        {
            var found = search.Find(prospects, prospect, nearest, distances);
            for (var i = 0; i < found; i++)
            {
                var at = (prospect * Most) + i;
                (rows[at], sums[at], weights[at]) = (nearest[i], distances[i].Sum, distances[i].Weight);
            }
        }
    }
}

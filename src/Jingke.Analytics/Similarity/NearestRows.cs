namespace Jingke.Analytics.Similarity;

/// <summary>For one chosen account those that are nearest to it.</summary>
public static class NearestRows
{
    /// <summary>The rows nearest to one row, nearest first; of equal distances first the one that rests on more, then the first row.</summary>
    /// <param name="chosen">The set that has the chosen account.</param>
    /// <param name="row">Its row there.</param>
    /// <param name="among">The set to search, on the same scale; when it is the same set, the row itself is left out.</param>
    /// <param name="count">How many, at least 0.</param>
    /// <param name="minimumCoverage">Share of the weight that must be known of both, above 0 to 1.</param>
    /// <param name="counts">Which rows of that set take part; null for all. Asked only of those that are near enough.</param>
    /// <returns>Fewer than asked for where fewer can be compared.</returns>
    /// <exception cref="ArgumentException">The sets are not on one scale.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static IReadOnlyList<LookAlike> Of(
        ProfileSet chosen,
        int row,
        ProfileSet among,
        int count,
        double minimumCoverage = LookAlikes.DefaultCoverage,
        Func<int, bool>? counts = null
    )
    {
        chosen.MustShareScale(among);
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, chosen.Count);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var minimumWeight = LookAlikes.MinimumWeight(minimumCoverage);
        var farthestFirst = Comparer<(GowerDistance, int)>.Create((x, y) => y.CompareTo(x));
        var best = new PriorityQueue<int, (GowerDistance Distance, int Row)>(farthestFirst);
        for (var other = 0; other < among.Count && count > 0; other++)
        {
            var distance = chosen.Distance(row, among, other);
            if (distance.Weight < minimumWeight || (ReferenceEquals(chosen, among) && other == row))
                continue;

            var isFull = best.Count == count;
            if (isFull && best.TryPeek(out _, out var worst) && (distance, other).CompareTo(worst) >= 0)
                continue;
            if (counts?.Invoke(other) == false)
                continue;

            if (isFull)
                best.EnqueueDequeue(other, (distance, other));
            else
                best.Enqueue(other, (distance, other));
        }

        return
        [
            .. best
                .UnorderedItems.OrderBy(item => item.Priority)
                .Select(item => new LookAlike(item.Element, item.Priority.Distance, chosen.Compare(row, among, item.Element))),
        ];
    }
}

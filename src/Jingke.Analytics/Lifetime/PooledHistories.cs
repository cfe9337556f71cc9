namespace Jingke.Analytics.Lifetime;

/// <summary>
/// Histories with equal ones put together, and how many customers have each: what models are fitted to. Sorted by x, t_x, T, so that
/// the order of the customers does not matter. Immutable.
/// </summary>
public sealed class PooledHistories
{
    private PooledHistories(PurchaseHistory[] histories, int[] counts)
    {
        (Histories, Counts) = (histories, counts);
        for (var i = 0; i < counts.Length; i++)
        {
            Customers += counts[i];
            RepeatPurchases += (long)counts[i] * histories[i].Frequency;
            TotalAge += counts[i] * histories[i].Age;
            LongestAge = Math.Max(LongestAge, histories[i].Age);
            MostPurchases = Math.Max(MostPurchases, histories[i].Frequency);
        }
    }

    /// <summary>The different histories, ascending by x, then t_x, then T. Not to be changed.</summary>
    public PurchaseHistory[] Histories { get; }

    /// <summary>Customers of each history. Not to be changed.</summary>
    public int[] Counts { get; }

    /// <summary>Number of customers.</summary>
    public long Customers { get; }

    /// <summary>Sum of x over the customers.</summary>
    public long RepeatPurchases { get; }

    /// <summary>Sum of T over the customers, weeks.</summary>
    public double TotalAge { get; }

    /// <summary>Largest T, weeks.</summary>
    public double LongestAge { get; }

    /// <summary>Largest x.</summary>
    public int MostPurchases { get; }

    /// <summary>Puts equal histories together.</summary>
    public static PooledHistories Of(ReadOnlySpan<PurchaseHistory> customers)
    {
        var sorted = customers.ToArray();
        Array.Sort(sorted, Compare);
        var (histories, counts) = (new List<PurchaseHistory>(), new List<int>());
        foreach (var history in sorted)
        {
            if (histories.Count > 0 && histories[^1] == history)
            {
                counts[^1]++;
                continue;
            }

            histories.Add(history);
            counts.Add(1);
        }

        return new PooledHistories([.. histories], [.. counts]);
    }

    /// <summary>Every step-th history with its count: a systematic sample, since they are sorted.</summary>
    internal PooledHistories EveryNth(int step)
    {
        var rows = Enumerable.Range(0, Histories.Length / step).Select(i => (i * step) + (step / 2)).ToArray();
        return new PooledHistories(Array.ConvertAll(rows, row => Histories[row]), Array.ConvertAll(rows, row => Counts[row]));
    }

    private static int Compare(PurchaseHistory left, PurchaseHistory right)
    {
        var order = left.Frequency.CompareTo(right.Frequency);
        if (order == 0)
            order = left.Recency.CompareTo(right.Recency);

        return order != 0 ? order : left.Age.CompareTo(right.Age);
    }
}

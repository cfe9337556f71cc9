using Jingke.Analytics.Ledger;

namespace Jingke.Analytics.CrossSelling;

/// <summary>Reads purchase days account by account; one per thread, put together at the end.</summary>
internal sealed class RepurchasePass(LedgerView view, RepurchaseRules rules)
{
    private readonly List<int> gaps = [];
    private readonly List<long> amounts = [];
    private ulong[] keys = [];
    private long[] values = [];

    public LargestPurchases Due { get; } = new(view.Ledger, rules.Most);
    public LargestPurchases Lapsed { get; } = new(view.Ledger, rules.Most);
    public GapErrors Errors { get; } = new();
    public int Regular { get; private set; }

    public void Add(int account) =>
        Read(
            account,
            found =>
            {
                Regular++;
                if (found.GapsPassed > rules.LapsedAfterGaps)
                    Lapsed.Add(found);
                else if (found.OverdueDays >= -rules.AheadDays)
                    Due.Add(found);
            }
        );

    public void Add(RepurchasePass other)
    {
        Regular += other.Regular;
        Due.Add(other.Due);
        Lapsed.Add(other.Lapsed);
        Errors.Add(other.Errors);
    }

    /// <summary>Hands on every product that the account bought often enough.</summary>
    public void Read(int account, Action<Repurchase> found)
    {
        if (view.AllTime is not { } days || view.Ledger.Columns.Product is not { } products)
            return;

        var columns = view.Ledger.Columns;
        var (start, end) = view.Ledger.LinesOf(account, days);
        var count = end - start;
        if (count < rules.MinimumPurchases)
            return;

        if (keys.Length < count)
            (keys, values) = (new ulong[count], new long[count]);
        for (var i = 0; i < count; i++)
        {
            keys[i] = ((ulong)products[start + i] << 32) | columns.Day[start + i];
            values[i] = columns.Amount[start + i];
        }

        Array.Sort(keys, values, 0, count);
        for (int from = 0, to; from < count; from = to)
        {
            var product = (int)(keys[from] >> 32);
            for (to = from; to < count && (int)(keys[to] >> 32) == product; )
                to++;

            if (product != 0 && to - from >= rules.MinimumPurchases)
                ReadProduct(account, product, from, to, found);
        }
    }

    private void ReadProduct(int account, int product, int from, int to, Action<Repurchase> found)
    {
        gaps.Clear();
        amounts.Clear();
        var last = -1;
        for (int first = from, next; first < to; first = next)
        {
            var (day, sum) = ((int)(uint)keys[first], 0L);
            for (next = first; next < to && keys[next] == keys[first]; next++)
                sum += values[next];

            if (sum <= 0)
                continue;

            if (last >= 0)
                gaps.Add(day - last);

            amounts.Add(sum);
            last = day;
        }

        if (amounts.Count < rules.MinimumPurchases)
            return;

        if (amounts.Count > rules.MinimumPurchases)
        {
            var actual = gaps[^1];
            gaps.RemoveAt(gaps.Count - 1);
            Errors.Add(actual, MedianOf(gaps));
            gaps.Add(actual);
        }

        amounts.Sort();
        var lastOn = DateOnly.FromDayNumber(view.Ledger.Columns.BaseDay + last);
        var since = view.AsOf.DayNumber - lastOn.DayNumber;
        var (low, high) = (amounts[(amounts.Count - 1) / 2], amounts[amounts.Count / 2]);
        found(new Repurchase(account, product, amounts.Count, lastOn, MedianOf(gaps), since, low + ((high - low) / 2)));
    }

    /// <summary>Median; sorts the list.</summary>
    private static double MedianOf(List<int> values)
    {
        values.Sort();
        return (values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2.0;
    }
}

/// <summary>Relative errors of expected gaps as a histogram in hundredths, so that any number of pairs fits.</summary>
internal sealed class GapErrors
{
    private readonly int[] counts = new int[1001];

    public void Add(int actual, double expected) => counts[(int)Math.Min(Math.Abs(actual - expected) / expected * 100, 1000)]++;

    public void Add(GapErrors other)
    {
        for (var i = 0; i < counts.Length; i++)
            counts[i] += other.counts[i];
    }

    public RepurchaseError Result()
    {
        var total = counts.Sum();
        if (total == 0)
            return new RepurchaseError(0, null, null);

        var (median, below) = (0, 0);
        while (below + counts[median] < (total + 1) / 2)
            below += counts[median++];

        return new RepurchaseError(total, median / 100.0, (double)counts.AsSpan(0, 50).ToArray().Sum() / total);
    }
}

/// <summary>The purchases with the largest usual amount, and how many there were.</summary>
internal sealed class LargestPurchases(SalesLedger ledger, int most)
{
    private readonly List<Repurchase> kept = [];

    public int Total { get; private set; }

    public void Add(Repurchase one)
    {
        Total++;
        kept.Add(one);
        if (kept.Count >= 4096 && kept.Count / 2 >= most)
            Trim();
    }

    public void Add(LargestPurchases other)
    {
        Total += other.Total;
        kept.AddRange(other.kept);
        Trim();
    }

    public Repurchase[] ToArray()
    {
        Trim();
        return [.. kept];
    }

    private void Trim()
    {
        kept.Sort(Order);
        kept.RemoveRange(Math.Min(most, kept.Count), Math.Max(kept.Count - most, 0));
    }

    private int Order(Repurchase x, Repurchase y)
    {
        var byAmount = y.UsualAmount.CompareTo(x.UsualAmount);
        if (byAmount != 0)
            return byAmount;

        var byAccount = ledger.Accounts.Compare(x.Account, y.Account);
        return byAccount != 0 ? byAccount : ledger.Products.Compare(x.Product, y.Product);
    }
}

using Jingke.Analytics.Ledger;

namespace Jingke.Analytics.Performance;

/// <summary>Sums of one account x product pair.</summary>
internal struct Pair
{
    public int Account;
    public int Product;
    public long Quantity;
    public long NetSales;
    public long PreviousNetSales;
    public bool Active;
    public bool WasActive;
}

/// <summary>Sums pairs account by account and keeps the largest so many. One per thread, put together at the end.</summary>
internal sealed class PairPass(LedgerView view, int kept, Func<int, bool>? wanted)
{
    private readonly SalesLedger ledger = view.Ledger;
    private readonly Pair[] pairs = new Pair[view.Ledger.Products.Count];
    private readonly List<int> touched = [];
    private readonly LargestFirst order = new(view.Ledger);
    private readonly List<Pair> largest = [];
    private long floor = long.MinValue;

    public int Total { get; private set; }
    public long NetSales { get; private set; }

    public void Add(int account)
    {
        var columns = ledger.Columns;
        var (start, end) = ledger.LinesOf(account, view.Period);
        for (var line = start; line < end; line++)
        {
            ref var pair = ref Touch(ledger.ProductOf(line));
            pair.Active = true;
            pair.NetSales += columns.Amount[line];
            pair.Quantity += ledger.QuantityOf(line);
        }

        (start, end) = ledger.LinesOf(account, view.Comparison);
        for (var line = start; line < end; line++)
        {
            ref var pair = ref Touch(ledger.ProductOf(line));
            pair.WasActive = true;
            pair.PreviousNetSales += columns.Amount[line];
        }

        foreach (var product in touched)
        {
            ref var pair = ref pairs[product];
            if (wanted is null || wanted(product))
                Keep(pair with { Account = account, Product = product });

            pair = default;
        }

        touched.Clear();
    }

    public void Add(PairPass other)
    {
        Total += other.Total;
        NetSales += other.NetSales;
        largest.AddRange(other.largest);
        Trim(kept);
    }

    /// <summary>The largest pairs, largest first.</summary>
    public Pair[] Largest()
    {
        Trim(kept);
        return [.. largest];
    }

    private ref Pair Touch(int product)
    {
        ref var pair = ref pairs[product];
        if (!pair.Active && !pair.WasActive)
            touched.Add(product);

        return ref pair;
    }

    private void Keep(Pair pair)
    {
        Total++;
        NetSales += pair.NetSales;
        if (pair.NetSales < floor)
            return;

        largest.Add(pair);
        if (largest.Count >= 4096 && largest.Count / 2 >= kept)
            Trim(kept);
    }

    /// <summary>Keeps the largest; from then on pairs below the smallest of them are not even looked at.</summary>
    private void Trim(int count)
    {
        largest.Sort(order);
        if (largest.Count <= count)
            return;

        largest.RemoveRange(count, largest.Count - count);
        floor = count > 0 ? largest[^1].NetSales : long.MaxValue;
    }

    private sealed class LargestFirst(SalesLedger ledger) : IComparer<Pair>
    {
        public int Compare(Pair x, Pair y)
        {
            var bySales = y.NetSales.CompareTo(x.NetSales);
            if (bySales != 0)
                return bySales;

            var byAccount = ledger.Accounts.Compare(x.Account, y.Account);
            return byAccount != 0 ? byAccount : ledger.Products.Compare(x.Product, y.Product);
        }
    }
}

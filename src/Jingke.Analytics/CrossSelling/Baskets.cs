using Jingke.Analytics.Ledger;

namespace Jingke.Analytics.CrossSelling;

/// <summary>
/// Which products each account of a view bought in the period: those with positive net sales, so that what was sent back does not count.
/// One pass over the lines; 4 bytes for each account x product.
/// </summary>
public sealed class Baskets
{
    private readonly int[] starts;
    private readonly int[] products;

    private Baskets(LedgerView view, AccountRows rows, int[] starts, int[] products)
    {
        (View, Rows, this.starts, this.products) = (view, rows, starts, products);
        Buyers = new int[view.Ledger.Products.Count];
        foreach (var product in products)
            Buyers[product]++;

        for (var row = 0; row < rows.Count; row++)
            Accounts += starts[row + 1] > starts[row] ? 1 : 0;
    }

    /// <summary>The question.</summary>
    public LedgerView View { get; }

    /// <summary>Which account each row is.</summary>
    public AccountRows Rows { get; }

    /// <summary>Accounts that bought some known product.</summary>
    public int Accounts { get; }

    /// <summary>Accounts that bought each product; index = product. The unknown product has none.</summary>
    public IReadOnlyList<int> BuyersOf => Buyers;

    internal int[] Buyers { get; }

    /// <summary>The products of a row, ascending by index.</summary>
    public ReadOnlySpan<int> this[int row] => products.AsSpan(starts[row], starts[row + 1] - starts[row]);

    /// <summary>True when a row bought a product.</summary>
    public bool Has(int row, int product) => this[row].BinarySearch(product) >= 0;

    /// <summary>Fills the baskets of a view.</summary>
    public static Baskets Of(LedgerView view)
    {
        var rows = new AccountRows(view.Ledger, view.Accounts);
        var starts = new int[rows.Count + 1];
        var parts = new List<(int From, int[] Products)>();
        AccountChunks.Run(
            rows.Count,
            (long)view.Ledger.LineCount * rows.Count / Math.Max(view.Ledger.AccountCount, 1),
            () => new BasketPass(view),
            (from, to, pass) =>
            {
                for (var row = from; row < to; row++)
                    starts[row + 1] = pass.Add(rows.AccountAt(row));

                pass.EndRange(from);
            },
            pass => parts.AddRange(pass.Parts)
        );
        for (var row = 0; row < rows.Count; row++)
            starts[row + 1] += starts[row];

        var products = new int[starts[^1]];
        foreach (var (from, part) in parts)
            part.CopyTo(products, starts[from]);

        return new Baskets(view, rows, starts, products);
    }

    /// <summary>Sums products account by account; one per thread.</summary>
    private sealed class BasketPass(LedgerView view)
    {
        private readonly long[] sums = new long[view.Ledger.Products.Count];
        private readonly bool[] seen = new bool[view.Ledger.Products.Count];
        private readonly List<int> touched = [];
        private readonly List<int> bought = [];

        public List<(int From, int[] Products)> Parts { get; } = [];

        /// <summary>Adds an account; how many products it bought.</summary>
        public int Add(int account)
        {
            var columns = view.Ledger.Columns;
            if (columns.Product is not { } product)
                return 0;

            var (start, end) = view.Ledger.LinesOf(account, view.Period);
            for (var line = start; line < end; line++)
            {
                sums[product[line]] += columns.Amount[line];
                if (seen[product[line]])
                    continue;

                seen[product[line]] = true;
                touched.Add(product[line]);
            }

            touched.Sort();
            var before = bought.Count;
            foreach (var one in touched)
            {
                if (one != 0 && sums[one] > 0)
                    bought.Add(one);

                (sums[one], seen[one]) = (0, false);
            }

            touched.Clear();
            return bought.Count - before;
        }

        public void EndRange(int from)
        {
            Parts.Add((from, [.. bought]));
            bought.Clear();
        }
    }
}

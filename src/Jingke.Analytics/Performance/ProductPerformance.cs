using Jingke.Analytics.Figures;
using Jingke.Analytics.Ledger;

namespace Jingke.Analytics.Performance;

/// <summary>What one account bought of one product in a period.</summary>
/// <param name="Account">Account index in the ledger.</param>
/// <param name="Product">Product index in the ledger; 0 = not known.</param>
/// <param name="Quantity">Sum of quantities, ten-thousandths.</param>
/// <param name="NetSales">Net sales, ten-thousandths.</param>
/// <param name="Share">Share of the net sales of the listing; null when that total is not positive.</param>
/// <param name="PreviousNetSales">Net sales in the comparison period, ten-thousandths.</param>
/// <param name="YearOnYear">Change of net sales.</param>
/// <param name="Rank">Rank by net sales in the listing; equal values share the better rank.</param>
public sealed record ProductPerformance(
    int Account,
    int Product,
    long Quantity,
    long NetSales,
    double? Share,
    long PreviousNetSales,
    YearOnYear YearOnYear,
    int Rank
);

/// <summary>A page of account x product.</summary>
/// <param name="Rows">The rows of the page, largest net sales first; then by account code and product code.</param>
/// <param name="Total">Number of account x product pairs with a line in either period.</param>
/// <param name="NetSales">Net sales of all pairs, ten-thousandths.</param>
public sealed record PerformancePage(IReadOnlyList<ProductPerformance> Rows, int Total, long NetSales)
{
    /// <summary>A page of the listing of a view.</summary>
    /// <param name="view">The question.</param>
    /// <param name="skip">Rows to leave out at the top.</param>
    /// <param name="take">Rows wanted.</param>
    /// <param name="wanted">Which products (by index) count; null = all. Called once for each pair, from several threads.</param>
    public static PerformancePage Of(LedgerView view, int skip, int take, Func<int, bool>? wanted = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfNegative(take);
        var kept = (int)Math.Min((long)skip + take, int.MaxValue);
        var rows = new AccountRows(view.Ledger, view.Accounts);
        var all = new PairPass(view, kept, wanted);
        AccountChunks.Run(
            rows.Count,
            (long)view.Ledger.LineCount * rows.Count / Math.Max(view.Ledger.AccountCount, 1),
            () => new PairPass(view, kept, wanted),
            (from, to, pass) =>
            {
                for (var row = from; row < to; row++)
                    pass.Add(rows.AccountAt(row));
            },
            all.Add
        );

        var largest = all.Largest();
        var found = new List<ProductPerformance>();
        for (int i = 0, rank = 0; i < largest.Length; i++)
        {
            var pair = largest[i];
            rank = i > 0 && largest[i - 1].NetSales == pair.NetSales ? rank : i + 1;
            if (i < skip)
                continue;

            double? share = all.NetSales > 0 ? (double)pair.NetSales / all.NetSales : null;
            var yearOnYear = YearOnYear.Of(pair.NetSales, pair.PreviousNetSales, pair.Active, pair.WasActive);
            found.Add(
                new ProductPerformance(
                    pair.Account,
                    pair.Product,
                    pair.Quantity,
                    pair.NetSales,
                    share,
                    pair.PreviousNetSales,
                    yearOnYear,
                    rank
                )
            );
        }

        return new PerformancePage(found, all.Total, all.NetSales);
    }
}

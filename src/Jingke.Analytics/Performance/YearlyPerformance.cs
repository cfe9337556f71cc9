using Jingke.Analytics.Figures;
using Jingke.Analytics.Ledger;

namespace Jingke.Analytics.Performance;

/// <summary>What one account bought of one product in one calendar year.</summary>
/// <param name="Year">Calendar year; the last ends at as-of.</param>
/// <param name="Account">Account index in the ledger.</param>
/// <param name="Product">Product index in the ledger; 0 = not known.</param>
/// <param name="Quantity">Sum of quantities, ten-thousandths.</param>
/// <param name="NetSales">Net sales, ten-thousandths.</param>
/// <param name="Share">Share of the account's (or, listed for a product, the product's) net sales of the year; null when not positive.</param>
/// <param name="YearOnYear">Change against the calendar year before. A pair without lines this year but with lines the year before is listed as lost.</param>
/// <param name="Rank">Rank by net sales within the year; equal values share the better rank. Null when lost.</param>
public sealed record YearlyPerformance(
    int Year,
    int Account,
    int Product,
    long Quantity,
    long NetSales,
    double? Share,
    YearOnYear YearOnYear,
    int? Rank
)
{
    /// <summary>Every product of an account by calendar year up to as-of: newest year first, in it the largest net sales first.</summary>
    public static IReadOnlyList<YearlyPerformance> OfAccount(LedgerView view, int account)
    {
        if (view.AllTime is not { } all || (view.Accounts is { } allowed && !allowed.Contains(account)))
            return [];

        var sums = new Dictionary<(int Year, int Other), (long Quantity, long NetSales)>();
        Collect(view.Ledger, account, view.Ledger.LinesOf(account, all), null, sums);
        return List(view, sums, (other, row) => row with { Account = account, Product = other }, view.Ledger.Products.Codes);
    }

    /// <summary>Every account of a product by calendar year up to as-of: newest year first, in it the largest net sales first.</summary>
    public static IReadOnlyList<YearlyPerformance> OfProduct(LedgerView view, int product)
    {
        if (view.AllTime is not { } all)
            return [];

        var sums = new Dictionary<(int Year, int Other), (long Quantity, long NetSales)>();
        var rows = new AccountRows(view.Ledger, view.Accounts);
        for (var row = 0; row < rows.Count; row++)
        {
            var account = rows.AccountAt(row);
            Collect(view.Ledger, account, view.Ledger.LinesOf(account, all), product, sums);
        }

        return List(view, sums, (other, row) => row with { Account = other, Product = product }, view.Ledger.Accounts.Codes);
    }

    private static void Collect(
        SalesLedger ledger,
        int account,
        (int Start, int End) lines,
        int? onlyProduct,
        Dictionary<(int Year, int Other), (long Quantity, long NetSales)> sums
    )
    {
        for (var line = lines.Start; line < lines.End; line++)
        {
            var product = ledger.ProductOf(line);
            if (onlyProduct is not null && product != onlyProduct)
                continue;

            var key = (ledger.DayOf(line).Year, onlyProduct is null ? product : account);
            var sum = sums.GetValueOrDefault(key);
            sums[key] = (sum.Quantity + ledger.QuantityOf(line), sum.NetSales + ledger.Amounts[line]);
        }
    }

    private static List<YearlyPerformance> List(
        LedgerView view,
        Dictionary<(int Year, int Other), (long Quantity, long NetSales)> sums,
        Func<int, YearlyPerformance, YearlyPerformance> complete,
        string[] codes
    )
    {
        var lost = sums.Keys.Select(key => (key.Year + 1, key.Other)).Where(key => key.Item1 <= view.AsOf.Year && !sums.ContainsKey(key));
        var found = new List<YearlyPerformance>();
        foreach (var year in sums.Keys.Concat(lost).GroupBy(key => key.Item1).OrderByDescending(year => year.Key))
        {
            var total = year.Sum(key => sums.GetValueOrDefault(key).NetSales);
            var ordered = year.OrderByDescending(key => sums.GetValueOrDefault(key).NetSales)
                .ThenBy(key => codes[key.Item2], StringComparer.Ordinal)
                .ThenBy(key => key.Item2);
            var (position, rank, last) = (0, 0, 0L);
            foreach (var key in ordered)
            {
                var (active, wasActive) = (sums.ContainsKey(key), sums.TryGetValue((year.Key - 1, key.Item2), out var before));
                var sum = sums.GetValueOrDefault(key);
                if (active)
                {
                    position++;
                    rank = position > 1 && sum.NetSales == last ? rank : position;
                    last = sum.NetSales;
                }

                var row = new YearlyPerformance(
                    year.Key,
                    0,
                    0,
                    sum.Quantity,
                    sum.NetSales,
                    total > 0 ? (double)sum.NetSales / total : null,
                    YearOnYear.Of(sum.NetSales, before.NetSales, active, wasActive),
                    active ? rank : null
                );
                found.Add(complete(key.Item2, row));
            }
        }

        return found;
    }
}

using Jingke.Analytics.Ledger;
using Jingke.Analytics.Periods;
using Jingke.Analytics.Series;
using Jingke.Web.Common;
using Jingke.Web.Data.Access;
using Jingke.Web.Ledger;

namespace Jingke.Web.Features.Accounts.Show;

/// <summary>What an account bought, from the ledger: this year, month by month, product by product.</summary>
internal sealed class AccountSales(LedgerStore store, Analyses analyses, CurrentUser user, Clock clock)
{
    private const int MonthsShown = 24;
    private const int MostProducts = 20;

    /// <summary>The sales of an account; null while the ledger is loaded, and for an account that it does not know yet.</summary>
    public SalesOfAccount? Run(long accountId) => Run([accountId]);

    /// <summary>The sales of several accounts together, such as a parent company's and its subsidiaries'; null as for one.</summary>
    public SalesOfAccount? Run(IReadOnlyList<long> accountIds)
    {
        if (store.Current is null)
            return null;
        var view = analyses.ViewOf(user.Viewer);
        var ledger = view.Ledger;
        // The page itself has asked the database for the accounts; this asks the ledger's own scope again.
        int[] accounts =
        [
            .. accountIds
                .Select(ledger.Accounts.IndexOf)
                .Where(account => account >= 0 && view.Accounts?.Contains(account) != false)
                .Distinct(),
        ];
        if (accounts.Length == 0 || ledger.LastOn is null)
            return null;

        var asOf = clock.Today < view.AsOf ? clock.Today : view.AsOf;
        var thisYear = new DayRange(new DateOnly(asOf.Year, 1, 1), asOf);
        var firstMonth = new DateOnly(asOf.Year, asOf.Month, 1).AddMonths(1 - MonthsShown);
        var products = Products(ledger, accounts, Period.LastTwelveMonths(asOf));
        return new(
            asOf,
            Sum(ledger, accounts, thisYear),
            Sum(ledger, accounts, thisYear.YearEarlier()),
            Sum(ledger, accounts, Period.LastTwelveMonths(asOf)),
            LastOrder(ledger, accounts),
            accounts is [var single]
                ? MonthlySeries.OfAccount(ledger, new DayRange(firstMonth, asOf), single)
                : MonthlySeries.Of(ledger, new DayRange(firstMonth, asOf), SetOf(ledger, accounts)),
            [.. products.Take(MostProducts)],
            products.Count
        );
    }

    private static long Sum(SalesLedger ledger, int[] accounts, DayRange period)
    {
        var sum = 0L;
        foreach (var account in accounts)
        foreach (var amount in ledger.AmountsOf(account, period))
            sum += amount;
        return sum;
    }

    private static AccountSet SetOf(SalesLedger ledger, int[] accounts)
    {
        var set = new AccountSet(ledger.AccountCount);
        foreach (var account in accounts)
            set.Add(account);
        return set;
    }

    private static DateOnly? LastOrder(SalesLedger ledger, int[] accounts) =>
        accounts
            .Select(ledger.LinesOf)
            .Where(lines => lines.Start < lines.End)
            .Select(lines => (DateOnly?)ledger.DayOf(lines.End - 1))
            .DefaultIfEmpty(null)
            .Max();

    private static List<ProductBought> Products(SalesLedger ledger, int[] accounts, DayRange period)
    {
        var before = period.YearEarlier();
        var sums = new Dictionary<int, ProductBought>();
        foreach (var line in accounts.SelectMany(account => Lines(ledger, account, new DayRange(before.From, period.To))))
        {
            var (product, day, amount) = (ledger.ProductOf(line), ledger.DayOf(line), ledger.Amounts[line]);
            if (!sums.TryGetValue(product, out var row))
                row = new(
                    ledger.Products.Ids[product],
                    ledger.Products.Codes[product],
                    ledger.Products.Names[product],
                    0,
                    0,
                    ledger.HasQuantity ? 0 : null,
                    day
                );
            sums[product] = period.Contains(day)
                ? row with
                {
                    NetSales = row.NetSales + amount,
                    Quantity = row.Quantity + ledger.QuantityOf(line),
                    LastOn = row.LastOn > day ? row.LastOn : day,
                }
                : row with
                {
                    Before = row.Before + amount,
                    LastOn = row.LastOn > day ? row.LastOn : day,
                };
        }
        return [.. sums.Values.OrderByDescending(row => row.NetSales).ThenByDescending(row => row.Before).ThenBy(row => row.ProductId)];
    }

    private static IEnumerable<int> Lines(SalesLedger ledger, int account, DayRange period)
    {
        var (start, end) = ledger.LinesOf(account, period);
        return Enumerable.Range(start, end - start);
    }
}

/// <summary>Sales of one product.</summary>
/// <param name="ProductId">0 for lines that name none.</param>
/// <param name="Code">Its code; may be empty.</param>
/// <param name="Name">Its name; empty where lines name none.</param>
/// <param name="NetSales">Net sales in the last 12 months, ten-thousandths.</param>
/// <param name="Before">Net sales in the 12 months before, ten-thousandths.</param>
/// <param name="Quantity">Quantity in the last 12 months, ten-thousandths; null where no line has one.</param>
/// <param name="LastOn">Day of its last line.</param>
public sealed record ProductBought(long ProductId, string Code, string Name, long NetSales, long Before, long? Quantity, DateOnly LastOn)
{
    /// <summary>Growth against the 12 months before; null where it cannot be said.</summary>
    public double? Change => Before > 0 ? ((double)NetSales / Before) - 1 : null;
}

/// <summary>What is shown.</summary>
/// <param name="AsOf">Up to which day.</param>
/// <param name="ThisYear">Net sales of this calendar year up to then, ten-thousandths.</param>
/// <param name="YearBefore">Net sales of the same days a year earlier, ten-thousandths.</param>
/// <param name="LastTwelveMonths">Net sales of the last 12 months, ten-thousandths.</param>
/// <param name="LastOrderOn">Day of the last line; null when there is none.</param>
/// <param name="Months">The last 24 months with the 12 before each.</param>
/// <param name="Products">What it bought, the largest first.</param>
/// <param name="ProductCount">How many products it bought in 24 months.</param>
public sealed record SalesOfAccount(
    DateOnly AsOf,
    long ThisYear,
    long YearBefore,
    long LastTwelveMonths,
    DateOnly? LastOrderOn,
    MonthlySeries Months,
    IReadOnlyList<ProductBought> Products,
    int ProductCount
)
{
    /// <summary>Growth of this year; null where it cannot be said.</summary>
    public double? YearOnYear => YearBefore > 0 ? ((double)ThisYear / YearBefore) - 1 : null;
}

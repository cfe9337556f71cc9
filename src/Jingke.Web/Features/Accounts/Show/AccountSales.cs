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
    public SalesOfAccount? Run(long accountId)
    {
        if (store.Current is null)
            return null;
        var view = analyses.ViewOf(user.Viewer);
        var ledger = view.Ledger;
        var account = ledger.Accounts.IndexOf(accountId);
        // The page itself has asked the database for the account; this asks the ledger's own scope again.
        if (account < 0 || view.Accounts?.Contains(account) == false || ledger.LastOn is null)
            return null;

        var asOf = clock.Today < view.AsOf ? clock.Today : view.AsOf;
        var thisYear = new DayRange(new DateOnly(asOf.Year, 1, 1), asOf);
        var (start, end) = ledger.LinesOf(account);
        var firstMonth = new DateOnly(asOf.Year, asOf.Month, 1).AddMonths(1 - MonthsShown);
        var products = Products(ledger, account, Period.LastTwelveMonths(asOf));
        return new(
            asOf,
            Sum(ledger, account, thisYear),
            Sum(ledger, account, thisYear.YearEarlier()),
            Sum(ledger, account, Period.LastTwelveMonths(asOf)),
            start == end ? null : ledger.DayOf(end - 1),
            MonthlySeries.OfAccount(ledger, new DayRange(firstMonth, asOf), account),
            [.. products.Take(MostProducts)],
            products.Count
        );
    }

    private static long Sum(SalesLedger ledger, int account, DayRange period)
    {
        var sum = 0L;
        foreach (var amount in ledger.AmountsOf(account, period))
            sum += amount;
        return sum;
    }

    private static List<ProductBought> Products(SalesLedger ledger, int account, DayRange period)
    {
        var before = period.YearEarlier();
        var sums = new Dictionary<int, ProductBought>();
        var (start, end) = ledger.LinesOf(account, new DayRange(before.From, period.To));
        for (var line = start; line < end; line++)
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
                    LastOn = day,
                }
                : row with
                {
                    Before = row.Before + amount,
                    LastOn = day,
                };
        }
        return [.. sums.Values.OrderByDescending(row => row.NetSales).ThenByDescending(row => row.Before).ThenBy(row => row.ProductId)];
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

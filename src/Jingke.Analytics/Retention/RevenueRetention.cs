using Jingke.Analytics.Ledger;
using Jingke.Analytics.Periods;

namespace Jingke.Analytics.Retention;

/// <summary>
/// What became within a year of the sales of a year: sales of the base, with what its accounts bought more and less, what was lost with
/// accounts, and what came from others. Money in ten-thousandths. The base are accounts with positive net sales in the year before.
/// </summary>
/// <param name="Period">The 12 months.</param>
/// <param name="Before">The 12 months before.</param>
/// <param name="BaseAccounts">Accounts of the base.</param>
/// <param name="KeptAccounts">Those of them with positive net sales in the period.</param>
/// <param name="BaseSales">Net sales of the base in the year before.</param>
/// <param name="Expansion">What kept accounts bought more.</param>
/// <param name="Contraction">What kept accounts bought less; at least 0.</param>
/// <param name="LostSales">What accounts bought that were not kept, less returns of theirs in the period; at least 0.</param>
/// <param name="RegainedSales">Net sales of accounts outside of the base that had bought before it.</param>
/// <param name="NewSales">Net sales of all other accounts.</param>
public sealed record RetentionPoint(
    DayRange Period,
    DayRange Before,
    int BaseAccounts,
    int KeptAccounts,
    long BaseSales,
    long Expansion,
    long Contraction,
    long LostSales,
    long RegainedSales,
    long NewSales
)
{
    /// <summary>Share of the base's accounts that were kept, 0 to 1; null without a base.</summary>
    public double? AccountRetention => BaseAccounts > 0 ? (double)KeptAccounts / BaseAccounts : null;

    /// <summary>Net revenue retention 净收入留存率: what the base's accounts bought now over what they bought then; may exceed 1.</summary>
    public double? NetRevenueRetention => BaseSales > 0 ? (double)(BaseSales + Expansion - Contraction - LostSales) / BaseSales : null;

    /// <summary>Gross revenue retention 总收入留存率: the same without what they bought more; at most 1.</summary>
    public double? GrossRevenueRetention => BaseSales > 0 ? (double)(BaseSales - Contraction - LostSales) / BaseSales : null;

    /// <summary>Net sales of the period.</summary>
    public long NetSales => BaseSales + Expansion - Contraction - LostSales + RegainedSales + NewSales;
}

/// <summary>Retention of accounts and sales year over year, read each quarter.</summary>
public static class RevenueRetention
{
    /// <summary>
    /// Points three months apart, the newest last: 12 whole calendar months each, against the 12 before. The newest ends with the last
    /// month that is over at as-of; the oldest is the one whose year before the data still cover.
    /// </summary>
    /// <param name="view">The view; its period plays no part.</param>
    /// <param name="most">Most points, at least 1.</param>
    /// <returns>Empty when the data cover less than two years.</returns>
    public static IReadOnlyList<RetentionPoint> Of(LedgerView view, int most = 12)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        if (view.AllTime is not { } all)
            return [];

        var firstMonth = new DateOnly(all.From.Year, all.From.Month, 1);
        var next = new DateOnly(view.AsOf.Year, view.AsOf.Month, 1);
        if (view.AsOf.AddDays(1).Day == 1)
            next = view.AsOf.AddDays(1);
        var ends = new List<DateOnly>();
        for (; ends.Count < most && next.AddMonths(-24) >= firstMonth; next = next.AddMonths(-3))
            ends.Add(next);
        ends.Reverse();
        return Sum(view, [.. ends.Select(end => new Window(end))]);
    }

    /// <summary>
    /// The accounts of the base that were not kept: positive net sales in the 12 months before, none in the 12 months up to a day, the last
    /// of a month.
    /// </summary>
    public static IReadOnlyList<int> GoneOf(LedgerView view, DateOnly to)
    {
        var window = new Window(to.AddDays(1));
        var (ledger, rows) = (view.Ledger, new AccountRows(view.Ledger, view.Accounts));
        var (period, before) = (ledger.OffsetsOf(window.Period), ledger.OffsetsOf(window.Before));
        return
        [
            .. Enumerable
                .Range(0, rows.Count)
                .Select(rows.AccountAt)
                .Where(account => Net(ledger, account, before) > 0 && Net(ledger, account, period) <= 0),
        ];
    }

    // Periods by their ends, the first day that is outside.
    private readonly record struct Window(DateOnly End)
    {
        public DayRange Period => new(End.AddMonths(-12), End.AddDays(-1));

        public DayRange Before => new(End.AddMonths(-24), End.AddMonths(-12).AddDays(-1));
    }

    private sealed class Sums
    {
        public int Base;
        public int Kept;
        public long BaseSales;
        public long Expansion;
        public long Contraction;
        public long Lost;
        public long Regained;
        public long New;
    }

    private static RetentionPoint[] Sum(LedgerView view, Window[] windows)
    {
        var (ledger, rows) = (view.Ledger, new AccountRows(view.Ledger, view.Accounts));
        var offsets = Array.ConvertAll(
            windows,
            window => (Period: ledger.OffsetsOf(window.Period), Before: ledger.OffsetsOf(window.Before))
        );
        var total = Array.ConvertAll(windows, _ => new Sums());
        AccountChunks.Run(
            rows.Count,
            ledger.LineCount,
            () => Array.ConvertAll(windows, _ => new Sums()),
            (from, to, sums) =>
            {
                for (var row = from; row < to; row++)
                for (var point = 0; point < windows.Length; point++)
                    Add(ledger, rows.AccountAt(row), offsets[point].Period, offsets[point].Before, sums[point]);
            },
            sums =>
            {
                for (var point = 0; point < windows.Length; point++)
                    Merge(total[point], sums[point]);
            }
        );
        return
        [
            .. windows.Select(
                (window, point) =>
                    new RetentionPoint(
                        window.Period,
                        window.Before,
                        total[point].Base,
                        total[point].Kept,
                        total[point].BaseSales,
                        total[point].Expansion,
                        total[point].Contraction,
                        total[point].Lost,
                        total[point].Regained,
                        total[point].New
                    )
            ),
        ];
    }

    private static void Add(SalesLedger ledger, int account, (int From, int To) period, (int From, int To) before, Sums sums)
    {
        var (now, then) = (Net(ledger, account, period), Net(ledger, account, before));
        if (then <= 0)
        {
            var (start, end) = ledger.LinesOf(account);
            if (start < end && ledger.Columns.Day[start] < before.From)
                sums.Regained += now;
            else
                sums.New += now;
            return;
        }

        sums.Base++;
        sums.BaseSales += then;
        if (now <= 0)
        {
            sums.Lost += then - now;
            return;
        }

        sums.Kept++;
        sums.Expansion += Math.Max(now - then, 0);
        sums.Contraction += Math.Max(then - now, 0);
    }

    private static long Net(SalesLedger ledger, int account, (int From, int To) days)
    {
        var (start, end) = ledger.LinesOf(account, days.From, days.To);
        var sum = 0L;
        foreach (var amount in ledger.Columns.Amount.AsSpan(start, end - start))
            sum += amount;
        return sum;
    }

    private static void Merge(Sums into, Sums sums)
    {
        into.Base += sums.Base;
        into.Kept += sums.Kept;
        into.BaseSales += sums.BaseSales;
        into.Expansion += sums.Expansion;
        into.Contraction += sums.Contraction;
        into.Lost += sums.Lost;
        into.Regained += sums.Regained;
        into.New += sums.New;
    }
}

using Jingke.Analytics.Figures;
using Jingke.Analytics.Ledger;
using Jingke.Analytics.Periods;

namespace Jingke.Analytics.Series;

/// <summary>One calendar year.</summary>
/// <param name="Year">The year.</param>
/// <param name="NetSales">Net sales, ten-thousandths.</param>
/// <param name="Accounts">Active accounts.</param>
/// <param name="Orders">Orders with a positive net amount in the year.</param>
/// <param name="YearOnYear">Change against the whole calendar year before; of a year that is not over, to date against the whole.</param>
/// <param name="OnSameDays">Change against the same days of the year before; of a year that is over, the same as <paramref name="YearOnYear"/>.</param>
public sealed record CalendarYear(int Year, long NetSales, int Accounts, long Orders, YearOnYear YearOnYear, YearOnYear OnSameDays);

/// <summary>Sales by calendar year, of everything up to as-of.</summary>
public static class CalendarYears
{
    /// <summary>Every year from the oldest line to as-of, years without lines included; empty when there is no line by then.</summary>
    public static IReadOnlyList<CalendarYear> Of(LedgerView view)
    {
        if (view.AllTime is not { } all)
            return [];

        var years = Enumerable.Range(all.From.Year, all.To.Year - all.From.Year + 1).ToArray();
        // Last come the days of the newest year a year earlier.
        DayRange[] periods =
        [
            .. years.Select(year => Clip(DayRange.OfYear(year), all)),
            new DayRange(new(all.To.Year, 1, 1), all.To).YearEarlier(),
        ];
        var sums = Sum(view, periods);
        return years
            .Select(
                (year, i) =>
                {
                    var before = i > 0 ? sums[i - 1] : default;
                    var sameDays = i > 0 && i == years.Length - 1 ? sums[^1] : before;
                    return new CalendarYear(
                        year,
                        sums[i].NetSales,
                        sums[i].Accounts,
                        sums[i].Orders,
                        Change(sums[i], before),
                        Change(sums[i], sameDays)
                    );
                }
            )
            .ToArray();
    }

    private static YearOnYear Change(PeriodSum now, PeriodSum before) =>
        YearOnYear.Of(now.NetSales, before.NetSales, now.Accounts > 0, before.Accounts > 0);

    /// <summary>Totals of everything up to as-of as one "year"; zeros when there is no line by then.</summary>
    public static (long NetSales, int Accounts, long Orders) AllTime(LedgerView view) =>
        view.AllTime is { } all && Sum(view, [all])[0] is var sum ? (sum.NetSales, sum.Accounts, sum.Orders) : default;

    private static DayRange Clip(DayRange year, DayRange all) =>
        new(year.From > all.From ? year.From : all.From, year.To < all.To ? year.To : all.To);

    private struct PeriodSum
    {
        public long NetSales;
        public int Accounts;
        public long Orders;
    }

    private sealed record Scratch(OrderCounter Orders, PeriodSum[] Sums);

    /// <summary>One pass over each account's lines, which are read while they are in the cache for every period.</summary>
    private static PeriodSum[] Sum(LedgerView view, DayRange[] periods)
    {
        var ledger = view.Ledger;
        var rows = new AccountRows(ledger, view.Accounts);
        var offsets = Array.ConvertAll(periods, ledger.OffsetsOf);
        var total = new PeriodSum[periods.Length];
        AccountChunks.Run(
            rows.Count,
            ledger.LineCount,
            () => new Scratch(new OrderCounter(ledger), new PeriodSum[periods.Length]),
            (fromRow, toRow, scratch) =>
            {
                for (var row = fromRow; row < toRow; row++)
                {
                    var account = rows.AccountAt(row);
                    for (var period = 0; period < periods.Length; period++)
                    {
                        var (start, end) = ledger.LinesOf(account, offsets[period].From, offsets[period].To);
                        if (start == end)
                            continue;

                        ref var sum = ref scratch.Sums[period];
                        sum.Accounts++;
                        sum.Orders += scratch.Orders.Count(account, start, end, periods[period].From, periods[period].To).Orders;
                        foreach (var amount in ledger.Columns.Amount.AsSpan(start, end - start))
                            sum.NetSales += amount;
                    }
                }
            },
            scratch =>
            {
                for (var period = 0; period < total.Length; period++)
                {
                    total[period].NetSales += scratch.Sums[period].NetSales;
                    total[period].Accounts += scratch.Sums[period].Accounts;
                    total[period].Orders += scratch.Sums[period].Orders;
                }
            }
        );
        return total;
    }
}

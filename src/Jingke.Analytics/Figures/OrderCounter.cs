using Jingke.Analytics.Ledger;

namespace Jingke.Analytics.Figures;

/// <summary>
/// Counts the orders of an account with a positive net amount among a run of its lines. One per thread: it keeps a sum per order of
/// one account and leaves them zero.
/// </summary>
internal sealed class OrderCounter(SalesLedger ledger)
{
    private readonly long[] sums = new long[ledger.Columns.MostOrders];
    private readonly bool byLine = ledger.Grain == LedgerGrain.Line;

    /// <summary>Orders with a positive net amount, and the last day with a positive line of one: day number + 1, 0 when there is none.</summary>
    /// <param name="account">The account.</param>
    /// <param name="start">Its first line that counts.</param>
    /// <param name="end">One after its last line that counts.</param>
    /// <param name="from">First day of the period; at month grain its whole month counts.</param>
    /// <param name="to">Last day of the period; at month grain its whole month counts.</param>
    public (int Orders, int LastOrderDay) Count(int account, int start, int end, DateOnly from, DateOnly to)
    {
        if (start == end)
            return (0, 0);

        var (count, last) = byLine ? CountNumbered(start, end) : CountMixed(start, end);
        if (ledger.Columns.Months is not { } months)
            return (count, last);

        var whole = months.Sum(account, (from.Year * 12) + from.Month - 1, (to.Year * 12) + to.Month - 1);
        return (count + whole.Orders, Math.Max(last, whole.LastOrderDay + 1));
    }

    private (int Orders, int LastOrderDay) CountNumbered(int start, int end)
    {
        var columns = ledger.Columns;
        var orders = columns.Order.AsSpan(start, end - start);
        var amounts = columns.Amount.AsSpan(start, end - start);
        for (var i = 0; i < orders.Length; i++)
            sums[orders[i]] += amounts[i];

        var last = 0;
        for (var i = orders.Length - 1; i >= 0; i--)
        {
            if (amounts[i] > 0 && sums[orders[i]] > 0)
            {
                last = columns.BaseDay + columns.Day[start + i] + 1;
                break;
            }
        }

        var count = 0;
        foreach (var order in orders)
        {
            count += sums[order] > 0 ? 1 : 0;
            sums[order] = 0;
        }

        return (count, last);
    }

    /// <summary>Month grain: lines of orders within one month have the number -1 and are counted elsewhere.</summary>
    private (int Orders, int LastOrderDay) CountMixed(int start, int end)
    {
        var columns = ledger.Columns;
        for (var i = start; i < end; i++)
        {
            if (columns.Order[i] >= 0)
                sums[columns.Order[i]] += columns.Amount[i];
        }

        var last = 0;
        for (var i = end - 1; i >= start && last == 0; i--)
        {
            if (columns.Order[i] >= 0 && columns.Amount[i] > 0 && sums[columns.Order[i]] > 0)
                last = columns.BaseDay + columns.Day[i] + 1;
        }

        var count = 0;
        for (var i = start; i < end; i++)
        {
            if (columns.Order[i] < 0)
                continue;

            count += sums[columns.Order[i]] > 0 ? 1 : 0;
            sums[columns.Order[i]] = 0;
        }

        return (count, last);
    }
}

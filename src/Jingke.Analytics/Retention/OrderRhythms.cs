using System.Runtime.InteropServices;
using Jingke.Analytics.Ledger;
using Jingke.Analytics.Lifetime;

namespace Jingke.Analytics.Retention;

/// <summary>
/// The rhythm in which every account of a ledger orders, up to as-of: one entry per account index, those outside of the view are empty.
/// At month grain a month is one order day.
/// </summary>
public sealed class OrderRhythms
{
    private readonly int[] first;
    private readonly int[] last;
    private readonly int[] orderDays;
    private readonly BuyingRhythm[] buying;
    private readonly long[] lastYear;

    private OrderRhythms(DateOnly asOf, int count)
    {
        AsOf = asOf;
        (first, last, orderDays) = (new int[count], new int[count], new int[count]);
        (buying, lastYear) = (new BuyingRhythm[count], new long[count]);
    }

    /// <summary>Silence is counted to this day.</summary>
    public DateOnly AsOf { get; }

    /// <summary>Number of accounts.</summary>
    public int Count => orderDays.Length;

    /// <summary>The rhythm of an account.</summary>
    public OrderRhythm this[int account] =>
        orderDays[account] == 0
            ? default
            : new(
                DateOnly.FromDayNumber(first[account]),
                DateOnly.FromDayNumber(last[account]),
                orderDays[account],
                buying[account],
                lastYear[account]
            );

    /// <summary>Reads the rhythms of a view's accounts.</summary>
    public static OrderRhythms Of(LedgerView view)
    {
        var rhythms = new OrderRhythms(view.AsOf, view.Ledger.AccountCount);
        var rows = new AccountRows(view.Ledger, view.Accounts);
        AccountChunks.Run(
            rows.Count,
            view.Ledger.LineCount,
            () => new List<int>(),
            (from, to, gaps) =>
            {
                for (var row = from; row < to; row++)
                    rhythms.Read(view, rows.AccountAt(row), gaps);
            },
            done: null
        );
        return rhythms;
    }

    private void Read(LedgerView view, int account, List<int> gaps)
    {
        gaps.Clear();
        var days = new PurchaseDays(view.Ledger, account, DateOnly.MinValue, view.AsOf);
        while (days.Next())
        {
            if (orderDays[account]++ == 0)
                first[account] = days.Day;
            else
                gaps.Add(days.Day - last[account]);
            last[account] = days.Day;
        }

        if (orderDays[account] == 0)
            return;

        buying[account] = BuyingRhythm.Of(CollectionsMarshal.AsSpan(gaps), view.AsOf.DayNumber - last[account]);
        var until = DateOnly.FromDayNumber(last[account]);
        foreach (var amount in view.Ledger.AmountsOf(account, new(until.AddDays(-364), until)))
            lastYear[account] += amount;
    }
}

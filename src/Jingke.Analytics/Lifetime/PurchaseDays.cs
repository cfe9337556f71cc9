using Jingke.Analytics.Ledger;
using Jingke.Analytics.Periods;

namespace Jingke.Analytics.Lifetime;

/// <summary>
/// Walks the purchases of an account in the order of time. A purchase is a day (at month grain a month) with a positive net amount, or
/// with lines of amount 0 only: what was given for nothing was ordered all the same, while what was taken back was not.
/// </summary>
internal ref struct PurchaseDays
{
    private readonly ReadOnlySpan<ushort> days;
    private readonly ReadOnlySpan<long> amounts;
    private readonly int baseDay;
    private readonly bool months;
    private int next;

    /// <summary>Starts before the first purchase.</summary>
    /// <param name="ledger">The lines.</param>
    /// <param name="account">Index of the account.</param>
    /// <param name="from">First day that counts.</param>
    /// <param name="to">Last day that counts; before the first, nothing does.</param>
    public PurchaseDays(SalesLedger ledger, int account, DateOnly from, DateOnly to)
    {
        if (from > to)
            return;

        var (start, end) = ledger.LinesOf(account, new DayRange(from, to));
        days = ledger.Columns.Day.AsSpan(start, end - start);
        amounts = ledger.Columns.Amount.AsSpan(start, end - start);
        (baseDay, months) = (ledger.Columns.BaseDay, ledger.Grain == LedgerGrain.Month);
    }

    /// <summary>Day number of the purchase.</summary>
    public int Day { get; private set; }

    /// <summary>Net amount of the purchase, ten-thousandths; not negative.</summary>
    public long Amount { get; private set; }

    /// <summary>Goes to the next purchase; false when there is none.</summary>
    public bool Next()
    {
        while (next < days.Length)
        {
            var (amount, takenBack) = (0L, false);
            var day = days[next];
            var last = months ? MonthEnd(day) : day;
            for (; next < days.Length && days[next] <= last; next++)
            {
                amount += amounts[next];
                takenBack |= amounts[next] < 0;
                day = days[next];
            }

            if (amount < 0 || (amount == 0 && takenBack))
                continue;

            (Day, Amount) = (baseDay + day, amount);
            return true;
        }

        return false;
    }

    private readonly int MonthEnd(int day) => DayRange.MonthEnd(DateOnly.FromDayNumber(baseDay + day)).DayNumber - baseDay;
}

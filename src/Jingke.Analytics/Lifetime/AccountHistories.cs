using Jingke.Analytics.Ledger;

namespace Jingke.Analytics.Lifetime;

/// <summary>
/// The purchase history of every account of a view up to a day: columns with one entry per row of <see cref="Rows"/>. Reads each line
/// once. A purchase is a day with a positive net amount of the account, so several orders of one day are one purchase; a day on which
/// something was given for nothing, all its lines 0, counts too.
/// </summary>
/// <remarks>
/// A ledger at month grain does not know the days of all lines. There a purchase is a month in place of a day, on the last
/// day with a line in it; histories of the two grains must not be mixed.
/// </remarks>
public sealed class AccountHistories
{
    private const double DaysPerWeek = 7;

    private AccountHistories(SalesLedger ledger, DateOnly asOf, AccountSet? accounts)
    {
        (Ledger, AsOf, Accounts) = (ledger, asOf, accounts);
        Rows = new AccountRows(ledger, accounts);
        var count = Rows.Count;
        (Purchases, FirstDay, LastDay, RepeatSpend) = (new int[count], new int[count], new int[count], new long[count]);
    }

    /// <summary>The lines.</summary>
    public SalesLedger Ledger { get; }

    /// <summary>The last day that counts, on which every account's T ends.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The accounts that count; null = all.</summary>
    public AccountSet? Accounts { get; }

    /// <summary>The accounts as rows.</summary>
    public AccountRows Rows { get; }

    /// <summary>Days with a purchase; 0 for an account that has not bought. x is one less.</summary>
    public int[] Purchases { get; }

    /// <summary>Day number of the first purchase + 1; 0 when there is none.</summary>
    public int[] FirstDay { get; }

    /// <summary>Day number of the last purchase + 1; 0 when there is none.</summary>
    public int[] LastDay { get; }

    /// <summary>Net amount of the repeat purchases, ten-thousandths.</summary>
    public long[] RepeatSpend { get; }

    /// <summary>The history of a row; null when it has not bought.</summary>
    public PurchaseHistory? this[int row] =>
        Purchases[row] == 0
            ? null
            : new PurchaseHistory(
                Purchases[row] - 1,
                (LastDay[row] - FirstDay[row]) / DaysPerWeek,
                (AsOf.DayNumber + 1 - FirstDay[row]) / DaysPerWeek
            );

    /// <summary>z: mean amount of a row's repeat purchases, ten-thousandths; 0 without one.</summary>
    public double MeanRepeatSpend(int row) => Purchases[row] > 1 ? (double)RepeatSpend[row] / (Purchases[row] - 1) : 0;

    /// <summary>The histories of a view's accounts up to its as-of day.</summary>
    public static AccountHistories Of(LedgerView view) => Of(view.Ledger, view.AsOf, view.Accounts);

    /// <summary>The histories up to a day, such as the end of a calibration period.</summary>
    /// <param name="ledger">The lines.</param>
    /// <param name="asOf">The last day that counts.</param>
    /// <param name="accounts">The accounts; null = all.</param>
    public static AccountHistories Of(SalesLedger ledger, DateOnly asOf, AccountSet? accounts = null)
    {
        var histories = new AccountHistories(ledger, asOf, accounts);
        histories.ForEachRow(histories.Read);
        return histories;
    }

    /// <summary>Purchases of each row in the days after as-of up to another day: what really came, to hold predictions against.</summary>
    /// <param name="until">The last day that counts.</param>
    public int[] PurchasesUntil(DateOnly until)
    {
        var counts = new int[Rows.Count];
        if (until <= AsOf)
            return counts;

        ForEachRow(row =>
        {
            var days = new PurchaseDays(Ledger, Rows.AccountAt(row), AsOf.AddDays(1), until);
            while (days.Next())
                counts[row]++;
        });
        return counts;
    }

    /// <summary>The histories of the accounts that have bought, equal ones put together.</summary>
    public PooledHistories Pool()
    {
        var found = new List<PurchaseHistory>(Rows.Count);
        for (var row = 0; row < Rows.Count; row++)
        {
            if (this[row] is { } history)
                found.Add(history);
        }

        return PooledHistories.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(found));
    }

    private void Read(int row)
    {
        var days = new PurchaseDays(Ledger, Rows.AccountAt(row), DateOnly.MinValue, AsOf);
        while (days.Next())
        {
            if (Purchases[row]++ == 0)
                FirstDay[row] = days.Day + 1;
            else
                RepeatSpend[row] += days.Amount;
            LastDay[row] = days.Day + 1;
        }
    }

    private void ForEachRow(Action<int> body) =>
        AccountChunks.Run(
            Rows.Count,
            (long)Ledger.LineCount * Rows.Count / Math.Max(Ledger.AccountCount, 1),
            () => body,
            (from, to, each) =>
            {
                for (var row = from; row < to; row++)
                    each(row);
            },
            null
        );
}

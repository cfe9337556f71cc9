namespace Jingke.Analytics.Ledger;

/// <summary>The <see cref="AccountMonth"/>s of a ledger at month grain as columns, grouped by account and sorted by month.</summary>
internal sealed class MonthFacts
{
    private readonly int[] starts;
    private readonly int[] months;
    private readonly int[] orders;
    private readonly int[] lastOrderDays;
    private readonly int[] firstDays;

    public MonthFacts(List<AccountMonth> facts, int accountCount)
    {
        var sorted = facts.ToArray();
        Array.Sort(sorted, (a, b) => a.Account != b.Account ? a.Account.CompareTo(b.Account) : a.Index.CompareTo(b.Index));
        starts = new int[accountCount + 1];
        foreach (var fact in sorted)
            starts[fact.Account + 1]++;
        for (var account = 0; account < accountCount; account++)
            starts[account + 1] += starts[account];

        months = Array.ConvertAll(sorted, fact => fact.Index);
        orders = Array.ConvertAll(sorted, fact => fact.Orders);
        lastOrderDays = Array.ConvertAll(sorted, fact => fact.LastOrderOn?.DayNumber ?? -1);
        firstDays = Array.ConvertAll(sorted, fact => fact.FirstOn.DayNumber);
    }

    /// <summary>Orders, latest order day and first day of an account over the months from..to; days are -1 where there is none.</summary>
    public (int Orders, int LastOrderDay, int FirstDay) Sum(int account, int from, int to)
    {
        var (count, last, first) = (0, -1, -1);
        if (account + 1 >= starts.Length)
            return (0, -1, -1);

        for (var i = starts[account]; i < starts[account + 1]; i++)
        {
            if (months[i] < from || months[i] > to)
                continue;

            count += orders[i];
            last = Math.Max(last, lastOrderDays[i]);
            if (first < 0)
                first = firstDays[i];
        }

        return (count, last, first);
    }
}

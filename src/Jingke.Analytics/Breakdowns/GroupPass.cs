using Jingke.Analytics.Ledger;
using Jingke.Analytics.Periods;

namespace Jingke.Analytics.Breakdowns;

/// <summary>Net sales and number of accounts by group.</summary>
internal sealed class GroupSums(int groups)
{
    private int mark;
    private int[]? seen;

    public long[] NetSales { get; } = new long[groups];
    public int[] Accounts { get; } = new int[groups];
    public int ActiveAccounts { get; private set; }

    /// <summary>The next account begins; it has lines in the period.</summary>
    public void NextAccount()
    {
        mark++;
        ActiveAccounts++;
    }

    /// <summary>Adds the only group of an account.</summary>
    public void AddAll(int group, ReadOnlySpan<long> amounts)
    {
        var sum = 0L;
        foreach (var amount in amounts)
            sum += amount;

        NetSales[group] += sum;
        Accounts[group]++;
    }

    /// <summary>Adds an account that lies in one group with all it bought.</summary>
    public void AddAccount(int group, long netSales)
    {
        ActiveAccounts++;
        NetSales[group] += netSales;
        Accounts[group]++;
    }

    /// <summary>Adds lines of an account to their groups.</summary>
    public void AddEach<TGroups>(TGroups groups, long[] amounts, int start, int end)
        where TGroups : struct, LineGroups.IGroupOf
    {
        var marks = seen ??= new int[NetSales.Length];
        for (var line = start; line < end; line++)
        {
            var group = groups.Of(line);
            NetSales[group] += amounts[line];
            if (marks[group] == mark)
                continue;

            marks[group] = mark;
            Accounts[group]++;
        }
    }

    public void Add(GroupSums other)
    {
        ActiveAccounts += other.ActiveAccounts;
        for (var group = 0; group < NetSales.Length; group++)
        {
            NetSales[group] += other.NetSales[group];
            Accounts[group] += other.Accounts[group];
        }
    }
}

/// <summary>One pass over the lines of a period that sums them by group.</summary>
internal static class GroupPass
{
    public static void Run(LedgerView view, Grouping grouping, DayRange period, GroupSums result)
    {
        var ledger = view.Ledger;
        var rows = new AccountRows(ledger, view.Accounts);
        var lines = new LineGroups(ledger, grouping);
        var amounts = ledger.Columns.Amount;
        var (from, to) = ledger.OffsetsOf(period);
        AccountChunks.Run(
            rows.Count,
            (long)ledger.LineCount * rows.Count / Math.Max(ledger.AccountCount, 1),
            () => new GroupSums(grouping.Groups.Count),
            (fromRow, toRow, sums) =>
            {
                for (var row = fromRow; row < toRow; row++)
                {
                    var account = rows.AccountAt(row);
                    var (start, end) = ledger.LinesOf(account, from, to);
                    if (start == end)
                        continue;

                    sums.NextAccount();
                    if (lines.OnePerAccount)
                        sums.AddAll(lines.OfAccount(account), amounts.AsSpan(start, end - start));
                    else if (lines.IsByProduct)
                        sums.AddEach(lines.Products, amounts, start, end);
                    else
                        sums.AddEach(lines.PlacesOf(account), amounts, start, end);
                }
            },
            result.Add
        );
    }
}

using Jingke.Analytics.Breakdowns;
using Jingke.Analytics.Ledger;

namespace Jingke.Analytics.Retention;

/// <summary>The one group of a dimension that an account belongs to: where it bought most, for dimensions that lines differ in.</summary>
public static class MainGroups
{
    /// <summary>Number of each account's group, one entry per account index: by net sales of the 12 months up to its last line.</summary>
    /// <param name="view">The view; only lines up to as-of count.</param>
    /// <param name="grouping">Groups of its ledger. Equal sales give the group with the smaller number.</param>
    public static int[] Of(LedgerView view, Grouping grouping)
    {
        var (ledger, groups) = (view.Ledger, new LineGroups(view.Ledger, grouping));
        var found = new int[ledger.AccountCount];
        var rows = new AccountRows(ledger, view.Accounts);
        var until = view.AsOf.DayNumber - ledger.Columns.BaseDay;
        AccountChunks.Run(
            rows.Count,
            ledger.LineCount,
            () => new SortedDictionary<int, long>(),
            (from, to, sums) =>
            {
                for (var row = from; row < to; row++)
                    found[rows.AccountAt(row)] = MainOf(ledger, groups, rows.AccountAt(row), until, sums);
            },
            done: null
        );
        return found;
    }

    private static int MainOf(SalesLedger ledger, LineGroups groups, int account, int until, SortedDictionary<int, long> sums)
    {
        var (start, end) = ledger.LinesOf(account, 0, until);
        if (start == end || groups.OnePerAccount)
            return groups.OfAccount(account);

        sums.Clear();
        var after = ledger.Columns.Day[end - 1] - 365;
        for (var line = end - 1; line >= start && ledger.Columns.Day[line] > after; line--)
        {
            var group = groups.Of(account, line);
            sums[group] = sums.GetValueOrDefault(group) + ledger.Columns.Amount[line];
        }

        return sums.MaxBy(sum => sum.Value).Key;
    }
}

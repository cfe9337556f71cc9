using Jingke.Analytics.Ledger;

namespace Jingke.Analytics.Breakdowns;

/// <summary>How many sales lines lie in each group, for saying how many could not be placed.</summary>
public static class LineCounts
{
    /// <summary>Lines of the view's period by number of group; at month grain these are monthly sums, not lines.</summary>
    public static long[] Of(LedgerView view, Grouping grouping)
    {
        var counts = new long[grouping.Groups.Count];
        var rows = new AccountRows(view.Ledger, view.Accounts);
        var lines = new LineGroups(view.Ledger, grouping);
        for (var row = 0; row < rows.Count; row++)
        {
            var account = rows.AccountAt(row);
            var (start, end) = view.Ledger.LinesOf(account, view.Period);
            if (lines.OnePerAccount)
                counts[lines.OfAccount(account)] += end - start;
            else
            {
                for (var line = start; line < end; line++)
                    counts[lines.Of(account, line)]++;
            }
        }

        return counts;
    }
}

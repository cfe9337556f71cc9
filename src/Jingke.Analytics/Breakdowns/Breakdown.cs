using Jingke.Analytics.Figures;
using Jingke.Analytics.Ledger;

namespace Jingke.Analytics.Breakdowns;

/// <summary>One group of a breakdown.</summary>
/// <param name="Index">Its number in the grouping; 0 is "not known".</param>
/// <param name="Group">Key and name.</param>
/// <param name="Accounts">Accounts with a line in the group in the period. An account that buys in several groups counts in each.</param>
/// <param name="AccountShare">Those / active accounts; the shares may add up to more than 1. Null when no account is active.</param>
/// <param name="NetSales">Net sales in the period, ten-thousandths.</param>
/// <param name="Share">Those / net sales of all groups; null when that total is not positive.</param>
/// <param name="PreviousAccounts">Accounts in the comparison period.</param>
/// <param name="PreviousNetSales">Net sales in the comparison period, ten-thousandths.</param>
/// <param name="YearOnYear">Change of net sales.</param>
public sealed record BreakdownRow(
    int Index,
    Grouping.Group Group,
    int Accounts,
    double? AccountShare,
    long NetSales,
    double? Share,
    int PreviousAccounts,
    long PreviousNetSales,
    YearOnYear YearOnYear
);

/// <summary>Sales of a view broken down by a dimension: one pass over the lines of the two periods.</summary>
/// <param name="Grouping">The groups.</param>
/// <param name="Rows">The groups with a line in either period; largest net sales first, then by name and key.</param>
/// <param name="NetSales">Net sales of all groups, ten-thousandths.</param>
/// <param name="ActiveAccounts">Accounts active in the period, each counted once.</param>
public sealed record Breakdown(Grouping Grouping, IReadOnlyList<BreakdownRow> Rows, long NetSales, int ActiveAccounts)
{
    /// <summary>Breaks the sales of a view down by a dimension.</summary>
    /// <param name="view">The question.</param>
    /// <param name="dimension">The dimension.</param>
    /// <param name="zones">The company's zones; the default ones when null.</param>
    public static Breakdown Of(LedgerView view, Dimension dimension, ZoneMap? zones = null) =>
        Of(view, Grouping.Of(view.Ledger, dimension, zones));

    /// <summary>Breaks the sales of a view down by groups made before.</summary>
    public static Breakdown Of(LedgerView view, Grouping grouping)
    {
        var (now, before) = (new GroupSums(grouping.Groups.Count), new GroupSums(grouping.Groups.Count));
        GroupPass.Run(view, grouping, view.Period, now);
        GroupPass.Run(view, grouping, view.Comparison, before);
        return Of(grouping, now, before);
    }

    /// <summary>
    /// The same from figures at hand: where every account lies in one group, as by industry or owner, no line is read again.
    /// </summary>
    internal static Breakdown Of(AccountFigures figures, Grouping grouping)
    {
        var lines = new LineGroups(figures.View.Ledger, grouping);
        if (!lines.OnePerAccount)
            return Of(figures.View, grouping);

        var (now, before) = (new GroupSums(grouping.Groups.Count), new GroupSums(grouping.Groups.Count));
        for (var row = 0; row < figures.Rows.Count; row++)
        {
            var group = lines.OfAccount(figures.Rows.AccountAt(row));
            if (figures.Active[row])
                now.AddAccount(group, figures.NetSales[row]);
            if (figures.WasActive[row])
                before.AddAccount(group, figures.PreviousNetSales[row]);
        }

        return Of(grouping, now, before);
    }

    /// <summary>The accounts with a line in a group in the period: what a figure of a breakdown leads to.</summary>
    public static AccountSet AccountsIn(LedgerView view, Grouping grouping, int group)
    {
        var found = new AccountSet(view.Ledger.AccountCount);
        var rows = new AccountRows(view.Ledger, view.Accounts);
        var lines = new LineGroups(view.Ledger, grouping);
        for (var row = 0; row < rows.Count; row++)
        {
            var account = rows.AccountAt(row);
            var (start, end) = view.Ledger.LinesOf(account, view.Period);
            for (var line = start; line < end; line++)
            {
                if (lines.Of(account, line) != group)
                    continue;

                found.Add(account);
                break;
            }
        }

        return found;
    }

    private static Breakdown Of(Grouping grouping, GroupSums now, GroupSums before)
    {
        var total = now.NetSales.Sum();
        var rows = new List<BreakdownRow>();
        for (var group = 0; group < grouping.Groups.Count; group++)
        {
            var (accounts, previous) = (now.Accounts[group], before.Accounts[group]);
            if (accounts == 0 && previous == 0)
                continue;

            rows.Add(
                new BreakdownRow(
                    group,
                    grouping.Groups[group],
                    accounts,
                    now.ActiveAccounts > 0 ? (double)accounts / now.ActiveAccounts : null,
                    now.NetSales[group],
                    total > 0 ? (double)now.NetSales[group] / total : null,
                    previous,
                    before.NetSales[group],
                    YearOnYear.Of(now.NetSales[group], before.NetSales[group], accounts > 0, previous > 0)
                )
            );
        }

        var sorted = rows.OrderByDescending(row => row.NetSales)
            .ThenBy(row => row.Group.Name, StringComparer.Ordinal)
            .ThenBy(row => row.Group.Key, StringComparer.Ordinal)
            .ToArray();
        return new Breakdown(grouping, sorted, total, now.ActiveAccounts);
    }
}

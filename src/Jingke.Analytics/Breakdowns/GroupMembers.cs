using Jingke.Analytics.Figures;
using Jingke.Analytics.Ledger;

namespace Jingke.Analytics.Breakdowns;

/// <summary>What one account bought in one group of a breakdown.</summary>
/// <param name="Account">Account index in the ledger.</param>
/// <param name="IsActive">It has a line in the group in the period.</param>
/// <param name="NetSales">Net sales in the group in the period, ten-thousandths.</param>
/// <param name="LastOn">Last day with a line in the group in the period; null when not active.</param>
/// <param name="WasActive">It has a line in the group in the comparison period.</param>
/// <param name="PreviousNetSales">Net sales in the group in the comparison period, ten-thousandths.</param>
public readonly record struct GroupMember(
    int Account,
    bool IsActive,
    long NetSales,
    DateOnly? LastOn,
    bool WasActive,
    long PreviousNetSales
)
{
    /// <summary>Change of net sales in the group.</summary>
    public YearOnYear YearOnYear => YearOnYear.Of(NetSales, PreviousNetSales, IsActive, WasActive);
}

/// <summary>
/// The accounts behind a row of a breakdown with their part of it: the active ones are <see cref="Breakdown.AccountsIn"/>, and their net
/// sales add up to the row's, in both periods.
/// </summary>
public static class GroupMembers
{
    /// <summary>The accounts with a line in the group in either period, by account index.</summary>
    /// <param name="view">The question.</param>
    /// <param name="grouping">The groups; null for all lines as one group.</param>
    /// <param name="group">Number of the group; ignored without a grouping.</param>
    public static IReadOnlyList<GroupMember> Of(LedgerView view, Grouping? grouping, int group)
    {
        var rows = new AccountRows(view.Ledger, view.Accounts);
        var lines = grouping is null ? null : new LineGroups(view.Ledger, grouping);
        var members = new List<GroupMember>();
        for (var row = 0; row < rows.Count; row++)
        {
            var account = rows.AccountAt(row);
            // Where all lines of an account lie in one group, the others are passed over without looking at their lines.
            if (lines is { OnePerAccount: true } && lines.OfAccount(account) != group)
                continue;

            var each = lines is { OnePerAccount: false } ? lines : null;
            var (netSales, last) = Sum(view, each, account, view.Period, group);
            var (previous, lastBefore) = Sum(view, each, account, view.Comparison, group);
            if (last < 0 && lastBefore < 0)
                continue;

            members.Add(
                new GroupMember(account, last >= 0, netSales, last < 0 ? null : view.Ledger.DayOf(last), lastBefore >= 0, previous)
            );
        }

        return members;
    }

    /// <summary>Sum of the account's lines in the group, and the last such line; -1 when there is none.</summary>
    private static (long NetSales, int LastLine) Sum(LedgerView view, LineGroups? lines, int account, Periods.DayRange period, int group)
    {
        var (sum, last) = (0L, -1);
        var (start, end) = view.Ledger.LinesOf(account, period);
        for (var line = start; line < end; line++)
        {
            if (lines is not null && lines.Of(account, line) != group)
                continue;

            sum += view.Ledger.Amounts[line];
            last = line;
        }

        return (sum, last);
    }
}

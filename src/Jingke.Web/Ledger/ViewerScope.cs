using Jingke.Analytics.Ledger;
using Jingke.Domain.People;
using Jingke.Web.Data.Access;

namespace Jingke.Web.Ledger;

/// <summary>The viewer's data scope as a set of accounts of the ledger: the same rule as the database's filter, on columns in memory.</summary>
internal static class ViewerScope
{
    /// <summary>The accounts that a viewer sees, without those in the recycle bin; null means all.</summary>
    public static AccountSet? Of(LedgerState state, Viewer viewer)
    {
        var accounts = state.Ledger.Accounts;
        if (viewer.SeesAll)
            return state.Deleted is null ? null : AccountSet.Where(accounts.Count, account => !state.Deleted.Contains(account));

        var ownerCode = Array.IndexOf(accounts.Owner.Keys, viewer.UserId?.ToString() ?? "?");
        var teamCodes = new bool[accounts.Team.Keys.Length];
        foreach (var team in viewer.Scope == DataScope.Own ? [] : viewer.TeamIds)
            if (Array.IndexOf(accounts.Team.Keys, team.ToString(System.Globalization.CultureInfo.InvariantCulture)) is >= 0 and var code)
                teamCodes[code] = true;

        var (owners, teams) = (accounts.Owner.Codes, accounts.Team.Codes);
        return AccountSet.Where(
            accounts.Count,
            account =>
                (owners[account] == ownerCode && ownerCode > 0 || teamCodes[teams[account]]) && state.Deleted?.Contains(account) != true
        );
    }
}

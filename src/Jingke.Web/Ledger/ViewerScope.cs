using System.Globalization;
using Jingke.Analytics.Ledger;
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

        var ofOwner = Array.ConvertAll(accounts.Owner.Keys, key => Guid.TryParse(key, out var owner) && viewer.SeesOwner(owner));
        var ofTeam = Array.ConvertAll(
            accounts.Team.Keys,
            key => long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var team) && viewer.SeesTeam(team)
        );
        var (owners, teams) = (accounts.Owner.Codes, accounts.Team.Codes);
        var seen = AccountSet.Where(accounts.Count, account => (ofOwner[owners[account]] || ofTeam[teams[account]]) && IsInUse(account));
        foreach (var shared in viewer.SharedAccountIds)
            if (accounts.IndexOf(shared) is >= 0 and var account && IsInUse(account))
                seen.Add(account);
        return seen;

        bool IsInUse(int account) => state.Deleted?.Contains(account) != true;
    }
}

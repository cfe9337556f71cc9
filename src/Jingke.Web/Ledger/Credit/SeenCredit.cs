using Jingke.Domain;
using Jingke.Web.Data.Access;

namespace Jingke.Web.Ledger.Credit;

/// <summary>An account of the list.</summary>
/// <param name="Code">Its code; may be empty.</param>
/// <param name="Name">Its name.</param>
/// <param name="Owner">Name of who is responsible; empty for nobody.</param>
/// <param name="OwnerId">Who is responsible; null for nobody.</param>
/// <param name="Standing">Where its credit stands.</param>
public sealed record CreditRow(string Code, string Name, string Owner, Guid? OwnerId, CreditStanding Standing);

/// <summary>Where credit stands as the viewer of this request sees it: of the accounts in their scope. Every list goes through here.</summary>
internal sealed class SeenCredit(CreditBook book, Analyses analyses, CurrentUser user)
{
    private static readonly TimeSpan Patient = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Brief = TimeSpan.FromSeconds(3);

    /// <summary>Asks.</summary>
    /// <exception cref="RuleException"><c>ledger.loading</c>, <c>credit.working</c></exception>
    public Task<IReadOnlyList<CreditRow>> RunAsync(CancellationToken cancel) => RunAsync(Patient, cancel);

    /// <summary>Asks for a page on which this stands beside other things: null where it takes long.</summary>
    public async Task<IReadOnlyList<CreditRow>?> BrieflyAsync(CancellationToken cancel)
    {
        try
        {
            return await RunAsync(Brief, cancel);
        }
        catch (RuleException refusal) when (refusal.Code is "ledger.loading" or "credit.working")
        {
            return null;
        }
    }

    /// <summary>One account, for a page that has made sure that the viewer sees it; null where there is nothing on it, or it takes long.</summary>
    public async Task<CreditStanding?> FindAsync(long accountId, CancellationToken cancel)
    {
        try
        {
            return Array.Find(await book.RunAsync(Brief, cancel), each => each.AccountId == accountId);
        }
        catch (RuleException refusal) when (refusal.Code is "ledger.loading" or "credit.working")
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<CreditRow>> RunAsync(TimeSpan patience, CancellationToken cancel)
    {
        var standings = await book.RunAsync(patience, cancel);
        var view = analyses.ViewOf(user.Viewer);
        var accounts = view.Ledger.Accounts;
        var rows = new List<CreditRow>(standings.Length);
        foreach (var standing in standings)
        {
            if (accounts.IndexOf(standing.AccountId) is not (>= 0 and var account) || view.Accounts?.Contains(account) == false)
                continue;
            var owner = accounts.Owner.Codes[account];
            rows.Add(
                new(
                    accounts.Codes[account],
                    accounts.Names[account],
                    accounts.Owner.Names[owner],
                    Guid.TryParse(accounts.Owner.Keys[owner], out var id) ? id : null,
                    standing
                )
            );
        }
        return rows;
    }
}

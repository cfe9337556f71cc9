using Jingke.Analytics.CrossSelling;
using Jingke.Web.Ledger.Findings;

namespace Jingke.Web.Ledger.Opportunities;

/// <summary>An account that is due to buy again, with the purchase that is worth most.</summary>
/// <param name="AccountId">Identifier of the account.</param>
/// <param name="Name">Its name.</param>
/// <param name="Product">Name of the product.</param>
/// <param name="Figure">That purchase.</param>
public sealed record DueAccount(long AccountId, string Name, string Product, Repurchase Figure);

/// <summary>Accounts that are due to buy again.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="First">Those whose purchase is worth most.</param>
public sealed record DueAccounts(int Count, IReadOnlyList<DueAccount> First)
{
    /// <summary>Nobody is due.</summary>
    public static DueAccounts None { get; } = new(0, []);
}

/// <summary>Which accounts of one person are due to buy again.</summary>
internal sealed class DueOfOwner(SeenOpportunities opportunities)
{
    /// <summary>Accounts that are named at most.</summary>
    public const int Most = 5;

    /// <summary>Lists them; nobody while it is being worked out.</summary>
    public async Task<DueAccounts> RunAsync(Guid owner, CancellationToken cancel) =>
        await opportunities.DueBrieflyAsync(cancel) is { } seen
            ? opportunities.Kept(seen, $"owner:{owner}", () => Of(seen, owner), answer => answer.First.Count)
            : DueAccounts.None;

    private static DueAccounts Of(Seen<DueFindings> seen, Guid owner)
    {
        var accounts = seen.Ledger.Accounts;
        var own = Array.IndexOf(accounts.Owner.Keys, $"{owner}");
        if (own < 0)
            return DueAccounts.None;

        var (known, first) = (new HashSet<int>(), new List<DueAccount>());
        // The largest come first, so the first of an account is the one worth most.
        foreach (var one in seen.Findings.Repurchases.Due)
        {
            if (accounts.Owner.Codes[one.Account] != own || !seen.Sees(one.Account) || !known.Add(one.Account))
                continue;
            if (first.Count < Most)
                first.Add(new(accounts.Ids[one.Account], accounts.Names[one.Account], seen.Findings.Products.Names[one.Product], one));
        }
        return new(known.Count, first);
    }
}

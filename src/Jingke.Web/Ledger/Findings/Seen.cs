using Jingke.Analytics.Ledger;

namespace Jingke.Web.Ledger.Findings;

/// <summary>Findings about all accounts and what a viewer sees of their ledger.</summary>
/// <param name="Findings">What is said of all accounts.</param>
/// <param name="View">The viewer's part of the same ledger.</param>
public sealed record Seen<T>(T Findings, LedgerView View)
    where T : class, ILedgerFindings
{
    /// <summary>The ledger of both.</summary>
    public SalesLedger Ledger => View.Ledger;

    /// <summary>Indexes of the accounts seen.</summary>
    public IEnumerable<int> Accounts => View.Accounts?.ToArray() ?? Enumerable.Range(0, Ledger.AccountCount);

    /// <summary>Whether the viewer sees an account, by its index.</summary>
    public bool Sees(int account) => View.Accounts?.Contains(account) != false;

    /// <summary>Index of an account by its identifier; null when the viewer does not see it or the ledger does not know it yet.</summary>
    public int? Find(long id) => Ledger.Accounts.IndexOf(id) is >= 0 and var account && Sees(account) ? account : null;

    /// <summary>Name of who is responsible for an account; empty for nobody.</summary>
    public string OwnerOf(int account) => Ledger.Accounts.Owner.Names[Ledger.Accounts.Owner.Codes[account]];
}

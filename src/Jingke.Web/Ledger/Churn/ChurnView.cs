using Jingke.Analytics.Ledger;

namespace Jingke.Web.Ledger.Churn;

/// <summary>The findings and what a viewer sees of their ledger.</summary>
/// <param name="Findings">What is said of all accounts.</param>
/// <param name="View">The viewer's part of the same ledger.</param>
public sealed record ChurnView(ChurnFindings Findings, LedgerView View)
{
    /// <summary>The ledger of both.</summary>
    public SalesLedger Ledger => View.Ledger;

    /// <summary>Indexes of the accounts seen.</summary>
    public IEnumerable<int> Accounts => View.Accounts?.ToArray() ?? Enumerable.Range(0, View.Ledger.AccountCount);

    /// <summary>Index of an account by its identifier; null when the viewer does not see it or the ledger does not know it yet.</summary>
    public int? Find(long id) =>
        Ledger.Accounts.IndexOf(id) is >= 0 and var account && View.Accounts?.Contains(account) != false ? account : null;
}

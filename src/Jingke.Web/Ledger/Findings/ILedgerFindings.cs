using Jingke.Analytics.Ledger;

namespace Jingke.Web.Ledger.Findings;

/// <summary>Something found out about all accounts of one ledger.</summary>
public interface ILedgerFindings
{
    /// <summary>The ledger whose indexes it speaks in.</summary>
    SalesLedger Ledger { get; }
}

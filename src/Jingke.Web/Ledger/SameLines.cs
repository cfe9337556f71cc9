using Jingke.Analytics.Ledger;

namespace Jingke.Web.Ledger;

/// <summary>Whether what was worked out of one ledger holds for the next.</summary>
internal static class SameLines
{
    /// <summary>Whether two ledgers have the very same lines; names, owners and attributes of accounts may differ.</summary>
    public static bool HasLinesOf(this SalesLedger one, SalesLedger other) => one.Amounts == other.Amounts && one.Days == other.Days;
}

using Jingke.Analytics.Ledger;

namespace Jingke.Web.Ledger;

/// <summary>The ledger at one moment, with what is needed to tell whether it is current.</summary>
/// <param name="Ledger">Lines and directories.</param>
/// <param name="Deleted">Accounts that lie in the recycle bin: they count in nothing. Null when there are none.</param>
/// <param name="LastChange">The newest <c>changed_account</c> note that it contains.</param>
/// <param name="Serial">Rises with every swap; results computed from one serial hold for that serial.</param>
/// <param name="LoadedAt">When it was swapped in.</param>
/// <param name="LoadedIn">How long reading and building took.</param>
public sealed record LedgerState(
    SalesLedger Ledger,
    AccountSet? Deleted,
    long LastChange,
    long Serial,
    DateTime LoadedAt,
    TimeSpan LoadedIn
);

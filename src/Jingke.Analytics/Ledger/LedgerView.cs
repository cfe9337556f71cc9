using Jingke.Analytics.Periods;

namespace Jingke.Analytics.Ledger;

/// <summary>
/// The question every analysis answers: which ledger, which days, compared with which days, as of when, whose accounts.
/// Two equal views give equal results, so results may be kept under their view.
/// </summary>
/// <param name="Ledger">The lines.</param>
/// <param name="Period">The days looked at.</param>
/// <param name="Comparison">The days they are compared with, usually the same one year earlier.</param>
/// <param name="AsOf">Recency is counted to this day; years and series leave out what lies after it.</param>
/// <param name="Accounts">The accounts that count; null = all.</param>
public sealed record LedgerView(SalesLedger Ledger, DayRange Period, DayRange Comparison, DateOnly AsOf, AccountSet? Accounts)
{
    /// <summary>A view with defaults: as of the newest line, the 12 months that end then, compared with one year earlier, all accounts.</summary>
    /// <remarks>For a ledger without lines and no dates given, as-of is 0001-01-01 and every figure is zero.</remarks>
    public static LedgerView Of(SalesLedger ledger, DateOnly? asOf = null, DayRange? period = null, AccountSet? accounts = null)
    {
        var until = asOf ?? ledger.LastOn ?? DateOnly.MinValue;
        var days = period ?? Jingke.Analytics.Periods.Period.LastTwelveMonths(until);
        return new LedgerView(ledger, days, days.YearEarlier(), until, accounts);
    }

    /// <summary>The days up to as-of: everything known then. Null when the ledger has no line by then.</summary>
    public DayRange? AllTime => Ledger.FirstOn is { } first && first <= AsOf ? new DayRange(first, AsOf) : null;
}

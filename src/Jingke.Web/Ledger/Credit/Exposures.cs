using Jingke.Analytics.Periods;
using Jingke.Web.Ledger.Receivables;

namespace Jingke.Web.Ledger.Credit;

/// <summary>What accounts owe us at the end of a day. Nothing here minds a viewer's scope: who asks has made sure of the account.</summary>
/// <param name="columns">All invoices and receipts.</param>
/// <param name="today">The day.</param>
internal sealed class Exposures(ReceivableColumns columns, DateOnly today)
{
    // Invoices that are paid so many days late on average are worth nothing.
    private const double WorstDays = 60;

    private readonly DayRange year = new(today.AddYears(-1).AddDays(1), today);

    /// <summary>Accounts with something open.</summary>
    public IEnumerable<long> Open => columns.AccountIds.Where(account => columns.Of(account, today).Open > 0);

    /// <summary>What an account owes; null where no receivables are recorded of it.</summary>
    public Exposure? Of(long accountId)
    {
        if (!columns.Has(accountId))
            return null;

        var (owed, due) = (columns.Of(accountId, today), columns.DueIn(accountId, year));
        return new(owed.Open, owed.Overdue, due > 0 ? columns.LateAmountDays(accountId, year) / due : null);
    }

    /// <summary>How punctually an account pays, as the value of an item: 1 = never late; null without invoices.</summary>
    public static double? PunctualityOf(Exposure? exposure) =>
        exposure?.DaysLate is { } days ? Math.Clamp(1 - (days / WorstDays), 0, 1) : null;
}

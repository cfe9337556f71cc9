namespace Jingke.Web.Ledger.Credit;

/// <summary>What accounts owe us. Nothing here minds a viewer's scope: who asks has made sure of the account.</summary>
internal sealed class Exposures
{
    // Invoices that are paid so many days late on average are worth nothing.
    private const double WorstDays = 60;

    private readonly Dictionary<long, Exposure> known = [];

    /// <summary>Accounts with something open.</summary>
    public IEnumerable<long> Open => known.Where(each => each.Value.Open > 0).Select(each => each.Key);

    /// <summary>What an account owes; null where no receivables are recorded of it.</summary>
    public Exposure? Of(long accountId) => known.GetValueOrDefault(accountId);

    /// <summary>How punctually an account pays, as the value of an item: 1 = never late; null without invoices.</summary>
    public static double? PunctualityOf(Exposure? exposure) =>
        exposure?.DaysLate is { } days ? Math.Clamp(1 - (days / WorstDays), 0, 1) : null;
}

namespace Jingke.Analytics.Ledger;

/// <summary>The lines lie too far apart in time for one ledger; <see cref="Date"/> is the one that is far from the others.</summary>
/// <param name="date">The date that is most likely wrong.</param>
public sealed class LedgerDateException(DateOnly date)
    : Exception($"A line is dated {date:yyyy-MM-dd}, more than 179 years from others. Correct that date and load again.")
{
    /// <summary>The date that is most likely wrong.</summary>
    public DateOnly Date { get; } = date;
}

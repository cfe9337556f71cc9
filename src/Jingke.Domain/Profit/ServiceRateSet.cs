namespace Jingke.Domain.Profit;

/// <summary>
/// What serving a customer costs the company, as saved: rates of hours, visits, difficulty and capital. Each save is a new row; the newest is
/// in force.
/// </summary>
public sealed class ServiceRateSet
{
    /// <summary>Identifier; the greatest is in force.</summary>
    public long Id { get; init; }

    /// <summary>When it was saved.</summary>
    public DateTime SavedAt { get; init; }

    /// <summary>Who saved it.</summary>
    public Guid? SavedById { get; init; }

    /// <summary>The rates as JSON.</summary>
    public string Rates { get; init; } = "{}";
}

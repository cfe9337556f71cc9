namespace Jingke.Domain.Credit;

/// <summary>
/// From which score on which rating holds, and what each is granted, as saved. Each save is a new row; the newest is in force.
/// </summary>
public sealed class CreditRuleSet
{
    /// <summary>Identifier; the greatest is in force.</summary>
    public long Id { get; init; }

    /// <summary>When it was saved.</summary>
    public DateTime SavedAt { get; init; }

    /// <summary>Who saved it.</summary>
    public Guid? SavedById { get; init; }

    /// <summary>The rules as JSON.</summary>
    public string Rules { get; init; } = "{}";
}

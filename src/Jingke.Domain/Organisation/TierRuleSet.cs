namespace Jingke.Domain.Organisation;

/// <summary>
/// The company's rules for tiers, as saved. Each save is a new row, so that an old verdict can be read with the rules of its day;
/// the newest row is in force.
/// </summary>
public sealed class TierRuleSet
{
    /// <summary>Identifier; the greatest is in force.</summary>
    public long Id { get; init; }

    /// <summary>When it was saved.</summary>
    public DateTime SavedAt { get; init; }

    /// <summary>Who saved it; null for the defaults.</summary>
    public Guid? SavedById { get; init; }

    /// <summary>The rules as JSON, in the shape of the analytics library's tier rules.</summary>
    public string Rules { get; init; } = "{}";
}

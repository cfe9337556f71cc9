namespace Jingke.Domain.KeyAccounts;

/// <summary>
/// The company's contact strategy and sales policy by tier 联系策略与销售政策, as saved. Each save is a new row; the newest is in force.
/// </summary>
public sealed class ContactPolicySet
{
    /// <summary>Longest saved form, in characters.</summary>
    public const int MaximumLength = 20_000;

    /// <summary>Identifier; the greatest is in force.</summary>
    public long Id { get; init; }

    /// <summary>When it was saved.</summary>
    public DateTime SavedAt { get; init; }

    /// <summary>Who saved it.</summary>
    public Guid? SavedById { get; init; }

    /// <summary>The policies as JSON: one <see cref="TierPolicy"/> for each tier by its name.</summary>
    public string Policies { get; init; } = "{}";
}

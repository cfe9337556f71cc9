namespace Jingke.Domain.Churn;

/// <summary>
/// The company's bounds from which a customer counts as at risk or lost, as saved. Each save is a new row; the newest is in force.
/// </summary>
public sealed class ChurnRuleSet
{
    /// <summary>Identifier; the greatest is in force.</summary>
    public long Id { get; init; }

    /// <summary>When it was saved.</summary>
    public DateTime SavedAt { get; init; }

    /// <summary>Who saved it.</summary>
    public Guid? SavedById { get; init; }

    /// <summary>The bounds as JSON, in the shape of the analytics library's churn rules.</summary>
    public string Rules { get; init; } = "{}";
}

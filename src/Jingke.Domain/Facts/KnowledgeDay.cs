namespace Jingke.Domain.Facts;

/// <summary>How well the accounts of one person were known on one day: means over the accounts that have the figure.</summary>
public sealed class KnowledgeDay
{
    /// <summary>The organisation's day.</summary>
    public DateOnly On { get; init; }

    /// <summary>Who is responsible; <see cref="Guid.Empty"/> for accounts that nobody is responsible for.</summary>
    public Guid OwnerId { get; init; }

    /// <summary>Number of accounts.</summary>
    public int Accounts { get; init; }

    /// <summary>Mean completeness, 0 to 1.</summary>
    public double? Completeness { get; init; }

    /// <summary>Mean freshness, 0 to 1.</summary>
    public double? Freshness { get; init; }

    /// <summary>Mean accuracy, 0 to 1.</summary>
    public double? Accuracy { get; init; }
}

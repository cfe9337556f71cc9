namespace Jingke.Domain.Accounts;

/// <summary>What was spent on a source of customers in a year, such as a fair or a bought list.</summary>
public sealed class SourceCost
{
    /// <summary>The source, in the words that accounts name it by.</summary>
    public required string Source { get; init; }

    /// <summary>Calendar year.</summary>
    public int Year { get; init; }

    /// <summary>Money spent, ten-thousandths.</summary>
    public long Amount { get; set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }
}

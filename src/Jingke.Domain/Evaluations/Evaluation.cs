using Jingke.Domain.Accounts;

namespace Jingke.Domain.Evaluations;

/// <summary>The verdict on one account in one run, with the figures that led to it.</summary>
public sealed class Evaluation : IOfAccount
{
    /// <summary>The run.</summary>
    public long RunId { get; init; }

    /// <summary>The account.</summary>
    public long AccountId { get; init; }

    /// <summary>The account.</summary>
    public Account? Account { get; init; }

    /// <summary>The tier.</summary>
    public Tier Tier { get; init; }

    /// <summary>The tier in the run before; null when there was none.</summary>
    public Tier? PreviousTier { get; init; }

    /// <summary>Value score, 0 to 100.</summary>
    public double ValueScore { get; init; }

    /// <summary>Rank by net sales, 1 is best.</summary>
    public int SalesRank { get; init; }

    /// <summary>Rank in the comparison period; null when it had no sales then.</summary>
    public int? PreviousRank { get; init; }

    /// <summary>Net sales in the period, ten-thousandths.</summary>
    public long NetSales { get; init; }

    /// <summary>Share of the net sales of all active accounts, 0 to 1.</summary>
    public double Share { get; init; }

    /// <summary>Net sales against the year before; null where it cannot be said.</summary>
    public double? YearOnYear { get; init; }

    /// <summary>Number of orders in the period.</summary>
    public int Orders { get; init; }

    /// <summary>Days from the last order to the as-of day; null when there was no order in the period.</summary>
    public int? RecencyDays { get; init; }

    /// <summary>Day of the last order in the period; null when there was none.</summary>
    public DateOnly? LastOrderOn { get; init; }

    /// <summary>Number of distinct products bought.</summary>
    public int Variety { get; init; }

    /// <summary>Recency, frequency, monetary and variety score, one digit each, e.g. 5543.</summary>
    public int Scores { get; init; }

    /// <summary>Gross profit, ten-thousandths; null where no cost is known.</summary>
    public long? GrossProfit { get; init; }

    /// <summary>The reasons as a JSON array of codes with their numbers.</summary>
    public string Reasons { get; init; } = "";
}

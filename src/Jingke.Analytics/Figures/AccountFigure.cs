namespace Jingke.Analytics.Figures;

/// <summary>What one account did in a period. Money and quantity are ten-thousandths.</summary>
public readonly record struct AccountFigure
{
    /// <summary>Account index in the ledger.</summary>
    public int Account { get; init; }

    /// <summary>The account has at least one line in the period, be it a return.</summary>
    public bool IsActive { get; init; }

    /// <summary>Net sales 净销售额 M: sum of amounts, returns included.</summary>
    public long NetSales { get; init; }

    /// <summary>Frequency F: orders with a positive net amount in the period.</summary>
    public int Orders { get; init; }

    /// <summary>Variety V: distinct known products on lines with a positive amount.</summary>
    public int Variety { get; init; }

    /// <summary>First day with a line in the period; null when not active.</summary>
    public DateOnly? FirstOn { get; init; }

    /// <summary>Last day with a line in the period; null when not active.</summary>
    public DateOnly? LastOn { get; init; }

    /// <summary>Last day with a positive line of an order with a positive net amount in the period; null when there is no order.</summary>
    public DateOnly? LastOrderOn { get; init; }

    /// <summary>Recency R: days from <see cref="LastOrderOn"/> to the as-of date; null when there is no order in the period.</summary>
    public int? RecencyDays { get; init; }

    /// <summary>Sum of the negative lines, at most 0.</summary>
    public long Returns { get; init; }

    /// <summary>Sum of quantities.</summary>
    public long Quantity { get; init; }

    /// <summary>Discount given; list amount = net sales + discount.</summary>
    public long Discount { get; init; }

    /// <summary>Discount D: discount / list amount; null when no discount is known or the list amount is not positive.</summary>
    public double? DiscountShare { get; init; }

    /// <summary>Cost of the lines whose cost is known.</summary>
    public long Cost { get; init; }

    /// <summary>Net sales of the lines whose cost is known.</summary>
    public long SalesWithCost { get; init; }

    /// <summary>Sales with known cost / sales, both as sums of absolute amounts so that returns cannot hide a gap; null when not active.</summary>
    public double? CostCoverage { get; init; }

    /// <summary>
    /// Gross profit: <see cref="SalesWithCost"/> - <see cref="Cost"/>; null when <see cref="CostCoverage"/> is below
    /// <see cref="AccountFigures.ProfitCoverage"/>.
    /// </summary>
    public long? GrossProfit { get; init; }

    /// <summary>Net sales in the comparison period.</summary>
    public long PreviousNetSales { get; init; }

    /// <summary>The account has at least one line in the comparison period.</summary>
    public bool WasActive { get; init; }

    /// <summary>Change of net sales against the comparison period.</summary>
    public YearOnYear YearOnYear { get; init; }
}

using Jingke.Analytics.Profit;

namespace Jingke.Web.Features.Profit;

/// <summary>An account with its true profit; amounts are ten-thousandths. What is not known is null, never zero.</summary>
/// <param name="Row">Its row of the analysis.</param>
/// <param name="Id">Identifier.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="NetSales">Net sales.</param>
/// <param name="Gross">Gross profit.</param>
/// <param name="Service">Cost to serve.</param>
/// <param name="Late">Cost of late payment.</param>
/// <param name="Profit">True profit.</param>
/// <param name="SalesRank">Rank by net sales among accounts whose true profit is known.</param>
/// <param name="ProfitRank">Rank by true profit among these.</param>
/// <param name="CostCoverage">Share of its sales whose cost is known, 0 to 1.</param>
/// <param name="BigNotVip">Why it is big but no VIP; null when it is not.</param>
public sealed record ProfitRow(
    int Row,
    long Id,
    string Code,
    string Name,
    long NetSales,
    long? Gross,
    long? Service,
    long? Late,
    long? Profit,
    int? SalesRank,
    int? ProfitRank,
    double CostCoverage,
    BigNotVip? BigNotVip
)
{
    /// <summary>How many ranks it gains when profit counts instead of sales; negative for a fall.</summary>
    public int? Rise => SalesRank - ProfitRank;

    /// <summary>Cost of the goods, over the sales whose cost is known; null when too little of it is.</summary>
    public long? Goods => NetSales - Gross;

    /// <summary>True profit as a share of net sales; null without either.</summary>
    public double? Share => Profit is { } profit && NetSales > 0 ? (double)profit / NetSales : null;
}

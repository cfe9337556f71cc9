using Jingke.Analytics;
using Jingke.Analytics.Breakdowns;
using Jingke.Analytics.Ledger;
using Jingke.Analytics.Segments;
using Jingke.Analytics.Tiers;

namespace Jingke.Benchmarks.Analysis;

/// <summary>
/// The work that is measured: R F M V with distinct orders, scores, ranks, Pareto curve and concentration, tiers, year on year per
/// account, five dimensions, extremes.
/// </summary>
internal sealed record FullAnalysis(SalesAnalysis Sales, TierEvaluation Tiers, Breakdown[] Breakdowns, Extremes Extremes)
{
    public static readonly Dimension[] Dimensions =
    [
        Dimension.Province,
        Dimension.Category,
        Dimension.Industry,
        Dimension.Size,
        Dimension.Ownership,
    ];

    public static FullAnalysis Of(LedgerView view)
    {
        var sales = SalesAnalysis.Of(view);
        return new(sales, sales.Tiers(), Array.ConvertAll(Dimensions, dimension => sales.Breakdown(dimension)), sales.Extremes());
    }
}

using Jingke.Analytics.Breakdowns;
using Jingke.Analytics.Ledger;

namespace Jingke.Web.Features.Analysis.Overview;

/// <summary>
/// Where sales are strong and where they are weak, by zone (or region), category and industry: in each the largest group, the one that
/// gained most and the one that lost most, in money. Percentages would praise the smallest.
/// </summary>
internal sealed class Standouts(AnalysisScope scope)
{
    /// <summary>What a finding says.</summary>
    public enum Kind
    {
        /// <summary>The group with the largest net sales.</summary>
        Largest,

        /// <summary>The group whose net sales rose most, in money.</summary>
        Gained,

        /// <summary>The group whose net sales fell most, in money.</summary>
        Fell,
    }

    /// <summary>A finding about a group.</summary>
    /// <param name="Kind">What it says.</param>
    /// <param name="Dimension">Groups of what.</param>
    /// <param name="Row">The group with its figures.</param>
    public sealed record Finding(Kind Kind, Dimension Dimension, BreakdownRow Row);

    /// <summary>Finds them; nothing is said of a dimension with fewer than two known groups.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(LedgerView view)
    {
        var found = new List<Finding>();
        var zones = await scope.BreakdownAsync(view, Dimension.Zone);
        var regions = Known(zones).Count > 1 ? zones : await scope.BreakdownAsync(view, Dimension.Region);
        foreach (
            var breakdown in new[]
            {
                regions,
                await scope.BreakdownAsync(view, Dimension.Category),
                await scope.BreakdownAsync(view, Dimension.Industry),
            }
        )
            found.AddRange(Of(breakdown));

        return found;
    }

    private static IEnumerable<Finding> Of(Breakdown breakdown)
    {
        var (dimension, known) = (breakdown.Grouping.Dimension, Known(breakdown));
        if (known.Count < 2)
            yield break;

        if (known[0].NetSales > 0)
            yield return new(Kind.Largest, dimension, known[0]);
        // Without any sales before everything would count as gained.
        if (breakdown.Rows.All(row => row.PreviousAccounts == 0))
            yield break;

        var (gained, fell) = (known.MaxBy(Difference)!, known.MinBy(Difference)!);
        if (Difference(gained) > 0)
            yield return new(Kind.Gained, dimension, gained);
        if (Difference(fell) < 0)
            yield return new(Kind.Fell, dimension, fell);
    }

    private static List<BreakdownRow> Known(Breakdown breakdown) => [.. breakdown.Rows.Where(row => row.Group.Key.Length > 0)];

    private static long Difference(BreakdownRow row) => row.NetSales - row.PreviousNetSales;
}

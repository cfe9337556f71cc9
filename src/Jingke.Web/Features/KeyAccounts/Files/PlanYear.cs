using Jingke.Domain.KeyAccounts;
using Jingke.Web.Common.Periods;

namespace Jingke.Web.Features.KeyAccounts.Files;

/// <summary>What was planned for a year and what came of it; money in ten-thousandths.</summary>
/// <param name="Year">The calendar year in which it begins.</param>
/// <param name="IsOver">Whether all its days are known.</param>
/// <param name="Versions">Every version of its plan, the newest first.</param>
/// <param name="Actual">What was sold so far; null while sales are not known.</param>
/// <param name="Expected">What it comes to with the forecast; null without one.</param>
public sealed record PlanYear(int Year, bool IsOver, IReadOnlyList<KeyAccountPlan> Versions, long? Actual, long? Expected)
{
    /// <summary>The plan that holds.</summary>
    public KeyAccountPlan Plan => Versions[0];

    /// <summary>What was aimed at first.</summary>
    public long FirstTarget => Versions[^1].Target;

    /// <summary>Actual / target, 0 to 1 and more; null while sales are not known.</summary>
    public double? Attainment => Actual is { } actual ? (double)actual / Plan.Target : null;

    /// <summary>Expected / target; null without a forecast.</summary>
    public double? ExpectedAttainment => Expected is { } expected ? (double)expected / Plan.Target : null;

    /// <summary>The years of an account's plans, the latest first.</summary>
    /// <param name="plans">All versions, in any order.</param>
    /// <param name="figure">What the books say; null for nothing.</param>
    /// <param name="startMonth">First month of the fiscal year.</param>
    public static IReadOnlyList<PlanYear> Of(IEnumerable<KeyAccountPlan> plans, FigureOfFile? figure, int startMonth) =>
        [
            .. plans
                .GroupBy(plan => plan.Year)
                .OrderByDescending(year => year.Key)
                .Select(year =>
                {
                    var days = FiscalYear.DaysOf(year.Key, startMonth);
                    return new PlanYear(
                        year.Key,
                        figure is not null && days.To <= figure.AsOf,
                        [.. year.OrderByDescending(plan => plan.Id)],
                        figure is null || days.From > figure.AsOf ? null : figure.Sales.SoldIn(days),
                        figure?.Sales.ExpectedIn(days)
                    );
                }),
        ];
}

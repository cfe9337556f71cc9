using Jingke.Analytics.Periods;
using Jingke.Domain.KeyAccounts;
using Jingke.Web.Ledger.Forecasts;

namespace Jingke.Web.Features.Analysis.Forecasts;

/// <summary>What is aimed at with an account in a fiscal year, and what the year comes to; money in ten-thousandths.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Year">The calendar year in which the fiscal year begins.</param>
/// <param name="Days">Its days.</param>
/// <param name="Target">Net sales aimed at, by the newest plan.</param>
/// <param name="IsOver">Whether all its days are known.</param>
/// <param name="Actual">What was sold so far; null before its first day.</param>
/// <param name="Expected">What it comes to with the forecast; null where that does not reach its end.</param>
public sealed record YearTarget(long AccountId, int Year, DayRange Days, long Target, bool IsOver, long? Actual, long? Expected)
{
    /// <summary>Actual / target, 0 to 1 and more; null before its first day.</summary>
    public double? Attainment => Actual is { } actual ? (double)actual / Target : null;

    /// <summary>Expected / target; null without a forecast.</summary>
    public double? ExpectedAttainment => Expected is { } expected ? (double)expected / Target : null;

    /// <summary>Holds a plan against sales and their forecast.</summary>
    /// <param name="plan">The plan that holds.</param>
    /// <param name="days">The days of its year.</param>
    /// <param name="sales">The account's sales.</param>
    public static YearTarget Of(KeyAccountPlan plan, DayRange days, SeriesForecast sales) =>
        new(
            plan.AccountId,
            plan.Year,
            days,
            plan.Target,
            days.To <= sales.AsOf,
            days.From > sales.AsOf ? null : sales.SoldIn(days),
            sales.ExpectedIn(days)
        );
}

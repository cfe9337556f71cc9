using Jingke.Web.Common;
using Jingke.Web.Common.Periods;
using Jingke.Web.Data;
using Jingke.Web.Ledger.Forecasts;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Analysis.Forecasts;

/// <summary>What the plan of an account aims at in the fiscal year that a forecast stands in; only what the viewer sees.</summary>
internal sealed class TargetOfAccount(JingkeDbContext db, OrganisationInForce organisation, Clock clock)
{
    /// <summary>Finds it; null where the year has no plan.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="sales">Its sales and their forecast.</param>
    /// <param name="asOf">The day at which the forecast was asked to stand; null for today.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<YearTarget?> RunAsync(long accountId, SeriesForecast sales, DateOnly? asOf, CancellationToken cancel)
    {
        var startMonth = organisation.Current.FiscalYearStartMonth;
        var year = FiscalYear.Of(asOf ?? clock.Today, startMonth);
        var plan = await db
            .KeyAccountPlans.AsNoTracking()
            .Where(plan => plan.AccountId == accountId && plan.Year == year)
            .OrderByDescending(plan => plan.Id)
            .FirstOrDefaultAsync(cancel);
        return plan is null ? null : YearTarget.Of(plan, FiscalYear.DaysOf(year, startMonth), sales);
    }
}

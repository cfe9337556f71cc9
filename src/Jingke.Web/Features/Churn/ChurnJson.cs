using Jingke.Analytics.Retention;
using Jingke.Web.Common;
using Jingke.Web.Common.Reasons;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Features.Churn.Kinds;
using Jingke.Web.Features.Churn.List;
using Jingke.Web.Features.Churn.Retained;
using Jingke.Web.Features.Churn.Reviews;
using Jingke.Web.Ledger.Churn;
using static Jingke.Web.Common.JsonMoney;

namespace Jingke.Web.Features.Churn;

/// <summary>Staying and going as JSON, from the same queries as the pages and with the same query string.</summary>
internal static class ChurnJson
{
    public static void MapChurnJson(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/churn").RequireAuthorization(Policies.Analyse);
        api.MapGet("/accounts", AccountsAsync);
        api.MapGet("/lost", KindsAsync);
        api.MapGet("/retention", RetentionAsync);
        api.MapGet("/reviews", ReviewsAsync);
    }

    private static async Task<object> AccountsAsync(
        HttpRequest request,
        SeenChurn churn,
        ChurnAccounts query,
        OrganisationInForce organisation,
        CancellationToken cancel
    )
    {
        var (address, seen) = (PageAddress.Of(request), await churn.RunAsync(cancel));
        var filter = ChurnFilter.Of(address);
        var sort = Sort.Parse(address.Get("sort"), filter.State == ChurnState.AtRisk ? "-stake" : "-sales", ChurnAccounts.Sorts);
        var found = await query.FindAsync(seen, filter, sort, cancel);
        var page = ChurnAccounts.PageOf(seen, found, address.Page);
        var currency = Unit.Of(organisation.Current.Currency);
        return new
        {
            seen.Findings.AsOf,
            seen.Findings.ByModel,
            LastYearSales = Units(found.LastYearSales),
            AtStake = filter.State == ChurnState.AtRisk ? Units(found.AtStake) : (decimal?)null,
            page.Total,
            page.Number,
            page.Size,
            Rows = page.Rows.Select(row => Account(row, currency)),
        };
    }

    private static object Account(ChurnRow row, string currency) =>
        new
        {
            row.Id,
            row.Code,
            row.Name,
            row.Owner,
            State = $"{row.Figure.State}",
            TierThen = row.Figure.TierThen?.ToString(),
            FirstOrderOn = row.Figure.Rhythm.FirstOn,
            LastOrderOn = row.Figure.Rhythm.LastOn,
            row.Figure.Rhythm.OrderDays,
            row.Figure.Rhythm.SilenceDays,
            row.Figure.Rhythm.GapDays,
            row.Figure.Rhythm.IsSlowing,
            LastYearSales = Units(row.Figure.Rhythm.LastYearSales),
            row.Figure.Alive,
            row.Figure.ExpectedOrders,
            ExpectedSales = Units(row.Figure.ExpectedSales),
            Value = Units(row.Figure.Value),
            AtStake = row.Figure.State == ChurnState.AtRisk ? Units(row.Figure.AtStake) : (decimal?)null,
            Why = ChurnWords.Of(row.Figure, currency),
        };

    private static async Task<object> KindsAsync(HttpRequest request, SeenChurn churn, LossKinds query, CancellationToken cancel)
    {
        var found = query.Run(await churn.RunAsync(cancel), PageAddress.Of(request).Get("by"));
        return new
        {
            found.By,
            found.Total.Lost,
            found.Total.Accounts,
            found.LossRate,
            LastYearSales = Units(found.Total.LostSales),
            Rows = found.Rows.Select(row => new
            {
                row.Key,
                row.Name,
                row.Lost,
                row.AtRisk,
                row.Accounts,
                row.LossRate,
                LastYearSales = Units(row.LostSales),
            }),
        };
    }

    private static async Task<object> RetentionAsync(HttpRequest request, SeenChurn churn, RetentionReport query, CancellationToken cancel)
    {
        var found = query.Run(await churn.RunAsync(cancel), CohortFilter.GrainOf(PageAddress.Of(request)));
        return new
        {
            Points = found.Points.Select(point => new
            {
                point.Period.From,
                point.Period.To,
                point.BaseAccounts,
                point.KeptAccounts,
                BaseSales = Units(point.BaseSales),
                Expansion = Units(point.Expansion),
                Contraction = Units(point.Contraction),
                LostSales = Units(point.LostSales),
                RegainedSales = Units(point.RegainedSales),
                NewSales = Units(point.NewSales),
                NetSales = Units(point.NetSales),
                point.AccountRetention,
                point.NetRevenueRetention,
                point.GrossRevenueRetention,
            }),
            Grain = $"{found.Cohorts.Grain}",
            found.Cohorts.LastIsPartial,
            found.Curve,
            Cohorts = found.Cohorts.Rows.Select(row => new
            {
                row.From,
                row.Accounts,
                Cells = row.Cells.Select(cell => new { cell.Accounts, NetSales = Units(cell.NetSales) }),
            }),
        };
    }

    private static async Task<object> ReviewsAsync(HttpRequest request, SeenChurn churn, LossReviewList query, CancellationToken cancel)
    {
        var (address, seen) = (PageAddress.Of(request), await churn.RunAsync(cancel));
        var page = await query.RunAsync(seen, address.Get("cause"), address.Page, cancel);
        return new
        {
            Causes = (await query.CausesAsync(seen, cancel)).Select(cause => new
            {
                cause.Key,
                cause.Name,
                cause.Reviews,
                LastYearSales = Units(cause.LastYearSales),
            }),
            page.Total,
            page.IsAtLeast,
            page.Number,
            page.Size,
            Rows = page.Rows.Select(row => new
            {
                row.AccountId,
                row.Account,
                row.Cause,
                row.CauseName,
                row.Story,
                row.Lesson,
                row.LastOrderOn,
                row.At,
                row.By,
                LastYearSales = Units(row.LastYearSales),
            }),
        };
    }
}

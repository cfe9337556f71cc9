using Jingke.Web.Common;
using Jingke.Web.Common.Reasons;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Features.Credit.List;
using Jingke.Web.Ledger.Credit;
using static Jingke.Web.Common.JsonMoney;

namespace Jingke.Web.Features.Credit;

/// <summary>Credit as JSON, from the same query as the page and with the same query string.</summary>
internal static class CreditJson
{
    public static void MapCreditJson(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/credit", ListAsync).RequireAuthorization(Policies.Analyse);

    private static async Task<object> ListAsync(
        HttpRequest request,
        CreditList query,
        OrganisationInForce organisation,
        CancellationToken cancel
    )
    {
        var address = PageAddress.Of(request);
        var sort = Sort.Parse(address.Get("sort"), "-alerts", CreditList.Sorts);
        var found = await query.RunAsync(CreditFilter.Of(address), sort, cancel);
        var page = found.PageOf(address.Page);
        var currency = Unit.Of(organisation.Current.Currency);
        return new
        {
            page.Total,
            page.Number,
            page.Size,
            Rows = page.Rows.Select(row => RowOf(row, currency)),
        };
    }

    private static object RowOf(CreditRow row, string currency) =>
        new
        {
            Id = row.Standing.AccountId,
            row.Code,
            row.Name,
            row.Owner,
            row.Standing.Rating,
            row.Standing.Score,
            row.Standing.Coverage,
            row.Standing.Operating,
            Limit = Units(row.Standing.Granted?.Limit),
            row.Standing.Granted?.TermDays,
            ProposedLimit = Units(row.Standing.Proposal?.Limit),
            ProposedDays = row.Standing.Proposal?.Terms.Days,
            Exposure = Units(row.Standing.Exposure?.Open),
            Overdue = Units(row.Standing.Exposure?.Overdue),
            row.Standing.Use,
            StaleItems = row.Standing.Stale,
            Alerts = row.Standing.EachAlert.Select(alert => $"{alert}"),
            Why = CreditWords.Of(row.Standing, currency),
        };
}

using Jingke.Web.Common;
using Jingke.Web.Common.Exports;
using Jingke.Web.Common.Reasons;
using Jingke.Web.Data.Access;
using Jingke.Web.Ledger.Opportunities;
using Jingke.Web.Tabular.Writing;
using static Jingke.Web.Common.JsonMoney;

namespace Jingke.Web.Features.Opportunities.Due;

/// <summary>What is due as a file and as JSON, from the same query as the page and with the same query string.</summary>
internal static class DueRoutes
{
    public static void MapDue(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/opportunities/due/export", ExportAsync).RequireAuthorization(Policies.Analyse, Policies.Export);
        routes.MapGet("/api/opportunities/due", JsonAsync).RequireAuthorization(Policies.Analyse);
    }

    private static async Task<ExportAnswer> ExportAsync(OpportunityExport setting, DueList query, CancellationToken cancel)
    {
        var seen = await setting.Opportunities.DueAsync(cancel);
        var found = await query.FindAsync(seen, DueFilter.Of(setting.Address), SortOf(setting.Address), cancel);
        ExportAnswer.CheckRows(found.Due.Length);
        return new(
            setting.T["Tab.due"],
            [
                setting.Column("Code"),
                setting.Column("Account", width: 32),
                setting.Column("Owner"),
                setting.Column("ProductCode"),
                setting.Column("Product", width: 24),
                setting.Column("Purchases", ExportType.Integer),
                setting.Column("LastPurchase", ExportType.Date, 12),
                setting.Column("UsualGap", ExportType.Integer),
                setting.Column("ExpectedOn", ExportType.Date, 12),
                setting.Column("OverdueDays", ExportType.Integer),
                setting.Column("UsualAmount", ExportType.Money),
                setting.Column("Why", width: 48),
            ],
            DueList
                .AllOf(seen, found)
                .Select(row =>
                    new ExportCell[]
                    {
                        row.Code,
                        row.Name,
                        row.Owner,
                        row.ProductCode,
                        row.Product,
                        row.Figure.Purchases,
                        row.Figure.LastOn,
                        RepurchaseWords.Gap(row.Figure),
                        RepurchaseWords.ExpectedOn(row.Figure),
                        RepurchaseWords.Days(row.Figure),
                        row.Figure.UsualAmount,
                        RepurchaseWords.Of(row.Figure),
                    }
                )
        );
    }

    private static async Task<object> JsonAsync(
        HttpRequest request,
        SeenOpportunities opportunities,
        DueList query,
        CancellationToken cancel
    )
    {
        var (address, seen) = (PageAddress.Of(request), await opportunities.DueAsync(cancel));
        var found = await query.FindAsync(seen, DueFilter.Of(address), SortOf(address), cancel);
        var page = DueList.PageOf(seen, found, address.Page);
        var error = seen.Findings.Repurchases.Error;
        return new
        {
            seen.Findings.AsOf,
            seen.Findings.ByCategory,
            found.Accounts,
            found.Late,
            UsualAmount = Units(found.Amount),
            Error = new
            {
                error.Pairs,
                error.MedianError,
                error.WithinHalf,
            },
            page.Total,
            page.Number,
            page.Size,
            Rows = page.Rows.Select(row => new
            {
                row.Id,
                row.Code,
                row.Name,
                row.Owner,
                row.ProductId,
                row.ProductCode,
                row.Product,
                row.Figure.Purchases,
                row.Figure.LastOn,
                GapDays = RepurchaseWords.Gap(row.Figure),
                ExpectedOn = RepurchaseWords.ExpectedOn(row.Figure),
                OverdueDays = RepurchaseWords.Days(row.Figure),
                UsualAmount = Units(row.Figure.UsualAmount),
                Why = RepurchaseWords.Of(row.Figure),
            }),
        };
    }

    private static Sort SortOf(PageAddress address) => Sort.Parse(address.Get("sort"), "-amount", DueList.Sorts);
}

using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Web.Common;
using Jingke.Web.Common.Exports;
using Jingke.Web.Data.Access;
using Jingke.Web.Ledger.Opportunities;
using Jingke.Web.Tabular.Writing;
using static Jingke.Web.Common.JsonMoney;

namespace Jingke.Web.Features.Opportunities.CrossSelling;

/// <summary>Suggestions as a file and as JSON, from the same query as the page and with the same query string.</summary>
internal static class CrossRoutes
{
    public static void MapCrossSelling(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/opportunities/cross-selling/export", ExportAsync).RequireAuthorization(Policies.Analyse, Policies.Export);
        var api = routes.MapGroup("/api/opportunities/cross-selling").RequireAuthorization(Policies.Analyse);
        api.MapGet("", JsonAsync);
        api.MapGet("/{id:long}", OfAccountAsync);
    }

    private static async Task<ExportAnswer> ExportAsync(OpportunityExport setting, CrossList query, CancellationToken cancel)
    {
        var seen = await setting.Opportunities.CrossAsync(cancel);
        var found = await query.FindAsync(seen, CrossFilter.Of(setting.Address), SortOf(setting.Address), cancel);
        ExportAnswer.CheckRows(found.Accounts.Length);
        return new(
            setting.T["Tab.cross"],
            [
                setting.Column("Code"),
                setting.Column("Account", width: 32),
                setting.Column("Owner"),
                setting.Column("NetSales", ExportType.Money),
                setting.Column("ProductCode"),
                setting.Column("Suggestion", width: 24),
                setting.Column("Because", width: 24),
                setting.Column("Confidence", ExportType.Percent),
                setting.Column("AtLeast", ExportType.Percent),
                setting.Column("Lift", ExportType.Quantity),
                setting.Column("Support", ExportType.Percent),
                setting.Column("Cases", ExportType.Integer),
                setting.Column("Why", width: 60),
            ],
            query
                .AllOf(seen, found)
                .Select(row =>
                    new ExportCell[]
                    {
                        row.Code,
                        row.Name,
                        row.Owner,
                        row.NetSales,
                        row.Suggestion.Code,
                        row.Suggestion.Name,
                        row.Suggestion.Because,
                        row.Suggestion.Rule.Confidence,
                        row.Suggestion.Rule.ConfidenceAtLeast,
                        (long)Math.Round(row.Suggestion.Rule.Lift * 10_000),
                        row.Suggestion.Rule.Support,
                        row.Suggestion.Rule.Cases,
                        row.Suggestion.Why,
                    }
                )
        );
    }

    private static async Task<object> JsonAsync(
        HttpRequest request,
        SeenOpportunities opportunities,
        CrossList query,
        CancellationToken cancel
    )
    {
        var (address, seen) = (PageAddress.Of(request), await opportunities.CrossAsync(cancel));
        var found = await query.FindAsync(seen, CrossFilter.Of(address), SortOf(address), cancel);
        var page = query.PageOf(seen, found, address.Page);
        return new
        {
            seen.Findings.Period.From,
            seen.Findings.Period.To,
            CrossFindings.Limits.MinimumCases,
            seen.Findings.ByCategory,
            seen.Findings.Baskets.Accounts,
            page.Total,
            page.Number,
            page.Size,
            Rows = page.Rows.Select(row => new
            {
                row.Id,
                row.Code,
                row.Name,
                row.Owner,
                NetSales = Units(row.NetSales),
                Suggestion = Suggestion(row.Suggestion),
                row.Count,
            }),
        };
    }

    private static async Task<object> OfAccountAsync(long id, SeenOpportunities opportunities, CancellationToken cancel)
    {
        var seen = await opportunities.CrossAsync(cancel);
        var account = seen.Find(id) ?? throw new NotFoundException(nameof(Account), id);
        var peers = PeerFindings.Of(seen.Findings, (await opportunities.LikenessBrieflyAsync(cancel))?.Findings, account);
        return new
        {
            Id = id,
            Name = seen.Ledger.Accounts.Names[account],
            Rows = seen.Findings.AllOf(account).Take(100).Select(rule => Suggestion(CrossList.Suggested(seen.Findings.Products, rule))),
            peers.Peers,
            OfPeers = peers.Purchases.Select(each => new
            {
                ProductId = seen.Findings.Products.Ids[each.Product],
                Product = seen.Findings.Products.Names[each.Product],
                each.Cases,
                each.Share,
                each.ShareAtLeast,
                each.ShareOfAll,
                each.Lift,
            }),
        };
    }

    private static object Suggestion(SuggestedProduct product) =>
        new
        {
            ProductId = product.Id,
            ProductCode = product.Code,
            Product = product.Name,
            product.Because,
            product.Rule.Cases,
            product.Rule.Buyers,
            product.Rule.Support,
            product.Rule.Confidence,
            product.Rule.ConfidenceAtLeast,
            product.Rule.Lift,
            product.Why,
        };

    private static Sort SortOf(PageAddress address) => Sort.Parse(address.Get("sort"), "-sales", CrossList.Sorts);
}

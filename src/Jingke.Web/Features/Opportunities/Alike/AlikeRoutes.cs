using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Web.Common;
using Jingke.Web.Common.Exports;
using Jingke.Web.Data.Access;
using Jingke.Web.Ledger.Opportunities;
using Jingke.Web.Tabular.Writing;
using static Jingke.Web.Common.JsonMoney;

namespace Jingke.Web.Features.Opportunities.Alike;

/// <summary>Look-alikes as a file and as JSON, from the same query as the page and with the same query string.</summary>
internal static class AlikeRoutes
{
    public static void MapLookAlikes(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/opportunities/look-alikes/export", ExportAsync).RequireAuthorization(Policies.Analyse, Policies.Export);
        var api = routes.MapGroup("/api/opportunities/look-alikes").RequireAuthorization(Policies.Analyse);
        api.MapGet("", JsonAsync);
        api.MapGet("/{id:long}", OfAccountAsync);
    }

    private static async Task<ExportAnswer> ExportAsync(OpportunityExport setting, AlikeList query, CancellationToken cancel)
    {
        var seen = await setting.Opportunities.LikenessAsync(cancel);
        var found = await query.FindAsync(seen, AlikeFilter.Of(setting.Address), SortOf(setting.Address), cancel);
        ExportAnswer.CheckRows(found.Accounts.Length);
        return new(
            setting.T["Tab.alike"],
            [
                setting.Column("Code"),
                setting.Column("Account", width: 32),
                setting.Column("Owner"),
                setting.Column("Likeness", ExportType.Percent),
                setting.Column("Coverage", ExportType.Percent),
                setting.Column("NearestKeys", width: 48),
                setting.Column("NetSales", ExportType.Money),
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
                        row.Likeness,
                        row.Coverage,
                        string.Join(setting.T["ListComma"], row.Nearest.Select(key => key.Name ?? setting.T["OutOfScope"].Value)),
                        row.NetSales,
                        row.Why,
                    }
                )
        );
    }

    private static async Task<object> JsonAsync(
        HttpRequest request,
        SeenOpportunities opportunities,
        AlikeList query,
        CancellationToken cancel
    )
    {
        var (address, seen) = (PageAddress.Of(request), await opportunities.LikenessAsync(cancel));
        var found = await query.FindAsync(seen, AlikeFilter.Of(address), SortOf(address), cancel);
        var page = query.PageOf(seen, found, address.Page);
        return new
        {
            KeyAccounts = seen.Findings.Found?.KeyAccounts ?? 0,
            Weights = seen.Findings.Found is { } findings
                ? findings.Columns.Select((column, at) => new { Attribute = column.Key, Percent = findings.Weights.Percents[at] })
                : [],
            seen.Findings.Found?.Check,
            page.Total,
            page.Number,
            page.Size,
            Rows = page.Rows.Select(row => new
            {
                row.Id,
                row.Code,
                row.Name,
                row.Owner,
                row.Likeness,
                row.Coverage,
                NetSales = Units(row.NetSales),
                row.Nearest,
                row.Why,
            }),
        };
    }

    private static async Task<object> OfAccountAsync(long id, SeenOpportunities opportunities, CancellationToken cancel)
    {
        var seen = await opportunities.LikenessAsync(cancel);
        var account = seen.Find(id) ?? throw new NotFoundException(nameof(Account), id);
        return new
        {
            Id = id,
            Name = seen.Ledger.Accounts.Names[account],
            Rows = (seen.Findings.Found?.KeyAccountsLike(account) ?? []).Select(key => new
            {
                Key = AlikeList.KeyOf(seen, key),
                key.Match.Distance.Coverage,
                Attributes = key.Match.Attributes.Select(each => new
                {
                    Attribute = each.Name,
                    each.Weight,
                    each.Difference,
                    each.Contribution,
                }),
            }),
        };
    }

    private static Sort SortOf(PageAddress address) => Sort.Parse(address.Get("sort"), "-alike", AlikeList.Sorts);
}

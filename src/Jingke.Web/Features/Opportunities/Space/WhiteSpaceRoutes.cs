using Jingke.Web.Common;
using Jingke.Web.Common.Exports;
using Jingke.Web.Common.Reasons;
using Jingke.Web.Data.Access;
using Jingke.Web.Ledger.Opportunities;
using Jingke.Web.Tabular.Writing;

namespace Jingke.Web.Features.Opportunities.Space;

/// <summary>All cells of the white space as a file and as JSON.</summary>
internal static class WhiteSpaceRoutes
{
    public static void MapWhiteSpace(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/opportunities/white-space/export", ExportAsync).RequireAuthorization(Policies.Analyse, Policies.Export);
        routes.MapGet("/api/opportunities/white-space", JsonAsync).RequireAuthorization(Policies.Analyse);
    }

    private static async Task<ExportAnswer> ExportAsync(OpportunityExport setting, WhiteSpaceReport query, CancellationToken cancel)
    {
        var found = query.Run(await setting.Opportunities.LikenessAsync(cancel));
        return new(
            setting.T["Tab.space"],
            [
                new(LikenessWords.Name("province")),
                new(LikenessWords.Name("industry"), Width: 24),
                setting.Column("SpaceLookAlikes", ExportType.Integer),
                setting.Column("Prospects", ExportType.Integer),
                setting.Column("Customers", ExportType.Integer),
                setting.Column("Penetration", ExportType.Percent),
            ],
            (found?.Cells ?? []).Select(cell =>
                new ExportCell[]
                {
                    RegionName.Of(found!.Provinces[cell.Row]) ?? found.Provinces[cell.Row],
                    found.Industries[cell.Column],
                    cell.LookAlikes,
                    cell.Prospects,
                    cell.Customers,
                    cell.Penetration,
                }
            )
        );
    }

    private static async Task<object> JsonAsync(SeenOpportunities opportunities, WhiteSpaceReport query, CancellationToken cancel)
    {
        var found = query.Run(await opportunities.LikenessAsync(cancel));
        return new
        {
            found?.Space.Total.LookAlikes,
            found?.Space.Total.Prospects,
            found?.Space.Total.Customers,
            found?.Space.Total.Penetration,
            Gaps = found?.Gaps.Count,
            // Sixty provinces by two hundred industries at most, of which few have anybody.
            Rows = (found?.Cells ?? []).Select(cell => new
            {
                Province = found!.Provinces[cell.Row],
                Industry = found.Industries[cell.Column],
                cell.LookAlikes,
                cell.Prospects,
                cell.Customers,
                cell.Penetration,
                IsGap = found.Gaps.Contains(cell),
            }),
        };
    }
}

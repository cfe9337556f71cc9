using Jingke.Web.Common;
using Jingke.Web.Common.Exports;
using Jingke.Web.Common.Reasons;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.People;
using Jingke.Web.Data.Pools;
using Jingke.Web.Tabular.Writing;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Pools;

/// <summary>A pool, and what is about to fall, as files.</summary>
internal static class PoolExport
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapPoolExport(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/pools/export", RunAsync).RequireAuthorization(Policies.Export, Policies.SeeAccounts);
        routes.MapGet("/pools/due/export", DueAsync).RequireAuthorization(Policies.Export, Policies.SeeAccounts);
    }

    private static async Task<ExportAnswer> RunAsync(
        HttpContext http,
        PooledAccounts pooled,
        Clock clock,
        IStringLocalizer<PoolTexts> words
    )
    {
        var address = PageAddress.Of(http.Request);
        var pools = await pooled.PoolsAsync(http.RequestAborted);
        var pool = PoolAddress.Of(pools, address);
        IReadOnlyList<PooledAccounts.Row> rows = pool is null
            ? []
            : await pooled.AllAsync(pool.Id, PoolAddress.FilterOf(address), http.RequestAborted);
        return new(
            pool?.Name ?? words["Pool"],
            [
                new(words["Account"], Width: 32),
                new(words["Region"], Width: 16),
                new(words["Industry"], Width: 24),
                new(words["Tier"], Width: 10),
                new(words["Since"], ExportType.Date, 12),
                new(words["Why"], Width: 30),
            ],
            rows.Select(row =>
                new ExportCell[]
                {
                    row.Name,
                    RegionName.Of(row.ProvinceCode, row.CityCode, row.RegionText),
                    RegionName.OfIndustry(row.IndustryCode, row.IndustryText),
                    words[$"Tier.{row.Tier?.ToString() ?? "None"}"].Value,
                    row.Since is { } since ? DateOnly.FromDateTime(clock.ToLocal(since)) : (DateOnly?)null,
                    MoveReasonWords.Of(row.Reason ?? ""),
                }
            )
        );
    }

    private static async Task<ExportAnswer> DueAsync(
        HttpContext http,
        Data.JingkeDbContext db,
        DueForPool due,
        PeopleDirectory people,
        Clock clock,
        IStringLocalizer<PoolTexts> words
    )
    {
        var days = PoolAddress.DaysOf(PageAddress.Of(http.Request));
        var rows = await due.RunAsync(db, _ => clock.Today.AddDays(days), ownerId: null, http.RequestAborted);
        return new(
            words["Due"],
            [
                new(words["Account"], Width: 32),
                new(words["Owner"], Width: 12),
                new(words["Pool"], Width: 16),
                new(words["FallsOn"], ExportType.Date, 12),
                new(words["Why"], Width: 30),
            ],
            rows.Select(row =>
                new ExportCell[]
                {
                    row.Name,
                    people.Current.Find(row.OwnerId)?.Name,
                    row.Pool.Name,
                    row.Return.On,
                    MoveReasonWords.Of(row.Return.Code),
                }
            )
        );
    }
}

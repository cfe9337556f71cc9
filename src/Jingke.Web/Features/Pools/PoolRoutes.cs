using Jingke.Domain;
using Jingke.Web.Common;
using Jingke.Web.Common.Forms;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.People;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Pools;

/// <summary>Claiming, returning, assigning.</summary>
internal static class PoolRoutes
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapPoolActions(this IEndpointRouteBuilder routes)
    {
        var pools = routes.MapGroup("/pools").WithMetadata(new RequireAntiforgeryTokenAttribute());
        pools.MapPost("/{pool:long}/claim", ClaimAsync).RequireAuthorization(Policies.EditAccounts);
        pools.MapPost("/{pool:long}/assign", AssignAsync).RequireAuthorization(Policies.AssignAccounts);
        pools.MapPost("/return", ReturnAsync).RequireAuthorization(Policies.EditAccounts);
        pools.MapPost("/rules/{pool:long}/remove", RemoveAsync).RequireAuthorization(Policies.EditRules);
    }

    private static async Task<SeeOther> ClaimAsync(
        HttpContext http,
        long pool,
        [FromForm] long[]? id,
        [FromForm] string? back,
        ClaimAccounts command,
        IStringLocalizer<PoolTexts> words
    )
    {
        var done = await command.RunAsync(pool, id ?? [], http.RequestAborted);
        var said =
            done.Claimed.Count == 1
                ? words["Claimed.one", done.Claimed[0].Name].Value
                : words["Claimed", Format.Count(done.Claimed.Count)].Value;
        Flash.Set(http, done.Refusal is { } refusal ? $"{said}{words["AndThen"]}{ProblemWords.Of(refusal)}" : said);
        return SeeOther.Local(done is { Claimed: [var only], Refusal: null } ? $"/accounts/{only.Id}" : back ?? $"/pools?pool={pool}");
    }

    private static async Task<SeeOther> AssignAsync(
        HttpContext http,
        long pool,
        [FromForm] long[]? id,
        [FromForm] string? owner,
        [FromForm] string? back,
        AssignFromPool command,
        PeopleDirectory people,
        IStringLocalizer<PoolTexts> words
    )
    {
        if (!Guid.TryParse(owner, out var given))
            throw new RuleException("account.owner-not-chosen");
        var assigned = await command.RunAsync(pool, id ?? [], given, http.RequestAborted);
        Flash.Set(http, words["Assigned", Format.Count(assigned), people.Current.Find(given)!.Name]);
        return SeeOther.Local(back ?? $"/pools?pool={pool}");
    }

    private static async Task<SeeOther> ReturnAsync(
        HttpContext http,
        [FromForm] long[]? id,
        [FromForm] long? pool,
        [FromForm] string? reason,
        [FromForm] string? back,
        ReturnAccounts command,
        IStringLocalizer<PoolTexts> words
    )
    {
        var (count, name) = await command.RunAsync(id ?? [], pool, reason, http.RequestAborted);
        Flash.Set(http, words["Returned", Format.Count(count), name]);
        return SeeOther.Local(back ?? "/accounts");
    }

    private static async Task<SeeOther> RemoveAsync(HttpContext http, long pool, RemovePool command, IStringLocalizer<PoolTexts> words)
    {
        Flash.Set(http, words["PoolRemoved", await command.RunAsync(pool, http.RequestAborted)]);
        return SeeOther.Local("/pools/rules");
    }
}

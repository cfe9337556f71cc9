using Jingke.Domain.Accounts;
using Jingke.Domain.Audit;
using Jingke.Domain.Contacts;
using Jingke.Web.Common;
using Jingke.Web.Common.Forms;
using Jingke.Web.Data.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Accounts.People;

/// <summary>Taking away what belongs to an account, and taking that back.</summary>
internal static class PartRoutes
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapParts(this IEndpointRouteBuilder routes)
    {
        Map<ContactRelation>(routes, "relations", "decision");
        Map<Competitor>(routes, "competitors", "decision");
        Map<JointPurchase>(routes, "joint-purchases", "family");
    }

    private static void Map<T>(IEndpointRouteBuilder routes, string path, string tab)
        where T : class, IOfAccount, IRecyclable
    {
        var parts = routes.MapGroup($"/{path}/{{id:long}}").RequireAuthorization(Policies.EditAccounts);
        // A form field makes the framework ask for the antiforgery token.
        parts.MapPost(
            "/delete",
            async (HttpContext http, long id, [FromForm] string? back, RecyclePart command, IStringLocalizer<PeopleTexts> words) =>
            {
                var account = await command.RunAsync<T>(id, http.RequestAborted);
                Flash.Set(http, words["Deleted"], $"/{path}/{id}/restore");
                return SeeOther.Local(back ?? $"/accounts/{account}?tab={tab}");
            }
        );
        parts.MapPost(
            "/restore",
            async (HttpContext http, long id, [FromForm] string? back, RecyclePart command, IStringLocalizer<PeopleTexts> words) =>
            {
                var account = await command.RestoreAsync<T>(id, http.RequestAborted);
                Flash.Set(http, words["Restored"]);
                return SeeOther.Local(back ?? $"/accounts/{account}?tab={tab}");
            }
        );
    }
}

using Jingke.Web.Common;
using Jingke.Web.Common.Forms;
using Jingke.Web.Data.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Accounts.Corporate;

/// <summary>Whose subsidiary an account is.</summary>
internal static class CorporateRoutes
{
    /// <summary>Maps the endpoint.</summary>
    public static void MapCorporateGroups(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/accounts/{id:long}/parent", SetAsync)
            .WithMetadata(new RequireAntiforgeryTokenAttribute())
            .RequireAuthorization(Policies.EditAccounts);

    private static async Task<SeeOther> SetAsync(
        HttpContext http,
        long id,
        [FromForm] long? parent,
        BelongToParent command,
        IStringLocalizer<AccountTexts> words
    )
    {
        var (name, above) = await command.RunAsync(id, parent, http.RequestAborted);
        Flash.Set(http, above is null ? words["Corporate.Alone", name] : words["Corporate.BelongsNow", name, above]);
        return SeeOther.Local($"/accounts/{id}?tab=corporate");
    }
}

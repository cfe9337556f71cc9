using Jingke.Web.Common;
using Jingke.Web.Common.Forms;
using Jingke.Web.Data.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Accounts.Privacy;

/// <summary>What is done about personal data besides the forms of pages.</summary>
internal static class PrivacyRoutes
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapPrivacy(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/consents/{id:long}/withdraw", WithdrawAsync).RequireAuthorization(Policies.EditAccounts);
        routes.MapPersonalDataExport();
    }

    // A form field makes the framework ask for the antiforgery token.
    private static async Task<SeeOther> WithdrawAsync(
        HttpContext http,
        long id,
        [FromForm] string? back,
        RecordConsent command,
        IStringLocalizer<PrivacyTexts> words
    )
    {
        var contact = await command.WithdrawAsync(id, http.RequestAborted);
        Flash.Set(http, words["ConsentWithdrawn", contact.Name]);
        return SeeOther.Local(back ?? $"/accounts/{contact.AccountId}/contacts/{contact.Id}/personal-data");
    }
}

using Jingke.Web.Common;
using Jingke.Web.Common.Forms;
using Jingke.Web.Data.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Accounts.Contacts;

/// <summary>Deleting contacts and taking it back.</summary>
internal static class ContactRoutes
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapContacts(this IEndpointRouteBuilder routes)
    {
        var contacts = routes.MapGroup("/contacts/{id:long}").RequireAuthorization(Policies.EditAccounts);
        contacts.MapPost("/delete", DeleteAsync);
        contacts.MapPost("/restore", RestoreAsync);
    }

    // A form field makes the framework ask for the antiforgery token.
    private static async Task<SeeOther> DeleteAsync(
        HttpContext http,
        long id,
        [FromForm] string? back,
        DeleteContact command,
        IStringLocalizer<AccountTexts> words
    )
    {
        var (accountId, name) = await command.RunAsync(id, http.RequestAborted);
        Flash.Set(http, words["Deleted.one", name], $"/contacts/{id}/restore");
        return SeeOther.Local(back ?? $"/accounts/{accountId}?tab=contacts");
    }

    private static async Task<SeeOther> RestoreAsync(
        HttpContext http,
        long id,
        [FromForm] string? back,
        RestoreContact command,
        IStringLocalizer<AccountTexts> words
    )
    {
        var (accountId, name) = await command.RunAsync(id, http.RequestAborted);
        Flash.Set(http, words["Restored.one", name]);
        return SeeOther.Local(back ?? $"/accounts/{accountId}?tab=contacts");
    }
}

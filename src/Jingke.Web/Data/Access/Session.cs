using System.Security.Claims;
using Jingke.Web.Data.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Jingke.Web.Data.Access;

/// <summary>
/// Ends sessions. Each request is held against the people in memory: who was deactivated, or whose password changed since, is signed
/// out at once, without asking the database.
/// </summary>
internal static class Session
{
    /// <summary>Keeps or rejects the person of a cookie.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        if (IsValid(context.Principal, services.GetRequiredService<PeopleDirectory>(), StampClaim(services)))
            return;

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    /// <summary>
    /// Sends who posted a form without being signed in to the sign-in page, which leads back to the page that the form was on:
    /// the address that a form posts to is often no page.
    /// </summary>
    public static Task AskAfterFormAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        var from =
            Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var page) && page.Authority == request.Host.Value
                ? page.PathAndQuery
                : "/";
        context.Response.Redirect(context.Options.LoginPath + QueryString.Create(context.Options.ReturnUrlParameter, from));
        return Task.CompletedTask;
    }

    private static bool IsValid(ClaimsPrincipal? principal, PeopleDirectory people, string stampClaim) =>
        Guid.TryParse(principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
        && people.Current.Find(id) is { IsActive: true } person
        && person.SecurityStamp == principal.FindFirstValue(stampClaim);

    private static string StampClaim(IServiceProvider services) =>
        services.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity.SecurityStampClaimType;
}

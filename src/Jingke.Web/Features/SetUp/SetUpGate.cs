using Jingke.Web.Data.People;
using Microsoft.AspNetCore.Authorization;

namespace Jingke.Web.Features.SetUp;

/// <summary>While there is no administrator nobody could sign in: every page leads to the one that says how to set the product up.</summary>
internal static class SetUpGate
{
    /// <summary>Goes between authentication and authorization.</summary>
    public static void UseSetUpGate(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                if (http.RequestServices.GetRequiredService<PeopleDirectory>().Current.HasAdministrator || IsOpen(http))
                    return next(http);

                http.Response.StatusCode = StatusCodes.Status303SeeOther;
                http.Response.Headers.Location = "/set-up-needed";
                return Task.CompletedTask;
            }
        );

    // Scripts, styles, the choice of language and the set-up itself; but not signing in, which cannot succeed.
    private static bool IsOpen(HttpContext http) =>
        http.User.Identity is { IsAuthenticated: true }
        || (
            http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null
            && !http.Request.Path.StartsWithSegments("/sign-in", StringComparison.OrdinalIgnoreCase)
        );
}

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Extensions;

namespace Jingke.Web.Common.Forms;

/// <summary>
/// The answer to an accepted form: 303 to a page of ours, so that going back or reloading never sends the form again.
/// An endpoint returns it; a page calls <c>Navigation.SeeOther(…)</c>, which ends the rendering of the page.
/// </summary>
/// <param name="location">An address of this application, beginning with a single slash.</param>
internal sealed class SeeOther(string location) : IResult
{
    /// <summary>To an address that came from outside: anything but a path of ours leads to the start page.</summary>
    public static SeeOther Local(string? location) => new(IsLocal(location) ? location! : "/");

    /// <summary>Whether an address is a path of this application: "/x", neither "//x" nor "/\x".</summary>
    public static bool IsLocal(string? location) => location is ['/', ..] && location is not ['/', '/' or '\\', ..];

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = UriHelper.Encode(new Uri(httpContext.Request.PathBase + location, UriKind.Relative));
        return Task.CompletedTask;
    }
}

/// <summary>Redirects of pages.</summary>
internal static class SeeOtherOfPages
{
    /// <summary>Leaves the page for another one. The framework answers 302; <see cref="UseSeeOther"/> makes it 303 after a POST.</summary>
    public static void SeeOther(this NavigationManager navigation, string location) => navigation.NavigateTo(location);

    /// <summary>Turns a redirect after a POST into 303, which says that the next request is a GET.</summary>
    public static void UseSeeOther(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                if (HttpMethods.IsPost(http.Request.Method))
                    http.Response.OnStarting(() =>
                    {
                        if (http.Response.StatusCode == StatusCodes.Status302Found)
                            http.Response.StatusCode = StatusCodes.Status303SeeOther;
                        return Task.CompletedTask;
                    });
                return next(http);
            }
        );
}

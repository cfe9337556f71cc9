using Jingke.Web.Common.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Jingke.Web.Common.Shell;

/// <summary>The endpoint behind the theme switch, for browsers without script.</summary>
internal static class ThemeSwitch
{
    /// <summary>Anyone may choose a theme, also before signing in.</summary>
    public static void MapThemeSwitch(this IEndpointRouteBuilder routes) => routes.MapPost(Theme.Address, Choose).AllowAnonymous();

    private static SeeOther Choose(HttpContext http, [FromForm] string theme, [FromForm] string? back)
    {
        // Not HttpOnly: the switch in the browser writes the same cookie. It holds nothing worth protecting.
        var options = new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
        };
        http.Response.Cookies.Append(Theme.Cookie, Theme.Find(theme).Code, options);
        return SeeOther.Local(back);
    }
}

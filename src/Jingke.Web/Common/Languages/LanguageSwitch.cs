using Jingke.Web.Common.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Jingke.Web.Common.Languages;

/// <summary>The endpoint behind the language switch of the shell.</summary>
internal static class LanguageSwitch
{
    /// <summary>The address that the switch posts to.</summary>
    public const string Address = "/preferences/language";

    /// <summary>Anyone may choose a language, also before signing in.</summary>
    public static void MapLanguageSwitch(this IEndpointRouteBuilder routes) => routes.MapPost(Address, Choose).AllowAnonymous();

    private static SeeOther Choose(HttpContext http, [FromForm] string language, [FromForm] string? back)
    {
        LanguageOfRequest.Keep(http, Language.Find(language) ?? Language.Simplified);
        return SeeOther.Local(back);
    }
}

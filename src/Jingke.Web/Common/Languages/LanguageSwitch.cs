using Jingke.Web.Common.Forms;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.People;
using Microsoft.AspNetCore.Mvc;

namespace Jingke.Web.Common.Languages;

/// <summary>The endpoint behind the language switch of the shell.</summary>
internal static class LanguageSwitch
{
    /// <summary>The address that the switch posts to.</summary>
    public const string Address = "/preferences/language";

    /// <summary>Anyone may choose a language, also before signing in.</summary>
    public static void MapLanguageSwitch(this IEndpointRouteBuilder routes) => routes.MapPost(Address, Choose).AllowAnonymous();

    private static async Task<SeeOther> Choose(
        HttpContext http,
        CurrentUser user,
        JingkeDbContext db,
        PeopleDirectory people,
        [FromForm] string language,
        [FromForm] string? back
    )
    {
        var chosen = Language.Find(language) ?? Language.Simplified;
        LanguageOfRequest.Keep(http, chosen);
        // Kept with the person too, who would otherwise get the old language back at the next sign-in.
        if (user.Id is { } id && await db.Users.FindAsync([id], http.RequestAborted) is { } person && person.Language != chosen.Code)
        {
            person.Language = chosen.Code;
            await db.SaveChangesAsync(http.RequestAborted);
            await people.ReloadAsync(http.RequestAborted);
        }
        return SeeOther.Local(back);
    }
}

using Microsoft.AspNetCore.Localization;
using StringWithQualityHeaderValueComparer = Microsoft.Net.Http.Headers.StringWithQualityHeaderValueComparer;

namespace Jingke.Web.Common.Languages;

/// <summary>Chooses a request's language: what the person chose (kept in a cookie), else what the browser asks for.</summary>
internal sealed class LanguageOfRequest : RequestCultureProvider
{
    /// <summary>The cookie that keeps the choice; its value is a language code.</summary>
    public const string Cookie = "jingke.language";

    /// <inheritdoc />
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var language = Language.Find(httpContext.Request.Cookies[Cookie]) ?? AskedFor(httpContext.Request) ?? Language.Simplified;
        return Task.FromResult<ProviderCultureResult?>(new ProviderCultureResult(language.Code));
    }

    /// <summary>Keeps a person's choice for a year.</summary>
    public static void Keep(HttpContext http, Language language) =>
        http.Response.Cookies.Append(
            Cookie,
            language.Code,
            new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                HttpOnly = true,
                IsEssential = true,
            }
        );

    private static Language? AskedFor(HttpRequest request) =>
        request
            .GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(asked => asked, StringWithQualityHeaderValueComparer.QualityComparer)
            .Select(asked => Language.Find(asked.Value.Value))
            .FirstOrDefault(language => language is not null);
}

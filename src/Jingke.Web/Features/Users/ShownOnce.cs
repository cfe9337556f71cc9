using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Jingke.Web.Features.Users;

/// <summary>
/// A password that was made up, on its way to the page that shows it once. It travels in an encrypted cookie of the administrator's,
/// since nodes keep no state, and is gone after the page or after a minute.
/// </summary>
internal sealed class ShownOnce(IDataProtectionProvider protection)
{
    private const string Cookie = "jingke.once";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Jingke.ShownOnce").ToTimeLimitedDataProtector();

    /// <summary>Whose password it is, and the password.</summary>
    internal sealed record Secret(string Name, string UserName, string Password);

    /// <summary>Keeps it for the next page.</summary>
    public void Keep(HttpContext http, Secret secret) =>
        http.Response.Cookies.Append(Cookie, protector.Protect(JsonSerializer.Serialize(secret), Life), Options(http, Life));

    /// <summary>Takes it out; null when there is none.</summary>
    public Secret? Take(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 } kept)
            return null;

        http.Response.Cookies.Delete(Cookie, Options(http, TimeSpan.Zero));
        try
        {
            return JsonSerializer.Deserialize<Secret>(protector.Unprotect(kept));
        }
        catch (Exception failure) when (failure is System.Security.Cryptography.CryptographicException or JsonException)
        {
            return null;
        }
    }

    private static CookieOptions Options(HttpContext http, TimeSpan life) =>
        new()
        {
            MaxAge = life,
            HttpOnly = true,
            Secure = http.Request.IsHttps,
            SameSite = SameSiteMode.Strict,
            Path = "/settings/users",
            IsEssential = true,
        };
}

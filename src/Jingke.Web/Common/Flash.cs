using System.Text.Encodings.Web;
using System.Text.Json;
using Jingke.Web.Common.Forms;
using Microsoft.AspNetCore.WebUtilities;

namespace Jingke.Web.Common;

/// <summary>A message that the next page shows once: what was done, and how to take it back.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="UndoAction">The endpoint that takes it back, a POST; null when there is nothing to take back.</param>
internal sealed record Flash(string Text, string? UndoAction = null)
{
    private const string Cookie = "jingke.flash";
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Keeps the message for the page that follows. Call it before the redirect.</summary>
    public static void Set(HttpContext http, string text, string? undoAction = null)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(new Flash(text, undoAction), Options);
        var options = new CookieOptions
        {
            MaxAge = TimeSpan.FromMinutes(1),
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
        };
        http.Response.Cookies.Append(Cookie, WebEncoders.Base64UrlEncode(json), options);
    }

    /// <summary>Takes the message out, so that it is shown once; null when there is none.</summary>
    public static Flash? Take(HttpContext http)
    {
        // A page fetched ahead, because someone points at its link, may never be looked at.
        if (http.Request.Headers.ContainsKey("X-Sec-Purpose") || http.Request.Cookies[Cookie] is not { } kept || http.Response.HasStarted)
            return null;

        http.Response.Cookies.Delete(Cookie);
        try
        {
            var flash = JsonSerializer.Deserialize<Flash>(WebEncoders.Base64UrlDecode(kept));
            return flash?.UndoAction is null || SeeOther.IsLocal(flash.UndoAction) ? flash : flash with { UndoAction = null };
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }
}

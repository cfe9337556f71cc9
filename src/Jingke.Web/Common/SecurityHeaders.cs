namespace Jingke.Web.Common;

/// <summary>What a browser may do with our pages, said once for every answer.</summary>
internal static class SecurityHeaders
{
    // Scripts come from our own files only, never from within a page. Styles in attributes are what charts and bars use; they can do
    // no harm worth a nonce on every element.
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; object-src 'none'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Adds the headers; goes before everything that answers.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                var headers = http.Response.Headers;
                headers.ContentSecurityPolicy = ContentSecurityPolicy;
                headers.XContentTypeOptions = "nosniff";
                // Addresses say which customers one looks at; the set-up link carries a secret.
                headers["Referrer-Policy"] = "same-origin";
                headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                return next(http);
            }
        );
}

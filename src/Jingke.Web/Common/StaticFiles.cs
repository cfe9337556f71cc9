namespace Jingke.Web.Common;

/// <summary>How long browsers keep files.</summary>
internal static class StaticFiles
{
    /// <summary>
    /// Lazily loaded chunks carry a hash in their own name, but are asked for by that name and not by the fingerprint that the
    /// static file endpoint knows; it would have them checked each time.
    /// </summary>
    public static void UseChunkCaching(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                if (http.Request.Path.StartsWithSegments("/dist/chunks", StringComparison.Ordinal))
                    http.Response.OnStarting(() =>
                    {
                        if (http.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
                            http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                        return Task.CompletedTask;
                    });
                return next(http);
            }
        );
}

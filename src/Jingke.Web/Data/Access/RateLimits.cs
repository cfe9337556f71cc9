using System.Threading.RateLimiting;

namespace Jingke.Web.Data.Access;

/// <summary>How often a stranger may try. Lock-out protects one user; this protects all of them and the machine.</summary>
internal static class RateLimits
{
    /// <summary>Name of the limit for forms that take a secret: sign-in, set-up, passwords.</summary>
    public const string Guessing = nameof(Guessing);

    /// <summary>Tries a minute from one address. Many colleagues may share an address.</summary>
    public const int GuessesPerMinute = 30;

    /// <summary>Registers the limits; looking at a page is never limited, only sending a form.</summary>
    public static IServiceCollection AddRateLimits(this IServiceCollection services) =>
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.AddPolicy(
                Guessing,
                http =>
                    HttpMethods.IsPost(http.Request.Method)
                        ? RateLimitPartition.GetFixedWindowLimiter(
                            http.Connection.RemoteIpAddress?.ToString() ?? "",
                            _ => new() { PermitLimit = GuessesPerMinute, Window = TimeSpan.FromMinutes(1) }
                        )
                        : RateLimitPartition.GetNoLimiter("")
            );
        });
}

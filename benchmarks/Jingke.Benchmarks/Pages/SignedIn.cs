using System.Security.Claims;
using Jingke.Benchmarks.Product;
using Jingke.Web.Data.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Jingke.Benchmarks.Pages;

/// <summary>The cookie of a person who is signed in, made as the product itself makes it, with the keys in its database.</summary>
internal static class SignedIn
{
    public static async Task<string> CookieAsync(Host host, string userName)
    {
        await using var scope = host.Scope();
        var services = scope.ServiceProvider;
        var user =
            await services.GetRequiredService<UserManager<User>>().FindByNameAsync(userName)
            ?? throw new InvalidOperationException($"There is no {userName}.");
        var principal = await services.GetRequiredService<IUserClaimsPrincipalFactory<User>>().CreateAsync(user);
        var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var ticket = new AuthenticationTicket(
            new ClaimsPrincipal(principal.Identities),
            new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(12) },
            IdentityConstants.ApplicationScheme
        );
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}";
    }
}

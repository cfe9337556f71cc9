using Jingke.Web.Common.Forms;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.People;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace Jingke.Web.Features.SignIn;

/// <summary>Coming in and going out: sign-in with lock-out, sign-out, one's own password.</summary>
internal static class SignInFeature
{
    /// <summary>Registers the commands.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services) =>
        services.AddSingleton<UnknownNames>().AddScoped<SignInByPassword>().AddScoped<ChangePassword>();

    /// <summary>Maps the way out; the pages map themselves.</summary>
    public static void MapSignIn(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/sign-out", SignOutAsync)
            .RequireAuthorization(Policies.SignedIn)
            .WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static async Task<SeeOther> SignOutAsync(HttpContext http, SignInManager<User> signIn, CurrentUser user, JingkeDbContext db)
    {
        db.Note("signed-out", nameof(User), $"{user.Id}", user.Person?.Name ?? "");
        await db.SaveChangesAsync(http.RequestAborted);
        await signIn.SignOutAsync();
        return new("/sign-in");
    }
}

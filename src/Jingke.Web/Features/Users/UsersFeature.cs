using Jingke.Web.Common;
using Jingke.Web.Common.Forms;
using Jingke.Web.Data.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Users;

/// <summary>Looking after users and teams.</summary>
internal static class UsersFeature
{
    /// <summary>Registers queries and commands.</summary>
    public static IServiceCollection AddUsers(this IServiceCollection services) =>
        services
            .AddSingleton<ShownOnce>()
            .AddScoped<UserList>()
            .AddScoped<EditUser>()
            .AddScoped<ResetPassword>()
            .AddScoped<TeamTree>()
            .AddScoped<EditTeam>()
            .AddScoped<RemoveTeam>();

    /// <summary>Maps what is no page.</summary>
    public static void MapUsers(this IEndpointRouteBuilder routes)
    {
        routes
            .MapPost("/settings/teams/{id:long}/remove", RemoveAsync)
            .RequireAuthorization(Policies.ManageUsers)
            .WithMetadata(new RequireAntiforgeryTokenAttribute());
        routes.MapUserExports();
    }

    private static async Task<SeeOther> RemoveAsync(HttpContext http, long id, RemoveTeam command, IStringLocalizer<UsersTexts> words)
    {
        var name = await command.RunAsync(id, http.RequestAborted);
        Flash.Set(http, words["TeamRemoved", name]);
        return new("/settings/teams");
    }
}

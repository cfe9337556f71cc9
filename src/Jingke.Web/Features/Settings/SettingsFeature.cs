using Jingke.Web.Common;
using Jingke.Web.Common.Forms;
using Jingke.Web.Data.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Settings;

/// <summary>The organisation and its zones, and the way to every other setting.</summary>
internal static class SettingsFeature
{
    /// <summary>Registers queries and commands.</summary>
    public static IServiceCollection AddSettings(this IServiceCollection services) =>
        services.AddScoped<EditOrganisation>().AddScoped<ZoneList>().AddScoped<EditZone>().AddScoped<RemoveZone>();

    /// <summary>Maps what is no page.</summary>
    public static void MapSettings(this IEndpointRouteBuilder routes)
    {
        routes
            .MapPost("/settings/zones/{id:long}/remove", RemoveAsync)
            .RequireAuthorization(Policies.EditRules)
            .WithMetadata(new RequireAntiforgeryTokenAttribute());
        routes.MapZoneExport();
    }

    private static async Task<SeeOther> RemoveAsync(HttpContext http, long id, RemoveZone command, IStringLocalizer<SettingsTexts> words)
    {
        var name = await command.RunAsync(id, http.RequestAborted);
        Flash.Set(http, words["ZoneRemoved", name]);
        return new("/settings/zones");
    }
}

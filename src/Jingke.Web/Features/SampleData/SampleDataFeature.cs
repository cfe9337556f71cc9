using Jingke.Web.Common.Forms;
using Jingke.Web.Data.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jingke.Web.Features.SampleData;

/// <summary>The invented company that one can try the product with.</summary>
internal static class SampleDataFeature
{
    /// <summary>Loads it.</summary>
    public const string LoadAddress = "/settings/sample-data/load";

    /// <summary>Removes it.</summary>
    public const string RemoveAddress = "/settings/sample-data/remove";

    /// <summary>The part of the page that says how far it is.</summary>
    public const string StateAddress = "/settings/sample-data/state";

    private const string Page = "/settings/sample-data";

    /// <summary>Registers commands and the work in the background.</summary>
    public static IServiceCollection AddSampleData(this IServiceCollection services) =>
        services
            .AddSingleton<LoadSampleData>()
            .AddSingleton<SampleTrend>()
            .AddSingleton<RemoveSampleData>()
            .AddSingleton<SampleDataStatus>()
            .AddSingleton<SampleDataWork>();

    /// <summary>Maps the actions and the fragment.</summary>
    public static void MapSampleData(this IEndpointRouteBuilder routes)
    {
        var group = routes
            .MapGroup("")
            .RequireAuthorization(Policies.ManageOrganisation)
            .WithMetadata(new RequireAntiforgeryTokenAttribute());
        group.MapPost(LoadAddress, Load);
        group.MapPost(RemoveAddress, Remove);
        group.MapGet(StateAddress, () => new RazorComponentResult<SampleDataState>());
    }

    private static SeeOther Load(SampleDataWork work)
    {
        work.Load();
        return new(Page);
    }

    private static SeeOther Remove(SampleDataWork work)
    {
        work.Remove();
        return new(Page);
    }
}

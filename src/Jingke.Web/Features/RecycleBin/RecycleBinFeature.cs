namespace Jingke.Web.Features.RecycleBin;

/// <summary>The recycle bin: one page. Restoring itself belongs to accounts and contacts.</summary>
internal static class RecycleBinFeature
{
    /// <summary>Registers the query.</summary>
    public static IServiceCollection AddRecycleBin(this IServiceCollection services) => services.AddScoped<BinList>();

    /// <summary>Maps what is no page.</summary>
    public static void MapRecycleBin(this IEndpointRouteBuilder routes) => routes.MapBinExport();
}

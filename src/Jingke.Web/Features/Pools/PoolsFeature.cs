using Jingke.Web.Data.Access;
using Jingke.Web.Data.Pools;

namespace Jingke.Web.Features.Pools;

/// <summary>Public pools: claiming, returning, assigning from a pool, the rules, and what is about to fall.</summary>
internal static class PoolsFeature
{
    /// <summary>Registers queries and commands.</summary>
    public static IServiceCollection AddPools(this IServiceCollection services)
    {
        services.AddSingleton<DueForPool>().AddSingleton<RecycleAccounts>();
        services.AddScoped<PooledAccounts>().AddScoped<ClaimLimits>();
        services.AddScoped<ClaimAccounts>().AddScoped<ReturnAccounts>().AddScoped<AssignFromPool>();
        services.AddScoped<EditPool>().AddScoped<RemovePool>();
        return services;
    }

    /// <summary>Maps what is not a page.</summary>
    public static void MapPools(this IEndpointRouteBuilder routes)
    {
        routes.MapPoolActions();
        routes.MapPoolExport();
    }
}

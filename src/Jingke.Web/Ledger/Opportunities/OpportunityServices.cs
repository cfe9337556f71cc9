namespace Jingke.Web.Ledger.Opportunities;

/// <summary>What pages of several features ask about opportunities.</summary>
internal static class OpportunityServices
{
    public static IServiceCollection AddOpportunities(this IServiceCollection services)
    {
        services.AddSingleton<DueBook>().AddSingleton<CrossBook>();
        services.AddSingleton<LikenessColumns>().AddSingleton<LikenessBook>();
        services.AddScoped<SeenOpportunities>().AddScoped<DueOfOwner>();
        services.AddHostedService<OpportunityKeeper>();
        return services;
    }
}

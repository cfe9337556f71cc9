using Jingke.Web.Ledger.Findings;

namespace Jingke.Web.Ledger.Opportunities;

/// <summary>What pages of several features ask about opportunities.</summary>
internal static class OpportunityServices
{
    public static IServiceCollection AddOpportunities(this IServiceCollection services)
    {
        services.AddFindings<DueBook>().AddFindings<CrossBook>();
        services.AddSingleton<LikenessColumns>().AddFindings<LikenessBook>();
        services.AddScoped<SeenOpportunities>().AddScoped<DueOfOwner>();
        return services;
    }
}

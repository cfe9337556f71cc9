using Jingke.Web.Ledger.Findings;

namespace Jingke.Web.Ledger.Churn;

/// <summary>What pages of several features ask about staying and going.</summary>
internal static class ChurnServices
{
    public static IServiceCollection AddChurn(this IServiceCollection services)
    {
        services.AddSingleton<ChurnRulesInForce>().AddFindings<ChurnBook>();
        services.AddScoped<SeenChurn>().AddScoped<UnreviewedLosses>();
        return services;
    }
}

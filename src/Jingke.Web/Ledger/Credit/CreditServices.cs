namespace Jingke.Web.Ledger.Credit;

/// <summary>What pages of several features ask about credit.</summary>
internal static class CreditServices
{
    public static IServiceCollection AddCredit(this IServiceCollection services)
    {
        services.AddSingleton<CreditRulesInForce>().AddSingleton<ReadCredit>().AddSingleton<CreditBook>();
        services.AddScoped<SeenCredit>();
        return services;
    }
}

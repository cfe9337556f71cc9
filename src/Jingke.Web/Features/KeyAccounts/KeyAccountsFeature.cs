using Jingke.Web.Features.KeyAccounts.Json;
using Jingke.Web.Features.KeyAccounts.List;
using Jingke.Web.Features.KeyAccounts.Moves;
using Jingke.Web.Features.KeyAccounts.Overview;
using Jingke.Web.Features.KeyAccounts.Rules;

namespace Jingke.Web.Features.KeyAccounts;

/// <summary>
/// Which accounts carry the sales, and why: <c>Overview</c> (figures, curve, tiers), <c>List</c> (the ranking and its export),
/// <c>Moves</c> (who rose and fell), <c>Rules</c> (tier rules, tried before they are saved), and <c>Json</c> for programs.
/// </summary>
internal static class KeyAccountsFeature
{
    /// <summary>Registers queries and commands.</summary>
    public static IServiceCollection AddKeyAccounts(this IServiceCollection services)
    {
        services.AddScoped<JudgedAccounts>().AddScoped<KeyAccountList>().AddScoped<TierMoves>().AddScoped<FreshnessCheck>();
        services.AddScoped<TryTierRules>().AddScoped<SaveTierRules>().AddScoped<TierRuleHistory>();
        services.AddSingleton<EvaluateInBackground>();
        return services;
    }

    /// <summary>Maps what is not a page.</summary>
    public static void MapKeyAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapKeyAccountExport();
        routes.MapTierRules();
        routes.MapTierRuleExport();
        routes.MapKeyAccountJson();
    }
}

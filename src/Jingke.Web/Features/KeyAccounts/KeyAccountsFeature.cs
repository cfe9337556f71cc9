using Jingke.Web.Features.KeyAccounts.Files;
using Jingke.Web.Features.KeyAccounts.Json;
using Jingke.Web.Features.KeyAccounts.List;
using Jingke.Web.Features.KeyAccounts.Moves;
using Jingke.Web.Features.KeyAccounts.Overview;
using Jingke.Web.Features.KeyAccounts.Policy;
using Jingke.Web.Features.KeyAccounts.Review;
using Jingke.Web.Features.KeyAccounts.Rules;

namespace Jingke.Web.Features.KeyAccounts;

/// <summary>
/// Which accounts carry the sales, and why: <c>Overview</c> (figures, curve, tiers), <c>List</c> (the ranking and its export),
/// <c>Moves</c> (who rose and fell), <c>Rules</c> (tier rules, tried before they are saved), <c>Files</c> (the file of each, with plans and
/// measures), <c>Policy</c> (how each tier is looked after), <c>Review</c> (the quarterly meeting over the files), and
/// <c>Json</c> for programs.
/// </summary>
internal static class KeyAccountsFeature
{
    /// <summary>Registers queries and commands.</summary>
    public static IServiceCollection AddKeyAccounts(this IServiceCollection services)
    {
        services.AddScoped<JudgedAccounts>().AddScoped<KeyAccountList>().AddScoped<TierMoves>().AddScoped<FreshnessCheck>();
        services.AddScoped<TryTierRules>().AddScoped<SaveTierRules>().AddScoped<TierRuleHistory>();
        services.AddScoped<ContactPolicyInForce>().AddScoped<SavePolicy>();
        services.AddScoped<ReviewAgenda>().AddScoped<NoteReview>();
        return services.AddKeyAccountFiles();
    }

    /// <summary>Maps what is not a page.</summary>
    public static void MapKeyAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapKeyAccountExport();
        routes.MapTierRules();
        routes.MapTierRuleExport();
        routes.MapKeyAccountJson();
        routes.MapKeyAccountFiles();
    }
}

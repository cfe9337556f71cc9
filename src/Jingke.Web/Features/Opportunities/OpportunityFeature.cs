using Jingke.Web.Features.Opportunities.Alike;
using Jingke.Web.Features.Opportunities.CrossSelling;
using Jingke.Web.Features.Opportunities.Due;
using Jingke.Web.Features.Opportunities.Space;

namespace Jingke.Web.Features.Opportunities;

/// <summary>
/// What may be sold to whom: who is due to buy again (<c>Due</c>), what else they may buy
/// (<c>CrossSelling</c>),
/// who resembles the key accounts (<c>Alike</c>), and where those are and we are not (<c>Space</c>). What is found of all accounts is worked out in
/// <c>Ledger/Opportunities</c>.
/// </summary>
internal static class OpportunityFeature
{
    /// <summary>Registers queries.</summary>
    public static IServiceCollection AddOpportunityPages(this IServiceCollection services)
    {
        services
            .AddScoped<FoundAccounts>()
            .AddScoped<DueList>()
            .AddScoped<CrossList>()
            .AddScoped<AlikeList>()
            .AddScoped<WhiteSpaceReport>();
        services.AddScoped<OpportunityExport>();
        return services;
    }

    /// <summary>Maps what is not a page.</summary>
    public static void MapOpportunities(this IEndpointRouteBuilder routes)
    {
        routes.MapDue();
        routes.MapCrossSelling();
        routes.MapLookAlikes();
        routes.MapWhiteSpace();
    }
}

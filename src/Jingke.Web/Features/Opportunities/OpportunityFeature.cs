using Jingke.Web.Features.Opportunities.CrossSelling;
using Jingke.Web.Features.Opportunities.Due;

namespace Jingke.Web.Features.Opportunities;

/// <summary>
/// What may be sold to whom: who is due to buy again (<c>Due</c>), and what else they may buy
/// (<c>CrossSelling</c>). What is found of all accounts is worked out in
/// <c>Ledger/Opportunities</c>.
/// </summary>
internal static class OpportunityFeature
{
    /// <summary>Registers queries.</summary>
    public static IServiceCollection AddOpportunityPages(this IServiceCollection services)
    {
        services.AddScoped<FoundAccounts>().AddScoped<DueList>().AddScoped<CrossList>();
        services.AddScoped<ExportSetting>();
        return services;
    }

    /// <summary>Maps what is not a page.</summary>
    public static void MapOpportunities(this IEndpointRouteBuilder routes)
    {
        routes.MapDue();
        routes.MapCrossSelling();
    }
}

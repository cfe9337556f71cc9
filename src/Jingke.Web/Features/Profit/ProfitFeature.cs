namespace Jingke.Web.Features.Profit;

/// <summary>
/// What is left of each customer's sales: the list against the ranking by sales, big customers that are no VIP, one customer's way from
/// sales to true profit, and what serving costs the company. It is worked out in <c>Ledger/Profit</c>.
/// </summary>
internal static class ProfitFeature
{
    /// <summary>Registers queries and commands.</summary>
    public static IServiceCollection AddProfit(this IServiceCollection services)
    {
        services.AddScoped<ProfitAccounts>().AddScoped<SaveRates>();
        return services;
    }

    /// <summary>Maps what is not a page.</summary>
    public static void MapProfit(this IEndpointRouteBuilder routes)
    {
        routes.MapProfitExport();
        routes.MapProfitJson();
    }
}

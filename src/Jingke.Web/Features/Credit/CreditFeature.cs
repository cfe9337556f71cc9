using Jingke.Web.Features.Credit.List;
using Jingke.Web.Features.Credit.Rules;
using Jingke.Web.Features.Credit.Sheet;

namespace Jingke.Web.Features.Credit;

/// <summary>
/// Credit and operating state: the scorecards of one account, its investigations and decisions (<c>Sheet</c>), the list of all with what
/// somebody should look at (<c>List</c>), and what is judged and granted (<c>Rules</c>). Accounts are rated in <c>Ledger/Credit</c>.
/// </summary>
internal static class CreditFeature
{
    /// <summary>Registers queries and commands.</summary>
    public static IServiceCollection AddCreditPages(this IServiceCollection services)
    {
        services.AddScoped<CreditOfAccount>().AddScoped<WriteInvestigation>().AddScoped<GrantCredit>();
        services.AddScoped<CreditList>();
        services.AddScoped<ScoreItemList>().AddScoped<ChangeScoreItem>().AddScoped<SaveCreditRules>();
        return services;
    }

    /// <summary>Maps what is not a page.</summary>
    public static void MapCredit(this IEndpointRouteBuilder routes)
    {
        routes.MapCreditExport();
        routes.MapCreditJson();
    }
}

using Jingke.Web.Features.Churn.Kinds;
using Jingke.Web.Features.Churn.List;
using Jingke.Web.Features.Churn.Model;
using Jingke.Web.Features.Churn.Retained;
using Jingke.Web.Features.Churn.Reviews;
using Jingke.Web.Features.Churn.Rules;

namespace Jingke.Web.Features.Churn;

/// <summary>
/// Who is about to leave and what that would cost (<c>List</c>), who left (<c>Kinds</c>), why (<c>Reviews</c>), what stayed
/// (<c>Retained</c>), how sure all that is (<c>Model</c>), and from when on somebody counts as gone (<c>Rules</c>). What is found of all
/// accounts is worked out in <c>Ledger/Churn</c>.
/// </summary>
internal static class ChurnFeature
{
    /// <summary>Registers queries and commands.</summary>
    public static IServiceCollection AddChurnPages(this IServiceCollection services)
    {
        services.AddScoped<ChurnGroups>().AddScoped<ChurnAccounts>().AddScoped<ChurnOverview>();
        services.AddScoped<LossKinds>().AddScoped<RetentionReport>();
        services.AddScoped<LossReviewList>().AddScoped<ReviewOfAccount>().AddScoped<WriteLossReview>();
        services.AddScoped<SaveChurnRules>().AddScoped<EditLossCause>();
        services.AddScoped<ChurnExport.Setting>();
        return services;
    }

    /// <summary>Maps what is not a page.</summary>
    public static void MapChurn(this IEndpointRouteBuilder routes)
    {
        routes.MapChurnExport();
        routes.MapChurnModel();
        routes.MapLossCauses();
        routes.MapChurnJson();
    }
}

using Jingke.Web.Common;
using Jingke.Web.Common.Exports;
using Jingke.Web.Common.Forms;
using Jingke.Web.Common.Languages;
using Jingke.Web.Data.Access;
using Jingke.Web.Tabular.Writing;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Churn.Rules;

/// <summary>What is done to a cause with one press, and the list as a file.</summary>
internal static class CauseRoutes
{
    public static void MapLossCauses(this IEndpointRouteBuilder routes)
    {
        var causes = routes
            .MapGroup("/churn/causes")
            .RequireAuthorization(Policies.EditRules)
            .WithMetadata(new RequireAntiforgeryTokenAttribute());
        causes.MapPost("/{id:long}/retire", RetireAsync);
        causes.MapPost("/{id:long}/restore", RestoreAsync);
        causes.MapPost("/{id:long}/up", UpAsync);
        routes.MapGet("/churn/causes/export", ExportAsync).RequireAuthorization(Policies.EditRules, Policies.Export);
    }

    private static async Task<SeeOther> RetireAsync(HttpContext http, long id, EditLossCause command, IStringLocalizer<ChurnTexts> words)
    {
        var cause = await command.RetireAsync(id, retire: true, http.RequestAborted);
        Flash.Set(http, words["CauseRetired", cause.Names.In(Language.Current.Code)], $"/churn/causes/{id}/restore");
        return new("/churn/causes");
    }

    private static async Task<SeeOther> RestoreAsync(HttpContext http, long id, EditLossCause command, IStringLocalizer<ChurnTexts> words)
    {
        var cause = await command.RetireAsync(id, retire: false, http.RequestAborted);
        Flash.Set(http, words["CauseRestored", cause.Names.In(Language.Current.Code)]);
        return new("/churn/causes");
    }

    private static async Task<SeeOther> UpAsync(HttpContext http, long id, EditLossCause command)
    {
        await command.MoveUpAsync(id, http.RequestAborted);
        return new("/churn/causes");
    }

    private static async Task<ExportAnswer> ExportAsync(
        EditLossCause query,
        IStringLocalizer<ChurnTexts> words,
        CancellationToken cancel
    ) =>
        new(
            words["Causes"],
            [new(words["Cause"], Width: 24), new(words["CauseState"], Width: 10), new(words["Reviews"], ExportType.Integer)],
            (await query.ListAsync(cancel)).Select(row =>
                new ExportCell[]
                {
                    row.Cause.Names.In(Language.Current.Code),
                    words[row.Cause.IsRetired ? "Retired" : "InUse"].Value,
                    row.Reviews,
                }
            )
        );
}

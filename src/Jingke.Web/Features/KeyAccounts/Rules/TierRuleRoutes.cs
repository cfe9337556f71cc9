using Jingke.Domain;
using Jingke.Web.Common;
using Jingke.Web.Common.Forms;
using Jingke.Web.Data.Access;
using Jingke.Web.Ledger.Evaluation;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.KeyAccounts.Rules;

/// <summary>Saving rules and evaluating at once.</summary>
internal static class TierRuleRoutes
{
    public static void MapTierRules(this IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(Page + "/save", SaveAsync)
            .RequireAuthorization(Policies.EditRules)
            .WithMetadata(new RequireAntiforgeryTokenAttribute());
        routes
            .MapPost("/key-accounts/evaluate", EvaluateAsync)
            .RequireAuthorization(Policies.EditRules)
            .WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private const string Page = "/key-accounts/rules";

    private static async Task<SeeOther> SaveAsync(
        HttpContext http,
        SaveTierRules save,
        TierRulesInForce inForce,
        EvaluateInBackground evaluate,
        IStringLocalizer<KeyAccountTexts> words
    )
    {
        var sent = await http.Request.ReadFormAsync(http.RequestAborted);
        var current = await inForce.RunAsync(http.RequestAborted);
        var form = TierRulesForm.Of(name => sent[name], current.Rules);
        // The page itself tells what is wrong, beside the field, with everything as it was typed.
        if (form.Rules is not { } rules)
            return new(Trying(form));

        try
        {
            await save.RunAsync(rules, long.TryParse(sent["based"], out var based) ? based : 0, http.RequestAborted);
        }
        catch (RuleException refusal) when (refusal.Code == "tier-rules.changed")
        {
            return new(Trying(form) + "&changed=1");
        }

        var (hasEnded, run) = await evaluate.StartAsync("rules");
        Flash.Set(http, hasEnded ? words["RulesSaved", run?.Risen ?? 0, run?.Fallen ?? 0] : words["RulesSavedRunning"]);
        return new("/key-accounts");
    }

    private static async Task<SeeOther> EvaluateAsync(
        HttpContext http,
        EvaluateInBackground evaluate,
        IStringLocalizer<KeyAccountTexts> words
    )
    {
        var (hasEnded, run) = await evaluate.StartAsync("person");
        Flash.Set(
            http,
            !hasEnded ? words["EvaluationRunning"]
                : run is null ? words["EvaluationNothing"]
                : words["Evaluated", run.Accounts, run.Risen, run.Fallen]
        );
        return new("/key-accounts");
    }

    private static string Trying(TierRulesForm form) =>
        Page + QueryString.Create(form.Texts.Select(text => KeyValuePair.Create(text.Key, (string?)text.Value)));
}

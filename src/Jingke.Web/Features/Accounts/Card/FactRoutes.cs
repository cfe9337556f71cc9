using System.Globalization;
using Jingke.Web.Common;
using Jingke.Web.Common.Forms;
using Jingke.Web.Common.Languages;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.Facts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Accounts.Card;

/// <summary>Decisions about facts.</summary>
internal static class FactRoutes
{
    // Time to reach somebody, with a weekend in between.
    private const int DaysToAsk = 7;

    /// <summary>Maps the endpoints.</summary>
    public static void MapFacts(this IEndpointRouteBuilder routes)
    {
        var facts = routes.MapGroup("/facts/{id:long}").RequireAuthorization(Policies.EditAccounts);
        facts.MapPost("/keep", KeepAsync);
        facts.MapPost("/reject", RejectAsync);
        facts.MapPost("/ask-again", AskAgainAsync);
    }

    private static async Task<SeeOther> KeepAsync(
        HttpContext http,
        long id,
        [FromForm] string? back,
        SettleFact settle,
        IStringLocalizer<AccountTexts> words
    ) => Answer(http, await settle.KeepAsync(id, http.RequestAborted), back, words, "Card.Kept");

    private static async Task<SeeOther> RejectAsync(
        HttpContext http,
        long id,
        [FromForm] string? back,
        [FromForm] string? reason,
        [FromForm(Name = "was-true")] string? wasTrue,
        SettleFact settle,
        IStringLocalizer<AccountTexts> words
    ) => Answer(http, await settle.RejectAsync(id, wasTrue == "yes", reason, http.RequestAborted), back, words, "Card.Rejected");

    private static async Task<SeeOther> AskAgainAsync(
        HttpContext http,
        long id,
        [FromForm] string? back,
        SettleFact settle,
        Clock clock,
        IStringLocalizer<AccountTexts> words
    ) => Answer(http, await settle.AskAgainAsync(id, clock.Today.AddDays(DaysToAsk), http.RequestAborted), back, words, "Card.Asked");

    private static SeeOther Answer(
        HttpContext http,
        SettleFact.Settled settled,
        string? back,
        IStringLocalizer<AccountTexts> words,
        string key
    )
    {
        Flash.Set(http, words[key, settled.Field.Names.In(Language.Current.Code)]);
        return SeeOther.Local(back ?? $"/accounts/{settled.AccountId.ToString(CultureInfo.InvariantCulture)}/card/{settled.Field.Key}");
    }
}

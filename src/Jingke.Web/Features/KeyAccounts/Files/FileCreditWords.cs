using Jingke.Web.Common;
using Jingke.Web.Common.Reasons;
using Jingke.Web.Ledger.Credit;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.KeyAccounts.Files;

/// <summary>Credit and operating state as the file says them, on the screen and on paper.</summary>
internal static class FileCreditWords
{
    /// <summary>Whether a limit was granted on the credit rating, and when the account was looked into.</summary>
    public static string RatingOf(IStringLocalizer<KeyFileTexts> texts, CreditOfFile credit)
    {
        string decided = credit.Standing.Granted switch
        {
            null => texts["Credit.Undecided"],
            { Rating: null } => texts["Credit.UnratedThen"],
            { Rating: var then } when then == credit.Credit.Rating => texts["Credit.Decided"],
            { Rating: var then } => texts["Credit.RatedThen", then],
        };
        return Joined(decided, LookedOn(texts, credit.Credit));
    }

    /// <summary>The same with what of it is out of date: on paper, where the other alerts stand among the risks and are not said twice.</summary>
    public static string RatingOnPaper(IStringLocalizer<KeyFileTexts> texts, CreditOfFile credit) =>
        Joined(RatingOf(texts, credit), StaleOf(credit.Credit));

    /// <summary>When its operating state was looked into, and what of it is out of date.</summary>
    public static string OperatingOf(IStringLocalizer<KeyFileTexts> texts, CardOfFile card) => Joined(LookedOn(texts, card), StaleOf(card));

    /// <summary>The limit and the term in force; without any what is proposed.</summary>
    public static string LimitOf(IStringLocalizer<KeyFileTexts> texts, CreditOfFile credit, string currency) =>
        credit.Standing switch
        {
            { Granted: { Limit: 0 } } => texts["Credit.Advance", Format.Date(credit.DecidedOn)],
            { Granted: { } granted } => texts[
                "Credit.Granted",
                Format.Money(granted.Limit),
                currency,
                granted.TermDays,
                Format.Date(credit.DecidedOn)
            ],
            { Proposal: { Limit: 0 } } => texts["Credit.ProposedAdvance"],
            { Proposal: { } proposal } => texts["Credit.Proposed", Format.Money(proposal.Limit), currency, proposal.Terms.Days],
            _ => texts["Credit.NoLimit"],
        };

    /// <summary>What is open, what of it is overdue, and how much of the limit it takes up.</summary>
    public static string ExposureOf(IStringLocalizer<KeyFileTexts> texts, CreditStanding standing, string currency) =>
        standing.Exposure is not { } exposure
            ? texts["Credit.NoReceivables"]
            : Joined(
                exposure.Overdue > 0
                    ? texts["Credit.OpenOverdue", Format.Money(exposure.Open), currency, Format.Money(exposure.Overdue)]
                    : texts["Credit.Open", Format.Money(exposure.Open), currency],
                standing.Use is { } use ? texts["Credit.Use", Format.Percent(use, 0)].Value : null
            );

    /// <summary>The alerts; empty for none. That nobody decided stands with the limit already.</summary>
    public static string AlertsOf(CreditStanding standing, string currency) =>
        FileWords.Sentence(CreditWords.Of(standing with { Alerts = standing.Alerts & ~CreditAlerts.Undecided }, currency));

    private static string LookedOn(IStringLocalizer<KeyFileTexts> texts, CardOfFile card) =>
        card switch
        {
            { On: { } on } => texts["Credit.LookedOn", Format.Date(on)],
            { Rating: not null } => texts["Credit.OwnBooks"],
            _ => "",
        };

    private static string? StaleOf(CardOfFile card) => card.Stale > 0 ? CreditWords.Stale(card.Stale) : null;

    private static string Joined(params string?[] parts) => string.Join(" · ", parts.Where(part => part is { Length: > 0 }));
}

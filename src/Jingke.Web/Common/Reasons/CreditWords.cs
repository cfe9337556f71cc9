using Jingke.Web.Common.Languages;
using Jingke.Web.Ledger.Credit;

namespace Jingke.Web.Common.Reasons;

/// <summary>What somebody should look at in an account's credit, and how a limit is proposed, in words.</summary>
internal static class CreditWords
{
    /// <summary>The alerts, the gravest first; empty for none.</summary>
    /// <param name="standing">Where its credit stands.</param>
    /// <param name="currency">The unit of amounts: 元.</param>
    public static string Of(CreditStanding standing, string currency) =>
        string.Join(Language.Current == Language.English ? "; " : "；", standing.EachAlert.Select(alert => Of(standing, alert, currency)));

    /// <summary>One alert of those that the standing has.</summary>
    public static string Of(CreditStanding standing, CreditAlerts alert, string currency) =>
        alert switch
        {
            CreditAlerts.OverLimit => ReasonTexts.Get(
                "Credit.over",
                Format.MoneyWithUnit(standing.Exposure!.Open, currency),
                Format.MoneyWithUnit(standing.Granted!.Limit, currency)
            ),
            CreditAlerts.RatingFell => ReasonTexts.Get("Credit.fell", standing.Granted!.Rating, standing.Rating),
            CreditAlerts.Undecided => standing.Proposal switch
            {
                null => ReasonTexts.Get("Credit.undecidedUnknown"),
                { Limit: 0 } => ReasonTexts.Get("Credit.undecidedAdvance"),
                var proposal => ReasonTexts.Get("Credit.undecided", Format.MoneyWithUnit(proposal.Limit, currency), proposal.Terms.Days),
            },
            CreditAlerts.Stale => Stale(standing.Stale),
            _ => "",
        };

    /// <summary>How many items are out of date.</summary>
    public static string Stale(int items) => ReasonTexts.Get("Credit.stale", items);

    /// <summary>How much is past its day.</summary>
    public static string Overdue(Exposure exposure, string currency) =>
        ReasonTexts.Get("Credit.overdue", Format.MoneyWithUnit(exposure.Overdue, currency));

    /// <summary>How the limit was worked out.</summary>
    public static string Of(CreditProposal proposal, string currency) =>
        proposal.Terms.Factor == 0 || proposal.Terms.Days == 0
            ? ReasonTexts.Get("Credit.advance", proposal.Terms.Rating)
            : ReasonTexts.Get(
                "Credit.proposal",
                proposal.Terms.Rating,
                Format.MoneyWithUnit(proposal.MonthlySales, currency),
                proposal.Terms.Days,
                Format.Number(proposal.Terms.Factor, 2)
            );
}

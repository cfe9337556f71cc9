using Jingke.Domain.Credit;

namespace Jingke.Web.Ledger.Credit;

/// <summary>What somebody should look at.</summary>
[Flags]
public enum CreditAlerts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>More is open than was granted.</summary>
    OverLimit = 1,

    /// <summary>The rating is worse than it was when the limit was granted.</summary>
    RatingFell = 2,

    /// <summary>It was investigated, and nobody decided on a limit.</summary>
    Undecided = 4,

    /// <summary>Something that counted is out of date.</summary>
    Stale = 8,
}

/// <summary>What an account owes us. Money in ten-thousandths.</summary>
/// <param name="Open">What is invoiced and not paid.</param>
/// <param name="Overdue">The part of it that is past its day.</param>
/// <param name="DaysLate">How many days late its invoices of the last 12 months were paid or are, on average by amount; null without any.</param>
public sealed record Exposure(long Open, long Overdue, double? DaysLate);

/// <summary>What was granted, as the list needs it.</summary>
/// <param name="Limit">The limit, ten-thousandths.</param>
/// <param name="TermDays">The term, in days.</param>
/// <param name="Rating">The rating then; null when there was none.</param>
/// <param name="At">When.</param>
public sealed record Granted(long Limit, int TermDays, string? Rating, DateTime At);

/// <summary>Where the credit of an account stands. Money in ten-thousandths.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Rating">Its credit rating; null when too little is known.</param>
/// <param name="Score">Its score, 0 to 100; null when nothing is known.</param>
/// <param name="Coverage">Share of the weight that is known, 0 to 1.</param>
/// <param name="Operating">Its rating of operating state; null when too little is known.</param>
/// <param name="Stale">How many items of both cards are out of date.</param>
/// <param name="Proposal">What the rating leads to; null without one.</param>
/// <param name="Granted">What was granted last; null when nobody decided.</param>
/// <param name="Exposure">What it owes; null when no receivables are recorded.</param>
/// <param name="Alerts">What somebody should look at.</param>
public sealed record CreditStanding(
    long AccountId,
    string? Rating,
    double? Score,
    double Coverage,
    string? Operating,
    int Stale,
    CreditProposal? Proposal,
    Granted? Granted,
    Exposure? Exposure,
    CreditAlerts Alerts
)
{
    /// <summary>The share of the limit that is in use; null without a limit above 0, or without receivables.</summary>
    public double? Use => Granted is { Limit: > 0 } && Exposure is not null ? (double)Exposure.Open / Granted.Limit : null;

    /// <summary>The alerts one by one, the gravest first.</summary>
    public IReadOnlyList<CreditAlerts> EachAlert =>
        [.. Enum.GetValues<CreditAlerts>().Where(alert => alert != CreditAlerts.None && Alerts.HasFlag(alert))];

    /// <summary>How grave the alerts are; the gravest decides, 0 = none.</summary>
    public int Gravity =>
        (Alerts.HasFlag(CreditAlerts.OverLimit) ? 8 : 0)
        + (Alerts.HasFlag(CreditAlerts.RatingFell) ? 4 : 0)
        + (Alerts.HasFlag(CreditAlerts.Undecided) ? 2 : 0)
        + (Alerts.HasFlag(CreditAlerts.Stale) ? 1 : 0);

    /// <summary>Puts it together.</summary>
    internal static CreditStanding Of(CreditRules rules, CreditSheet sheet)
    {
        var proposal = CreditProposal.Of(rules, sheet.Credit.Grade, sheet.Sales);
        var stale = sheet.Credit.Stale + sheet.Operating.Stale;
        var alerts = CreditAlerts.None;
        if (sheet.Granted is { } granted)
        {
            alerts |= sheet.Exposure?.Open > granted.Limit ? CreditAlerts.OverLimit : CreditAlerts.None;
            alerts |= CreditRules.IsWorse(sheet.Credit.Grade, granted.Rating) ? CreditAlerts.RatingFell : CreditAlerts.None;
        }
        else if (sheet.IsInvestigated)
            alerts |= CreditAlerts.Undecided;
        // Of who was never looked at, a card that aged is the business of the card.
        if (stale > 0 && (sheet.IsInvestigated || sheet.Granted is not null))
            alerts |= CreditAlerts.Stale;
        return new(
            sheet.AccountId,
            sheet.Credit.Grade,
            sheet.Credit.Rating?.Score,
            sheet.Credit.Rating?.Coverage ?? 0,
            sheet.Operating.Grade,
            stale,
            proposal,
            sheet.Granted,
            sheet.Exposure,
            alerts
        );
    }
}

/// <summary>All that is known of the credit of an account.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Credit">The scorecard of credit.</param>
/// <param name="Operating">The scorecard of its operating state.</param>
/// <param name="Sales">Net sales of the last 12 months, ten-thousandths.</param>
/// <param name="Granted">What was granted last.</param>
/// <param name="Exposure">What it owes.</param>
internal sealed record CreditSheet(long AccountId, CardSheet Credit, CardSheet Operating, long Sales, Granted? Granted, Exposure? Exposure)
{
    /// <summary>Whether there is an investigation of its credit.</summary>
    public bool IsInvestigated => Credit.InvestigatedOn is not null;

    /// <summary>The sheet of a card.</summary>
    public CardSheet Of(ScorecardKind card) => card == ScorecardKind.Credit ? Credit : Operating;
}

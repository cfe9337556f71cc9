using Jingke.Web.Common;
using Jingke.Web.Ledger.Credit;

namespace Jingke.Web.Features.Credit.List;

/// <summary>What is left out of the list.</summary>
/// <param name="Alert">Only accounts with this alert; all of them means with any; none means all accounts.</param>
/// <param name="Rating">Only accounts of a rating; "none" = without one; null = all.</param>
/// <param name="Text">Only accounts that are found by a text.</param>
internal sealed record CreditFilter(CreditAlerts Alert = CreditAlerts.None, string? Rating = null, string? Text = null)
{
    /// <summary>Any alert.</summary>
    public const CreditAlerts Any = CreditAlerts.OverLimit | CreditAlerts.RatingFell | CreditAlerts.Undecided | CreditAlerts.Stale;

    /// <summary>The alerts with their words in an address.</summary>
    public static readonly IReadOnlyList<(string Word, CreditAlerts Alert)> Alerts =
    [
        ("any", Any),
        ("over", CreditAlerts.OverLimit),
        ("fell", CreditAlerts.RatingFell),
        ("undecided", CreditAlerts.Undecided),
        ("stale", CreditAlerts.Stale),
    ];

    /// <summary>Reads a filter. What cannot be read is left out: an address may hold anything.</summary>
    public static CreditFilter Of(PageAddress address) =>
        new(
            Alerts.FirstOrDefault(each => each.Word == address.Get("alert")).Alert,
            address.Get("rating") is { } rating && (rating == "none" || CreditRules.Names.Contains(rating)) ? rating : null,
            address.Get("q")?.Trim() is { Length: > 0 } text ? text : null
        );

    /// <summary>Whether an account stays, but for the text.</summary>
    public bool Leaves(CreditStanding standing) =>
        (Alert == CreditAlerts.None || (standing.Alerts & Alert) != CreditAlerts.None)
        && (Rating is null || (Rating == "none" ? standing.Rating is null : standing.Rating == Rating));
}

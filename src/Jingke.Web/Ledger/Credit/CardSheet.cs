using Jingke.Analytics.Scoring;
using Jingke.Domain.Credit;

namespace Jingke.Web.Ledger.Credit;

/// <summary>One scorecard of one account.</summary>
/// <param name="Values">The items in use, by their place.</param>
/// <param name="Rating">Score, rating, parts; null where the card has no item in use.</param>
/// <param name="InvestigatedOn">The day of the newest investigation that speaks of this card; null for none.</param>
public sealed record CardSheet(IReadOnlyList<ItemValue> Values, ScorecardRating? Rating, DateOnly? InvestigatedOn)
{
    /// <summary>The rating's name; null when too little is known for one.</summary>
    public string? Grade => Rating?.Rating?.Key;

    /// <summary>How many items are out of date.</summary>
    public int Stale => Values.Count(value => value.IsStale);

    /// <summary>The latest day of which anybody said something, be it out of date by now; null where only our own books speak.</summary>
    public DateOnly? LookedOn => Values.Select(value => value.Seen?.On).Append(InvestigatedOn).Max();

    /// <summary>The card of a company's items; null without any.</summary>
    public static Scorecard? CardOf(IReadOnlyList<ScoreItem> items, CreditRules rules) =>
        items.Count == 0 ? null : new([.. items.Select(ItemOf)], rules.Bands, rules.MinimumCoverage);

    /// <summary>Rates an account.</summary>
    /// <param name="card">The card; null without items.</param>
    /// <param name="values">The values, in the order of its items.</param>
    /// <param name="investigatedOn">The day of the newest investigation that speaks of this card.</param>
    public static CardSheet Of(Scorecard? card, IReadOnlyList<ItemValue> values, DateOnly? investigatedOn) =>
        new(values, card?.Rate([.. values.Select(each => each.Value)]), investigatedOn);

    // A figure of our own lies between grades.
    private static ScorecardItem ItemOf(ScoreItem item) =>
        new(
            item.Key,
            item.Weight,
            item.Measure is not null ? ScoreOrigin.Ledger
                : item.FieldKey is not null ? ScoreOrigin.Fact
                : ScoreOrigin.Judgement,
            item.Measure is null ? ScoreItem.Grades : null
        );
}

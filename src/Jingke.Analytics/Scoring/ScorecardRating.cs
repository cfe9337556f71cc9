namespace Jingke.Analytics.Scoring;

/// <summary>The part of one item in a score.</summary>
/// <param name="Item">The item.</param>
/// <param name="Value">Its value, 0 to 1; null when missing.</param>
/// <param name="Share">Share of the weight of what is known, 0 to 1: its own weight and what the missing gave it; 0 when missing.</param>
/// <param name="Points">Points of the score that come from it; the points sum to the score.</param>
/// <param name="Room">Points that are still to be had from it; 0 when missing.</param>
public sealed record ScorePart(ScorecardItem Item, double? Value, double Share, double Points, double Room);

/// <summary>What one item alone could do to the rating.</summary>
/// <param name="Item">The item.</param>
/// <param name="Value">Its value now; null when missing.</param>
/// <param name="ToNextBand">The least value with which the next better rating is reached, all else equal; null when it alone cannot.</param>
/// <param name="ToLowerBand">The value below which the rating is lost, in grades the best one with which it is, all else equal; null when it alone cannot.</param>
/// <param name="Lowest">Score if it were 0.</param>
/// <param name="Highest">Score if it were 1.</param>
public sealed record ScoreSensitivity(
    ScorecardItem Item,
    double? Value,
    double? ToNextBand,
    double? ToLowerBand,
    double Lowest,
    double Highest
)
{
    /// <summary>By how much the value must rise for the next rating; null when it alone cannot lift it, or when it is missing.</summary>
    public double? Rise => ToNextBand - Value;

    /// <summary>By how much the value must fall to lose the rating; null when it alone cannot, or when it is missing.</summary>
    public double? Fall => Value - ToLowerBand;
}

/// <summary>The rating of one account with its parts and with what would change it. Made by <see cref="Scorecard.Rate"/>.</summary>
public sealed class ScorecardRating
{
    private readonly Scorecard card;
    private readonly double knownWeight;
    private readonly double weightedSum;

    internal ScorecardRating(Scorecard card, IReadOnlyList<double?> values)
    {
        this.card = card;
        for (var i = 0; i < values.Count; i++)
        {
            knownWeight += values[i] is null ? 0 : card.Items[i].Weight;
            weightedSum += card.Items[i].Weight * (values[i] ?? 0);
        }

        var total = card.TotalWeight;
        Coverage = knownWeight / total;
        Score = knownWeight > 0 ? ScoreOf(weightedSum, knownWeight) : null;
        Lowest = ScoreOf(weightedSum, total);
        Highest = ScoreOf(weightedSum + total - knownWeight, total);
        if (Score is { } score && Coverage >= card.MinimumCoverage - Scorecard.Tolerance)
        {
            Rating = card.BandOf(score);
            Next = card.Bands.Where(band => band.From > score + Scorecard.Tolerance).MinBy(band => band.From);
        }

        Parts = [.. card.Items.Select((item, i) => PartOf(item, values[i]))];
        Sensitivities =
        [
            .. card
                .Items.Select((item, i) => SensitivityOf(item, values[i]))
                .OrderBy(change => change.ToNextBand is null)
                .ThenBy(change => change.Rise ?? double.PositiveInfinity)
                .ThenByDescending(change => change.Highest - change.Lowest),
        ];
    }

    /// <summary>0 to 100; null when no item is known.</summary>
    public double? Score { get; }

    /// <summary>Share of the weight whose values are known, 0 to 1. Say it beside the score.</summary>
    public double Coverage { get; }

    /// <summary>The rating; null when too little is known for one.</summary>
    public RatingBand? Rating { get; }

    /// <summary>The next better rating; null when there is none, or no rating.</summary>
    public RatingBand? Next { get; }

    /// <summary>The score if every missing item turned out worst.</summary>
    public double Lowest { get; }

    /// <summary>The score if every missing item turned out best.</summary>
    public double Highest { get; }

    /// <summary>True when the missing items, whatever they turn out to be, leave the rating as it is.</summary>
    public bool IsCertain => Rating is not null && card.BandOf(Lowest) == Rating && card.BandOf(Highest) == Rating;

    /// <summary>The parts, in the order of the items.</summary>
    public IReadOnlyList<ScorePart> Parts { get; }

    /// <summary>
    /// What would change the rating, item by item: first those that can lift it alone, the smallest rise first (missing ones after), then the
    /// others by the points that hang on them. Without a rating nothing lifts or lowers it.
    /// </summary>
    public IReadOnlyList<ScoreSensitivity> Sensitivities { get; }

    private ScorePart PartOf(ScorecardItem item, double? value) =>
        value is { } known
            ? new ScorePart(
                item,
                value,
                item.Weight / knownWeight,
                ScoreOf(item.Weight * known, knownWeight),
                ScoreOf(item.Weight * (1 - known), knownWeight)
            )
            : new ScorePart(item, null, 0, 0, 0);

    private ScoreSensitivity SensitivityOf(ScorecardItem item, double? value)
    {
        var (others, weight) = value is { } known
            ? (weightedSum - (item.Weight * known), knownWeight)
            : (weightedSum, knownWeight + item.Weight);
        var (lowest, highest) = (ScoreOf(others, weight), ScoreOf(others + item.Weight, weight));
        double Needed(double score) => ((score * weight / 100) - others) / item.Weight;

        double? up = null,
            down = null;
        if (Next is not null)
            up = item.AtLeast(Needed(Next.From));
        if (Rating is { From: > 0 } && lowest < Rating.From - Scorecard.Tolerance)
            down = JustBelow(item, Needed(Rating.From));

        return new ScoreSensitivity(item, value, up, down, lowest, highest);
    }

    /// <summary>The rating is lost below the needed value: the next grade down, or the needed value itself as the limit.</summary>
    private static double? JustBelow(ScorecardItem item, double needed)
    {
        if (item.Grades is not { } grades)
            return Math.Min(needed, 1);

        var below = Math.Min(needed, 1 + (1.0 / (grades - 1))) - (2 * Scorecard.Tolerance);
        return item.AtMost(Math.Min(below, 1));
    }

    private static double ScoreOf(double sum, double weight) => 100 * sum / weight;
}

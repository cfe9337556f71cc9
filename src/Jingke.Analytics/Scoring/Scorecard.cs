namespace Jingke.Analytics.Scoring;

/// <summary>Where the value of an item comes from.</summary>
public enum ScoreOrigin
{
    /// <summary>A fact of the account's card, with a source.</summary>
    Fact,

    /// <summary>Worked out from the sales ledger.</summary>
    Ledger,

    /// <summary>The judgement of a person.</summary>
    Judgement,
}

/// <summary>One item of a scorecard.</summary>
/// <param name="Key">What the item is called by programs; distinct within the card.</param>
/// <param name="Weight">How much it counts; above 0, only proportions matter.</param>
/// <param name="Origin">Where its value comes from.</param>
/// <param name="Grades">How many grades it is judged in, at least 2: grade 1 is worth 0, the last is worth 1; null = any value of 0 to 1.</param>
public sealed record ScorecardItem(string Key, double Weight, ScoreOrigin Origin, int? Grades = null)
{
    /// <summary>What a grade is worth, 0 to 1.</summary>
    /// <param name="grade">1 (worst) to <see cref="Grades"/> (best).</param>
    /// <exception cref="InvalidOperationException">The item has no grades.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such grade.</exception>
    public double ValueOf(int grade)
    {
        if (Grades is not { } grades)
            throw new InvalidOperationException($"{Key} has a value of 0 to 1, no grades.");

        ArgumentOutOfRangeException.ThrowIfLessThan(grade, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(grade, grades);
        return (grade - 1) / (grades - 1.0);
    }

    /// <summary>The least value that the item can have and that is at least this much; null when there is none.</summary>
    internal double? AtLeast(double value)
    {
        if (value > 1 + Scorecard.Tolerance)
            return null;

        var bounded = Math.Clamp(value, 0, 1);
        return Grades is { } grades ? Math.Min(Math.Ceiling((bounded * (grades - 1)) - Scorecard.Tolerance) / (grades - 1), 1) : bounded;
    }

    /// <summary>The largest value that the item can have and that is at most this much; null when there is none.</summary>
    internal double? AtMost(double value) => AtLeast(1 - value) is { } mirrored ? 1 - mirrored : null;
}

/// <summary>A rating and from which score on it holds.</summary>
/// <param name="Key">What the rating is called by programs, such as "A"; distinct within the card.</param>
/// <param name="From">The least score, 0 to 100.</param>
public sealed record RatingBand(string Key, double From);

/// <summary>
/// A weighted scorecard: score = 100 x weighted mean of the values that are known. An item that is missing gives its weight to the others,
/// which is said as coverage; below the stated coverage there is no rating. Check <see cref="Problems()"/> before use.
/// </summary>
/// <param name="Items">The items, at least one.</param>
/// <param name="Bands">The ratings, best or worst first; the worst begins at 0.</param>
/// <param name="MinimumCoverage">Share of the weight whose values must be known before a rating is given, above 0 to 1.</param>
/// <remarks>
/// A linear additive value model with partial information; Keeney and Raiffa, Decisions with Multiple Objectives (1976), section 3.6. That
/// missing items give their weight away assumes that they are neither better nor worse than what is known; <see cref="ScorecardRating.Lowest"/>
/// and <see cref="ScorecardRating.Highest"/> say how far that could be wrong.
/// </remarks>
public sealed record Scorecard(IReadOnlyList<ScorecardItem> Items, IReadOnlyList<RatingBand> Bands, double MinimumCoverage = 0.6)
{
    /// <summary>Scores are compared to this many points, so that 80 is not missed by a rounding of sums.</summary>
    internal const double Tolerance = 1e-9;

    /// <summary>Sum of all weights.</summary>
    public double TotalWeight => Items.Sum(item => item.Weight);

    /// <summary>Codes of what is wrong with the card; empty when it can be used.</summary>
    /// <remarks>
    /// scorecard.no-items, scorecard.item-unnamed, scorecard.item-twice, scorecard.weight-not-positive, scorecard.grades (fewer than 2),
    /// scorecard.no-bands, scorecard.band-unnamed, scorecard.band-twice (a name or a least score), scorecard.band-range (not 0 to 100),
    /// scorecard.no-band-from-0 (a score could be below every rating), scorecard.coverage (not above 0 to 1).
    /// </remarks>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        void Check(bool wrong, string code)
        {
            if (wrong)
                problems.Add(code);
        }

        Check(Items.Count == 0, "scorecard.no-items");
        Check(Items.Any(item => string.IsNullOrWhiteSpace(item.Key)), "scorecard.item-unnamed");
        Check(Items.DistinctBy(item => item.Key, StringComparer.Ordinal).Count() < Items.Count, "scorecard.item-twice");
        Check(Items.Any(item => !double.IsFinite(item.Weight) || item.Weight <= 0), "scorecard.weight-not-positive");
        Check(Items.Any(item => item.Grades < 2), "scorecard.grades");
        Check(Bands.Count == 0, "scorecard.no-bands");
        Check(Bands.Any(band => string.IsNullOrWhiteSpace(band.Key)), "scorecard.band-unnamed");
        Check(
            Bands.DistinctBy(band => band.Key, StringComparer.Ordinal).Count() < Bands.Count
                || Bands.DistinctBy(band => band.From).Count() < Bands.Count,
            "scorecard.band-twice"
        );
        Check(Bands.Any(band => band.From is not (>= 0 and <= 100)), "scorecard.band-range");
        Check(Bands.Count > 0 && Bands.All(band => band.From != 0), "scorecard.no-band-from-0");
        Check(MinimumCoverage is not (> 0 and <= 1), "scorecard.coverage");
        return problems;
    }

    /// <summary>Codes of what is wrong with values for this card; empty when it can be rated.</summary>
    /// <param name="values">One value of 0 to 1 for each item, in the order of the items; null = missing.</param>
    /// <remarks>scorecard.value-count (not one for each item), scorecard.value-range (not 0 to 1), scorecard.value-no-grade (between two grades).</remarks>
    public IReadOnlyList<string> Problems(IReadOnlyList<double?> values)
    {
        if (values.Count != Items.Count)
            return ["scorecard.value-count"];

        var problems = new List<string>();
        if (values.Any(value => value is not null and not (>= 0 and <= 1)))
            problems.Add("scorecard.value-range");
        else if (Items.Where((item, i) => values[i] is { } value && !IsGrade(item, value)).Any())
            problems.Add("scorecard.value-no-grade");

        return problems;
    }

    /// <summary>Rates one account.</summary>
    /// <param name="values">One value of 0 (worst) to 1 (best) for each item, in the order of the items; null = missing.</param>
    /// <exception cref="InvalidOperationException">The card has problems.</exception>
    /// <exception cref="ArgumentException">The values have problems.</exception>
    public ScorecardRating Rate(IReadOnlyList<double?> values)
    {
        var problems = Problems();
        if (problems.Count > 0)
            throw new InvalidOperationException($"The scorecard cannot be used: {string.Join(", ", problems)}.");

        problems = Problems(values);
        if (problems.Count > 0)
            throw new ArgumentException($"The values cannot be rated: {string.Join(", ", problems)}.", nameof(values));

        return new ScorecardRating(this, values);
    }

    /// <summary>The band of a score.</summary>
    internal RatingBand BandOf(double score) => Bands.Where(band => band.From <= score + Tolerance).MaxBy(band => band.From)!;

    private static bool IsGrade(ScorecardItem item, double value) =>
        item.Grades is not { } grades || Math.Abs((value * (grades - 1)) - Math.Round(value * (grades - 1))) < Tolerance;
}

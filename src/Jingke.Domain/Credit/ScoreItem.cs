using Jingke.Domain.Facts;

namespace Jingke.Domain.Credit;

/// <summary>
/// An item of a scorecard. Its value comes from our own books where it has a measure; else from an investigation or from a field of the
/// account's card, whichever was observed later.
/// </summary>
public sealed class ScoreItem
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaximumName = 60;

    /// <summary>The greatest weight.</summary>
    public const int MaximumWeight = 100;

    /// <summary>The longest shelf life, in months.</summary>
    public const int MaximumMonths = 120;

    /// <summary>Grades of a judgement: 1 is worst, 5 is best.</summary>
    public const int Grades = 5;

    private ScoreItem() { }

    /// <summary>A new item, in use.</summary>
    /// <param name="card">The scorecard.</param>
    /// <param name="key">Short name in English that never changes; distinct within the card.</param>
    /// <param name="names">What people read.</param>
    /// <param name="position">Place within the card, smallest first.</param>
    public ScoreItem(ScorecardKind card, string key, LocalName names, int position)
    {
        (Card, Key, Position, IsActive) = (card, key, position, true);
        (NameHans, NameHant, NameEn) = (names.Hans, names.Hant, names.En);
    }

    /// <summary>Identifier.</summary>
    public long Id { get; private set; }

    /// <summary>The scorecard.</summary>
    public ScorecardKind Card { get; private set; }

    /// <summary>Short name in English that never changes.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Simplified Chinese name.</summary>
    public string NameHans { get; private set; } = "";

    /// <summary>Traditional Chinese name; empty means as in simplified Chinese.</summary>
    public string NameHant { get; private set; } = "";

    /// <summary>English name; empty means as in simplified Chinese.</summary>
    public string NameEn { get; private set; } = "";

    /// <summary>How much it counts, 1 to <see cref="MaximumWeight"/>; only proportions matter.</summary>
    public int Weight { get; private set; } = 1;

    /// <summary>Months after which a judgement must be asked for again.</summary>
    public int ShelfMonths { get; private set; } = 12;

    /// <summary>Key of the field of the card that it can be read from; null for none.</summary>
    public string? FieldKey { get; private set; }

    /// <summary>The figure of our own books; null for none.</summary>
    public ScoreMeasure? Measure { get; private set; }

    /// <summary>Place within the card.</summary>
    public int Position { get; private set; }

    /// <summary>Whether it counts. What was found of one that does not is kept.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>The names together.</summary>
    public LocalName Names => new(NameHans, NameHant, NameEn);

    /// <summary>Whether what was observed on a day is out of date.</summary>
    public bool IsStale(DateOnly observedOn, DateOnly today) => observedOn.AddMonths(ShelfMonths) < today;

    /// <summary>Says where its value comes from; for items that come with the product.</summary>
    public void ReadFrom(string? fieldKey, ScoreMeasure? measure) => (FieldKey, Measure) = (fieldKey, measure);

    /// <summary>Changes what a company may change.</summary>
    /// <exception cref="RuleException"><c>score-item.weight-outside</c>, <c>score-item.months-outside</c></exception>
    public void Change(int weight, int shelfMonths, bool isActive)
    {
        if (weight is < 1 or > MaximumWeight)
            throw new RuleException("score-item.weight-outside", MaximumWeight);
        if (shelfMonths is < 1 or > MaximumMonths)
            throw new RuleException("score-item.months-outside", MaximumMonths);

        (Weight, ShelfMonths, IsActive) = (weight, shelfMonths, isActive);
    }
}

namespace Jingke.Domain.Facts.Vetting;

/// <summary>One fact within an opinion.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Reliability">Its own reliability in percent.</param>
/// <param name="Representative">The test it passed or not.</param>
/// <param name="Timely">The test of its age.</param>
internal sealed record OpinionFact(Testimony Fact, int Reliability, Finding Representative, Finding Timely)
{
    /// <summary>Whether it is within its shelf life.</summary>
    public bool IsFresh => Timely.Result == TestResult.Pass;

    /// <summary>Whether it counts for nothing, whatever others say.</summary>
    public bool Fails => Representative.Result == TestResult.Fail || Timely.Code == FactTests.Future;
}

/// <summary>Facts of one field that say the same.</summary>
internal sealed class Opinion
{
    private readonly string key;
    private readonly List<OpinionFact> counting;

    private Opinion(string key, List<OpinionFact> facts)
    {
        (this.key, Facts) = (key, facts);
        // Stale facts do not speak beside fresh ones, but what has only stale ones is still the last that was known.
        var sound = facts.Where(fact => !fact.Fails).ToList();
        var fresh = sound.Where(fact => fact.IsFresh).ToList();
        IsFresh = fresh.Count > 0;
        counting = IsFresh ? fresh : sound;
        Reliability =
            counting.Count == 0
                ? 0
                : Vetting.Reliability.Together(
                    counting
                        .GroupBy(fact => (fact.Fact.ChannelId, fact.Fact.RecordedById))
                        .GroupBy(same => same.Key.ChannelId, same => same.Max(fact => fact.Reliability))
                        .Select(channel => channel.Max())
                );
        IsUsable = Reliability >= Vetting.Reliability.Sufficient;
    }

    /// <summary>All facts of it.</summary>
    public IReadOnlyList<OpinionFact> Facts { get; }

    /// <summary>Whether a fact of it is within its shelf life.</summary>
    public bool IsFresh { get; }

    /// <summary>Reliability of all its channels together.</summary>
    public int Reliability { get; }

    /// <summary>Whether it may be believed.</summary>
    public bool IsUsable { get; }

    /// <inheritdoc cref="Vetting.Reliability.ClassOf"/>
    public int Class => Vetting.Reliability.ClassOf(Reliability);

    /// <summary>Number of channels that say it.</summary>
    public int Channels => counting.Select(fact => fact.Fact.ChannelId).Distinct().Count();

    /// <summary>Whether a person confirmed it.</summary>
    public bool IsConfirmed => counting.Exists(fact => fact.Fact.Settlement == FactSettlement.Confirmed);

    /// <summary>The latest day for which it is vouched for.</summary>
    public DateOnly LatestOn => counting.Max(fact => FactTests.DayOf(fact.Fact));

    /// <summary>When it was last written down.</summary>
    public DateTime LatestAt => counting.Max(fact => fact.Fact.RecordedAt);

    /// <summary>The fact that speaks for it: the latest of the most reliable class.</summary>
    public OpinionFact Best =>
        counting.MaxBy(fact =>
            (Vetting.Reliability.ClassOf(fact.Reliability), FactTests.DayOf(fact.Fact), fact.Fact.RecordedAt, fact.Fact.Id)
        )!;

    /// <summary>What it says.</summary>
    public FieldValue Value => Best.Fact.FieldValue;

    /// <summary>Groups the facts that a person has not dismissed by what they say.</summary>
    public static List<Opinion> Of(VettingCase given)
    {
        var open = given
            .Facts.Where(fact => fact.Settlement is null or FactSettlement.Confirmed)
            // In an order of their own, so that the grouping does not depend on the order given.
            .OrderBy(fact => fact.ObservedOn)
            .ThenBy(fact => fact.RecordedAt)
            .ThenBy(fact => fact.Id);
        var groups = new List<(FieldValue Value, List<OpinionFact> Facts)>();
        foreach (var fact in open)
        {
            var group = groups.Find(each => Agreement.Holds(given.Field.Type, each.Value, fact.FieldValue));
            if (group.Facts is null)
                groups.Add(group = (fact.FieldValue, []));
            group.Facts.Add(new(fact, ReliabilityOf(given, fact), FactTests.Representative(given, fact), FactTests.Timely(given, fact)));
        }
        return [.. groups.Select(group => new Opinion(given.Field.Key, group.Facts))];
    }

    /// <summary>Whether it is to be believed rather than another: at least as reliable and at least as recent, and not alike in both.</summary>
    public bool Outdoes(Opinion other) =>
        Class >= other.Class && LatestOn >= other.LatestOn && !IsAlike(other)
        // Written down later the same day by the same person from the same source, it is a correction.
        || (IsAlike(other) && Corrects(other));

    /// <summary>Whether neither reliability nor recency tells it from another.</summary>
    public bool IsAlike(Opinion other) => Class == other.Class && LatestOn == other.LatestOn;

    /// <summary>What a person has to be asked about, though nothing else contradicts; null when there is nothing.</summary>
    public (string Code, IReadOnlyList<object?> Args)? Doubt(VettingCase given)
    {
        if (IsConfirmed)
            return null;
        if (counting.TrueForAll(fact => fact.Representative.Result == TestResult.Doubt))
            return (Best.Representative.Code, Best.Representative.Args);
        return CrossChecks.Find(key, Value, Reliability, LatestAt, given.Evidence) is { } found ? (found.Code, found.Args) : null;
    }

    private bool Corrects(Opinion other)
    {
        var (mine, theirs) = (Best.Fact, other.Best.Fact);
        return mine.ChannelId == theirs.ChannelId
            && mine.RecordedById == theirs.RecordedById
            && (mine.RecordedAt, mine.Id).CompareTo((theirs.RecordedAt, theirs.Id)) > 0;
    }

    private static int ReliabilityOf(VettingCase given, Testimony fact)
    {
        var own = Vetting.Reliability.OfFact(given.ReliabilityOfChannel(fact.ChannelId), fact.IsFirstHand);
        return fact.Settlement == FactSettlement.Confirmed ? Math.Max(own, Vetting.Reliability.Confirmed) : own;
    }
}

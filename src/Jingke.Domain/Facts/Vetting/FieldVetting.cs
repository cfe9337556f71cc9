namespace Jingke.Domain.Facts.Vetting;

/// <summary>
/// Decides what is believed of one field, and says why. Facts that say the same stand together. Among those that pass the tests by
/// themselves, the one that is at least as reliable and at least as recent as every other is accepted; where the more reliable is not
/// the more recent, or both are alike, a person has to decide. The result depends on the facts alone, not on the order in which they
/// were written down.
/// </summary>
public static class FieldVetting
{
    /// <summary>Vets all facts of a field together.</summary>
    public static SlotVerdict Run(VettingCase given)
    {
        var groups = Opinion.Of(given);
        var standing = new Dictionary<long, FactStanding>();
        var consistency = new Dictionary<long, Finding>();

        var usable = groups.Where(group => group.IsUsable).ToList();
        var fresh = usable.Where(group => group.IsFresh).ToList();
        var verdict =
            fresh.Count > 0 ? Decide(given, fresh)
            : usable.Count > 0 ? LastKnown(usable)
            : new Decision(Knowledge.Unknown, null, given.Facts.Count == 0 ? "nothing-recorded" : "none-passed", []);

        foreach (var group in groups)
        foreach (var fact in group.Facts)
            (standing[fact.Fact.Id], consistency[fact.Fact.Id]) = StandingOf(group, fact, verdict, fresh);

        // Those that a person said were wrong, or true once, are out of all comparison.
        var facts = given
            .Facts.Select(fact =>
                standing.TryGetValue(fact.Id, out var found)
                    ? Verdict(given, fact, found, consistency[fact.Id], groups)
                    : Dismissed(given, fact)
            )
            .ToList();
        return new(verdict.Knowledge, verdict.Shown?.Best.Fact, verdict.Rule, verdict.Args, facts);
    }

    private static Decision Decide(VettingCase given, List<Opinion> fresh)
    {
        var doubts = fresh.ToDictionary(group => group, group => group.Doubt(given));
        var sound = fresh.Where(group => doubts[group] is null).ToList();
        if (sound.Count == 0)
            return Ask(Leader(fresh), shown: null);

        // What is out of the ordinary does not push aside what is known; whether it should is asked.
        var decided = DecideSound(sound);
        var doubtful = fresh.Where(group => doubts[group] is not null && decided.Shown?.Outdoes(group) != true).ToList();
        return decided.Knowledge == Knowledge.Known && doubtful.Count > 0 ? Ask(Leader(doubtful), decided.Shown) : decided;

        Decision Ask(Opinion about, Opinion? shown) => new(Knowledge.Disputed, shown, doubts[about]!.Value.Code, doubts[about]!.Value.Args);
    }

    private static Opinion Leader(List<Opinion> groups) =>
        groups.MaxBy(group => (group.Class, group.LatestOn, group.LatestAt, group.Best.Fact.Id))!;

    private static Decision DecideSound(List<Opinion> sound)
    {
        var best = Leader(sound);
        var rivals = sound.Where(group => group != best).ToList();
        if (rivals.Find(rival => !best.Outdoes(rival)) is { } open)
            return best.IsAlike(open)
                ? new(Knowledge.Disputed, null, "tie", [best.Value, open.Value])
                : new(Knowledge.Disputed, best, "contradicted", [best.Value, open.Value]);

        return new(Knowledge.Known, best, RuleOf(best, rivals), [best.Reliability, best.LatestOn]);
    }

    private static string RuleOf(Opinion best, List<Opinion> rivals) =>
        best.IsConfirmed ? "confirmed"
        : rivals.Count > 0
            ? rivals.Exists(rival => rival.Class < best.Class) ? "more-reliable"
                : "newer"
        : best.Channels > 1 ? "corroborated"
        : "only-one";

    // What is past its shelf life is not shown as true, but it is the best that can be asked about.
    private static Decision LastKnown(List<Opinion> usable)
    {
        var last = usable.MaxBy(group => (group.LatestOn, group.Class, group.LatestAt))!;
        return new(Knowledge.Stale, last, "stale", [last.LatestOn]);
    }

    private static (FactStanding, Finding) StandingOf(Opinion group, OpinionFact fact, Decision verdict, List<Opinion> fresh)
    {
        var isShown = ReferenceEquals(group, verdict.Shown);
        var agrees = Consistent(TestResult.Pass, fresh.Count > 1 ? "agrees-best" : "no-contradiction");
        if (fact.Fails || !group.IsUsable)
            return (FactStanding.Failed, agrees);
        if (isShown && verdict.Knowledge == Knowledge.Stale)
            return (ReferenceEquals(fact, group.Best) ? FactStanding.Stale : FactStanding.Supporting, agrees);
        if (isShown)
            return (ReferenceEquals(fact, group.Best) ? FactStanding.Accepted : FactStanding.Supporting, agrees);
        if (verdict.Knowledge == Knowledge.Disputed && fresh.Contains(group) && (verdict.Shown is null || !verdict.Shown.Outdoes(group)))
            return (FactStanding.Disputed, Consistent(TestResult.Doubt, verdict.Rule, [.. verdict.Args]));
        return verdict.Shown is null
            ? (FactStanding.Outranked, agrees)
            : (FactStanding.Outranked, Consistent(TestResult.Fail, "differs", group.Value, verdict.Shown.Value));
    }

    private static Finding Consistent(TestResult result, string code, params object?[] args) =>
        new(FactTest.Consistent, result, code, args);

    private static FactVerdict Verdict(VettingCase given, Testimony fact, FactStanding standing, Finding consistent, List<Opinion> groups)
    {
        var group = groups.First(each => each.Facts.Any(one => one.Fact == fact));
        var own = group.Facts.First(one => one.Fact == fact);
        return new(
            fact,
            standing,
            own.Reliability,
            [own.Representative, FactTests.Reliable(fact, own.Reliability, group.Reliability), consistent, own.Timely]
        );
    }

    private static FactVerdict Dismissed(VettingCase given, Testimony fact)
    {
        var wrong = fact.Settlement == FactSettlement.Wrong;
        return new(
            fact,
            wrong ? FactStanding.Rejected : FactStanding.Outranked,
            0,
            [
                FactTests.Representative(given, fact),
                new(FactTest.Reliable, wrong ? TestResult.Fail : TestResult.Pass, wrong ? "found-wrong" : "was-true", fact.SettledOn),
                Consistent(wrong ? TestResult.Fail : TestResult.Pass, wrong ? "rejected" : "was-true", fact.SettledOn),
                FactTests.Timely(given, fact),
            ]
        );
    }

    private sealed record Decision(Knowledge Knowledge, Opinion? Shown, string Rule, IReadOnlyList<object?> Args);
}

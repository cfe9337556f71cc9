namespace Jingke.Domain.Facts.Vetting;

/// <summary>How well one field of an account or contact is known.</summary>
public enum Knowledge
{
    /// <summary>Nothing is known that could be believed.</summary>
    Unknown,

    /// <summary>The accepted value holds.</summary>
    Known,

    /// <summary>What was known is past its shelf life and has to be asked for again.</summary>
    Stale,

    /// <summary>Facts contradict each other or are out of the ordinary: a person has to decide.</summary>
    Disputed,
}

/// <summary>What vetting made of all facts of one field.</summary>
/// <param name="Knowledge">How well the field is known.</param>
/// <param name="Shown">The fact whose value is shown: as true when known, as the last one known when stale, as still standing when disputed; null when none can be shown.</param>
/// <param name="Rule">Code of the sentence that says why this value and no other, e.g. <c>newer</c>.</param>
/// <param name="RuleArgs">What that sentence needs.</param>
/// <param name="Facts">Each fact with its standing, in the order given.</param>
public sealed record SlotVerdict(
    Knowledge Knowledge,
    Testimony? Shown,
    string Rule,
    IReadOnlyList<object?> RuleArgs,
    IReadOnlyList<FactVerdict> Facts
);

/// <summary>What vetting made of one fact.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Standing">Its standing.</param>
/// <param name="Reliability">In percent.</param>
/// <param name="Findings">The result of each of the four tests.</param>
public sealed record FactVerdict(Testimony Fact, FactStanding Standing, int Reliability, IReadOnlyList<Finding> Findings);

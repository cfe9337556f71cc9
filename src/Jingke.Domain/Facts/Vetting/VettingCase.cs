namespace Jingke.Domain.Facts.Vetting;

/// <summary>All facts of one field of one account or contact, with what they are held against.</summary>
/// <param name="Field">The field.</param>
/// <param name="Facts">The facts, in any order.</param>
/// <param name="Today">The organisation's day.</param>
/// <param name="ReliabilityOfChannel">What a channel is worth at first hand, in percent; see <see cref="Reliability.OfChannel"/>.</param>
public sealed record VettingCase(
    FieldDefinition Field,
    IReadOnlyList<Testimony> Facts,
    DateOnly Today,
    Func<long, int> ReliabilityOfChannel
)
{
    /// <summary>What accounts like this show; null when too few are known.</summary>
    public PeerRange? Peers { get; init; }

    /// <summary>What else is known of the account.</summary>
    public AccountEvidence Evidence { get; init; } = AccountEvidence.None;
}

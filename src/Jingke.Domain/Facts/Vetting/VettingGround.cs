namespace Jingke.Domain.Facts.Vetting;

/// <summary>What all accounts are vetted on: the catalogue, the day, what channels are worth and what others show.</summary>
/// <param name="Field">The field with an identifier.</param>
/// <param name="Today">The organisation's day.</param>
/// <param name="ReliabilityOfChannel">What a channel is worth at first hand, in percent.</param>
/// <param name="Peers">What accounts like one (see <see cref="PeerRange.Like"/>) show in a field; null when too few are known.</param>
public sealed record VettingGround(
    Func<long, FieldDefinition> Field,
    DateOnly Today,
    Func<long, int> ReliabilityOfChannel,
    Func<long, string, PeerRange?> Peers
);

/// <summary>An account to be vetted.</summary>
/// <param name="Facts">All facts about it and its contacts.</param>
/// <param name="Asked">The fields that the catalogue asks for in such an account.</param>
/// <param name="Like">Which accounts it is compared with.</param>
/// <param name="Books">What our books say of it.</param>
public sealed record VettedAccount(
    IReadOnlyCollection<(SlotKey Slot, Testimony Fact)> Facts,
    IReadOnlyList<FieldDefinition> Asked,
    string Like,
    AccountEvidence Books
);

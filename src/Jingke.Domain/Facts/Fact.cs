using Jingke.Domain.Accounts;
using Jingke.Domain.Contacts;

namespace Jingke.Domain.Facts;

/// <summary>
/// What somebody once found out about an account or a contact: one value of one field, with its source and its day. A fact is never
/// changed and never removed (but for personal data that must be erased); what becomes of it is its <see cref="Standing"/>.
/// </summary>
public sealed class Fact : IOfAccount
{
    /// <summary>The longest value, in characters.</summary>
    public const int MaximumLength = 4000;

    private Fact() { }

    /// <summary>Writes a fact down. Whether it is believed is decided by vetting all facts of the field together.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="contactId">The contact, for fields of contacts.</param>
    /// <param name="fieldId">The field.</param>
    /// <param name="value">The value as stored; see <see cref="FieldValue"/>.</param>
    /// <param name="origin">Where it comes from.</param>
    /// <param name="recordedAt">When it was written down.</param>
    /// <param name="recordedById">Who wrote it down; null for the system.</param>
    public Fact(long accountId, long? contactId, long fieldId, FieldValue value, FactOrigin origin, DateTime recordedAt, Guid? recordedById)
    {
        (AccountId, ContactId, FieldId) = (accountId, contactId, fieldId);
        (Value, Number) = (value.Text, value.Number);
        (ChannelId, IsFirstHand, ObservedOn, IsOneOff) = (origin.ChannelId, origin.IsFirstHand, origin.ObservedOn, origin.IsOneOff);
        (Note, AttachmentId) = (string.IsNullOrWhiteSpace(origin.Note) ? null : origin.Note.Trim(), origin.AttachmentId);
        (RecordedAt, RecordedById, ImportBatchId) = (recordedAt, recordedById, origin.ImportBatchId);
    }

    /// <summary>Identifier, rising with time.</summary>
    public long Id { get; private set; }

    /// <inheritdoc/>
    public long AccountId { get; private set; }

    /// <inheritdoc/>
    public Account? Account { get; private set; }

    /// <summary>The contact it is about; null for a fact about the account.</summary>
    public long? ContactId { get; private set; }

    /// <summary>The contact it is about.</summary>
    public Contact? Contact { get; private set; }

    /// <summary>The field.</summary>
    public long FieldId { get; private set; }

    /// <summary>The field.</summary>
    public FieldDefinition? Field { get; private set; }

    /// <summary>The value as stored; see <see cref="FieldValue"/>.</summary>
    public string Value { get; private set; } = "";

    /// <summary>The value where it can be measured: ten-thousandths of numbers and amounts, day numbers of days; null otherwise.</summary>
    public long? Number { get; private set; }

    /// <summary>Where it comes from.</summary>
    public long ChannelId { get; private set; }

    /// <summary>Whether it was seen or heard at first hand, not from hearsay.</summary>
    public bool IsFirstHand { get; private set; }

    /// <summary>The day for which it was true.</summary>
    public DateOnly ObservedOn { get; private set; }

    /// <summary>Whether the recorder said that it holds for a single occasion only.</summary>
    public bool IsOneOff { get; private set; }

    /// <summary>What the recorder added.</summary>
    public string? Note { get; private set; }

    /// <summary>A file that proves it.</summary>
    public long? AttachmentId { get; private set; }

    /// <summary>When it was written down.</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>Who wrote it down; null for the system.</summary>
    public Guid? RecordedById { get; private set; }

    /// <summary>The import that brought it; null when a person did.</summary>
    public long? ImportBatchId { get; private set; }

    /// <summary>What vetting made of it.</summary>
    public FactStanding Standing { get; private set; }

    /// <summary>How far it could be relied on at the last vetting, in percent.</summary>
    public int Reliability { get; private set; }

    /// <summary>What a person decided about it; null while nobody had to.</summary>
    public FactSettlement? Settlement { get; private set; }

    /// <summary>When a person decided.</summary>
    public DateTime? SettledAt { get; private set; }

    /// <summary>Who decided.</summary>
    public Guid? SettledById { get; private set; }

    /// <summary>Why it was rejected.</summary>
    public string? SettledReason { get; private set; }

    /// <summary>Takes what vetting found.</summary>
    public void Judge(FactStanding standing, int reliability) => (Standing, Reliability) = (standing, reliability);

    /// <summary>Takes what a person decided.</summary>
    public void Settle(FactSettlement settlement, DateTime at, Guid? byId, string? reason = null) =>
        (Settlement, SettledAt, SettledById, SettledReason) = (
            settlement,
            at,
            byId,
            string.IsNullOrWhiteSpace(reason) ? null : reason.Trim()
        );
}

/// <summary>Where a fact comes from.</summary>
/// <param name="ChannelId">The channel.</param>
/// <param name="IsFirstHand">Whether it was seen or heard at first hand.</param>
/// <param name="ObservedOn">The day for which it was true.</param>
public sealed record FactOrigin(long ChannelId, bool IsFirstHand, DateOnly ObservedOn)
{
    /// <summary>Whether it holds for a single occasion only.</summary>
    public bool IsOneOff { get; init; }

    /// <summary>What the recorder adds.</summary>
    public string? Note { get; init; }

    /// <summary>A file that proves it.</summary>
    public long? AttachmentId { get; init; }

    /// <summary>The import that brings it.</summary>
    public long? ImportBatchId { get; init; }
}

/// <summary>What vetting made of a fact.</summary>
public enum FactStanding
{
    /// <summary>Not vetted yet.</summary>
    New,

    /// <summary>The value that the card shows as true 采信.</summary>
    Accepted,

    /// <summary>Says the same as the accepted one 佐证.</summary>
    Supporting,

    /// <summary>A better one stands above it 备查.</summary>
    Outranked,

    /// <summary>Contradicts, or is out of the ordinary: a person has to decide 待核实.</summary>
    Disputed,

    /// <summary>The last value known, past its shelf life 已过期.</summary>
    Stale,

    /// <summary>Failed a test, kept but not shown as true 未通过.</summary>
    Failed,

    /// <summary>A person said that it is wrong 已否定.</summary>
    Rejected,
}

/// <summary>What a person decided about a fact.</summary>
public enum FactSettlement
{
    /// <summary>It is true: confirmed when it was settled.</summary>
    Confirmed,

    /// <summary>It was never true; this counts against its source.</summary>
    Wrong,

    /// <summary>It was true once; this does not count against its source.</summary>
    Outdated,
}

using Jingke.Domain.Accounts;
using Jingke.Domain.Audit;

namespace Jingke.Domain.Contacts;

/// <summary>How two people of an account stand to each other: 汇报给, 夫妻, 同学 …</summary>
public sealed class ContactRelation : IOfAccount, IRecyclable
{
    /// <summary>The longest note, in characters.</summary>
    public const int MaximumNoteLength = 500;

    private ContactRelation() { }

    /// <summary>Relates two people. A relation that reads the same both ways is kept in one direction, so that it is there once.</summary>
    /// <param name="accountId">The account of both.</param>
    /// <param name="fromId">Who reports, influences, is the parent; of a mutual relation either.</param>
    /// <param name="kind">How they stand to each other.</param>
    /// <param name="toId">To whom.</param>
    /// <param name="note">Anything worth knowing about it.</param>
    /// <exception cref="RuleException"><c>relation.with-self</c>, <c>relation.note-too-long</c></exception>
    public ContactRelation(long accountId, long fromId, RelationKind kind, long toId, string? note)
    {
        if (fromId == toId)
            throw new RuleException("relation.with-self");
        var text = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        if (text?.Length > MaximumNoteLength)
            throw new RuleException("relation.note-too-long", MaximumNoteLength);

        (AccountId, Kind, Note) = (accountId, kind, text);
        (FromId, ToId) = IsDirected(kind) || fromId < toId ? (fromId, toId) : (toId, fromId);
    }

    /// <summary>Identifier.</summary>
    public long Id { get; private set; }

    /// <inheritdoc/>
    public long AccountId { get; private set; }

    /// <inheritdoc/>
    public Account? Account { get; private set; }

    /// <summary>Who reports, influences, is the parent.</summary>
    public long FromId { get; private set; }

    /// <summary>Who reports, influences, is the parent.</summary>
    public Contact? From { get; private set; }

    /// <summary>How they stand to each other.</summary>
    public RelationKind Kind { get; private set; }

    /// <summary>To whom.</summary>
    public long ToId { get; private set; }

    /// <summary>To whom.</summary>
    public Contact? To { get; private set; }

    /// <summary>Anything worth knowing about it.</summary>
    public string? Note { get; private set; }

    /// <inheritdoc/>
    public DateTime? DeletedAt { get; private set; }

    /// <inheritdoc/>
    public Guid? DeletedById { get; private set; }

    /// <summary>Whether a relation reads otherwise from the other side: a boss is no subordinate, a spouse is one both ways.</summary>
    public static bool IsDirected(RelationKind kind) => kind is RelationKind.ReportsTo or RelationKind.ParentOf or RelationKind.Influences;
}

/// <summary>How two people stand to each other.</summary>
public enum RelationKind
{
    /// <summary>汇报给</summary>
    ReportsTo,

    /// <summary>影响: the other listens to them</summary>
    Influences,

    /// <summary>夫妻</summary>
    Spouse,

    /// <summary>父母: is the father or mother of</summary>
    ParentOf,

    /// <summary>兄弟姐妹</summary>
    Sibling,

    /// <summary>朋友</summary>
    Friend,

    /// <summary>同学</summary>
    Classmate,

    /// <summary>前同事</summary>
    FormerColleague,

    /// <summary>对头</summary>
    Rival,
}

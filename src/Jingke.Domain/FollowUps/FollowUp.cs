using Jingke.Domain.Accounts;
using Jingke.Domain.Contacts;

namespace Jingke.Domain.FollowUps;

/// <summary>One contact with a customer 跟进: a visit, a call, a message. Never changed; what was wrong is said in a later one.</summary>
public sealed class FollowUp : IOfAccount
{
    /// <summary>The longest summary, in characters.</summary>
    public const int MaximumLength = 4000;

    private FollowUp() { }

    /// <summary>Writes a contact down.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="kind">How the customer was contacted.</param>
    /// <param name="on">The day of the contact, as the organisation counts days.</param>
    /// <param name="summary">What came of it.</param>
    /// <param name="at">When it was written down.</param>
    /// <param name="byId">Who was in contact; null for the system.</param>
    /// <exception cref="RuleException"><c>follow-up.summary-missing</c>, <c>follow-up.too-long</c></exception>
    public FollowUp(long accountId, FollowUpKind kind, DateOnly on, string? summary, DateTime at, Guid? byId)
    {
        var text = summary?.Trim() ?? "";
        if (text.Length == 0)
            throw new RuleException("follow-up.summary-missing");
        if (text.Length > MaximumLength)
            throw new RuleException("follow-up.too-long", MaximumLength);

        (AccountId, Kind, On, Summary, RecordedAt, ById) = (accountId, kind, on, text, at, byId);
    }

    /// <summary>Identifier.</summary>
    public long Id { get; private set; }

    /// <inheritdoc/>
    public long AccountId { get; private set; }

    /// <inheritdoc/>
    public Account? Account { get; private set; }

    /// <summary>How the customer was contacted.</summary>
    public FollowUpKind Kind { get; private set; }

    /// <summary>The day of the contact.</summary>
    public DateOnly On { get; private set; }

    /// <summary>With whom, where that is one of the contacts on file.</summary>
    public long? ContactId { get; private set; }

    /// <summary>With whom, where that is one of the contacts on file.</summary>
    public Contact? Contact { get; private set; }

    /// <summary>What came of it.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>When it was written down.</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>Who was in contact; null for the system.</summary>
    public Guid? ById { get; private set; }

    /// <summary>
    /// Identifier that the phone gave the entry before it had a network; unique, so that an entry sent twice is kept once. Null for what
    /// was entered otherwise.
    /// </summary>
    public Guid? EntryId { get; private set; }

    /// <summary>Says with whom.</summary>
    public void With(long? contactId) => ContactId = contactId;

    /// <summary>Keeps the identifier that the phone gave.</summary>
    public void EnteredAs(Guid? entryId) => EntryId = entryId;
}

/// <summary>How a customer was contacted.</summary>
public enum FollowUpKind
{
    /// <summary>上门拜访</summary>
    Visit,

    /// <summary>电话</summary>
    Call,

    /// <summary>微信等即时消息</summary>
    Message,

    /// <summary>邮件</summary>
    Email,

    /// <summary>会议、展会</summary>
    Meeting,

    /// <summary>客户来访</summary>
    Reception,

    /// <summary>其他</summary>
    Other,
}

using Jingke.Domain.Accounts;

namespace Jingke.Domain.Contacts;

/// <summary>
/// On what ground personal data of a contact are kept, and for which purpose 处理目的与合法性基础: the Personal Information Protection Law
/// (个人信息保护法) asks for a clear purpose (article 6), one of the grounds of article 13, and a consent of its own for sensitive data
/// (article 29). A consent can be withdrawn at any time (article 15).
/// </summary>
public sealed class Consent : IOfAccount
{
    /// <summary>Longest note in characters.</summary>
    public const int MaximumNoteLength = 500;

    private Consent() { }

    /// <summary>Records a ground.</summary>
    /// <param name="accountId">The contact's account.</param>
    /// <param name="contactId">The person.</param>
    /// <param name="purpose">What the data are used for.</param>
    /// <param name="basis">The ground.</param>
    /// <param name="coversSensitive">See <see cref="CoversSensitive"/>.</param>
    /// <param name="givenOn">Since when.</param>
    /// <param name="note">How it was given.</param>
    /// <param name="at">When it was recorded.</param>
    /// <param name="byId">Who recorded it.</param>
    /// <exception cref="RuleException"><c>consent.sensitive-without-consent</c>: only a consent can cover sensitive data;
    /// <c>consent.note-long</c></exception>
    public Consent(
        long accountId,
        long contactId,
        DataPurpose purpose,
        LegalBasis basis,
        bool coversSensitive,
        DateOnly givenOn,
        string? note,
        DateTime at,
        Guid? byId
    )
    {
        if (coversSensitive && basis is not LegalBasis.Consent)
            throw new RuleException("consent.sensitive-without-consent");
        if (note?.Length > MaximumNoteLength)
            throw new RuleException("consent.note-long", MaximumNoteLength);

        (AccountId, ContactId, Purpose, Basis, CoversSensitive) = (accountId, contactId, purpose, basis, coversSensitive);
        (GivenOn, Note, RecordedAt, RecordedById) = (givenOn, string.IsNullOrWhiteSpace(note) ? null : note.Trim(), at, byId);
    }

    /// <summary>Identifier.</summary>
    public long Id { get; private set; }

    /// <inheritdoc/>
    public long AccountId { get; private set; }

    /// <inheritdoc/>
    public Account? Account { get; private set; }

    /// <summary>The person.</summary>
    public long ContactId { get; private set; }

    /// <summary>The person.</summary>
    public Contact? Contact { get; private set; }

    /// <summary>What the data are used for.</summary>
    public DataPurpose Purpose { get; private set; }

    /// <summary>The ground.</summary>
    public LegalBasis Basis { get; private set; }

    /// <summary>Whether the person consented to sensitive data on its own 单独同意.</summary>
    public bool CoversSensitive { get; private set; }

    /// <summary>Since when.</summary>
    public DateOnly GivenOn { get; private set; }

    /// <summary>When it was withdrawn; null while it holds.</summary>
    public DateOnly? WithdrawnOn { get; private set; }

    /// <summary>How it was given: a signed form, a message.</summary>
    public string? Note { get; private set; }

    /// <summary>When it was recorded.</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>Who recorded it; null for the system.</summary>
    public Guid? RecordedById { get; private set; }

    /// <summary>Ends it.</summary>
    /// <exception cref="RuleException"><c>consent.withdrawn-already</c>, <c>consent.withdrawn-before-given</c></exception>
    public void Withdraw(DateOnly on)
    {
        if (WithdrawnOn is not null)
            throw new RuleException("consent.withdrawn-already");
        if (on < GivenOn)
            throw new RuleException("consent.withdrawn-before-given");

        WithdrawnOn = on;
    }
}

/// <summary>What personal data are used for.</summary>
public enum DataPurpose
{
    /// <summary>Concluding and fulfilling contracts: orders, delivery, payment.</summary>
    Trade,

    /// <summary>Service and after-sales.</summary>
    Service,

    /// <summary>Keeping up the business relation: visits, calls, greetings.</summary>
    Relation,

    /// <summary>Offers and marketing.</summary>
    Marketing,
}

/// <summary>The grounds of article 13 that matter to sales.</summary>
public enum LegalBasis
{
    /// <summary>The person agreed 同意.</summary>
    Consent,

    /// <summary>Needed to conclude or fulfil a contract with the person 订立、履行合同所必需.</summary>
    Contract,

    /// <summary>Needed to fulfil a duty of law 履行法定职责或法定义务所必需.</summary>
    LegalDuty,

    /// <summary>The person made the data public, and they are used within reason 个人自行公开或其他已合法公开.</summary>
    MadePublic,
}

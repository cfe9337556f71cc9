using Jingke.Domain.Accounts;
using Jingke.Domain.Audit;

namespace Jingke.Domain.Contacts;

/// <summary>A person at an account.</summary>
public sealed class Contact : IRecyclable, IOfAccount
{
    private Contact() { }

    /// <summary>A new contact of an account.</summary>
    /// <exception cref="RuleException"><c>contact.name-missing</c></exception>
    public Contact(long accountId, string name)
    {
        AccountId = accountId;
        Rename(name);
    }

    /// <summary>Identifier.</summary>
    public long Id { get; private set; }

    /// <summary>The account the person belongs to.</summary>
    public long AccountId { get; private set; }

    /// <summary>The account the person belongs to.</summary>
    public Account? Account { get; private set; }

    /// <summary>Full name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Position, e.g. 采购总监.</summary>
    public string? Title { get; private set; }

    /// <summary>Mobile number.</summary>
    public string? Mobile { get; private set; }

    /// <summary>Office number.</summary>
    public string? Phone { get; private set; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; private set; }

    /// <summary>Anything worth knowing.</summary>
    public string? Note { get; private set; }

    /// <summary>Whether this is the person to call first 首要联系人. At most one per account.</summary>
    public bool IsPrimary { get; private set; }

    /// <summary>What the person does when the account buys; null while that is not known.</summary>
    public BuyingRoles? Roles { get; private set; }

    /// <summary>How the person stands to us; null while that is not known.</summary>
    public Attitude? Attitude { get; private set; }

    /// <summary>How well we know the person: 0 not yet, 1 we have met, 2 well, 3 they trust us.</summary>
    public int Acquaintance { get; private set; }

    /// <summary>The import that created it; null when a person did.</summary>
    public long? CreatedByBatchId { get; private set; }

    /// <inheritdoc/>
    public DateTime? DeletedAt { get; private set; }

    /// <inheritdoc/>
    public Guid? DeletedById { get; private set; }

    /// <summary>When what was known of the person was erased at their request 按本人要求删除; null while it is kept.</summary>
    public DateTime? ErasedAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Gives the person another name.</summary>
    /// <exception cref="RuleException"><c>contact.name-missing</c></exception>
    public void Rename(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new RuleException("contact.name-missing");

        Name = name.Trim();
    }

    /// <summary>Sets how the person can be reached; empty text becomes null.</summary>
    public void Describe(string? title, string? mobile, string? phone, string? email, string? note)
    {
        (Title, Mobile, Phone, Email, Note) = (Text(title), Text(mobile), Text(phone), Text(email), Text(note));
    }

    /// <summary>The highest <see cref="Acquaintance"/>.</summary>
    public const int MaximumAcquaintance = 3;

    /// <summary>Says what part the person plays when the account buys.</summary>
    /// <param name="roles">What they do; none and null are the same.</param>
    /// <param name="attitude">How they stand to us; null when that is not known.</param>
    /// <param name="acquaintance">How well we know them, 0 to 3.</param>
    /// <exception cref="RuleException"><c>contact.acquaintance-outside</c> (highest)</exception>
    public void PlayPart(BuyingRoles? roles, Attitude? attitude, int acquaintance)
    {
        if (acquaintance is < 0 or > MaximumAcquaintance)
            throw new RuleException("contact.acquaintance-outside", MaximumAcquaintance);

        (Roles, Attitude, Acquaintance) = (roles == BuyingRoles.None ? null : roles, attitude, acquaintance);
    }

    /// <summary>Makes the person the first one to call, or no longer.</summary>
    public void MarkPrimary(bool primary) => IsPrimary = primary;

    /// <summary>Puts the contact into the recycle bin.</summary>
    public void Delete(DateTime at, Guid? by) => (DeletedAt, DeletedById) = (at, by);

    /// <summary>Takes the contact out of the recycle bin.</summary>
    public void Restore() => (DeletedAt, DeletedById) = (null, null);

    /// <summary>
    /// Forgets the person and keeps the place: follow-ups and orders still count. Facts, relations and what is found by search are the
    /// caller's to remove.
    /// </summary>
    /// <param name="words">What stands in the name's place.</param>
    /// <param name="at">When.</param>
    public void Erase(string words, DateTime at)
    {
        Name = words;
        (Title, Mobile, Phone, Email, Note) = (null, null, null, null, null);
        (Roles, Attitude, Acquaintance, IsPrimary) = (null, null, 0, false);
        ErasedAt = at;
    }

    private static string? Text(string? given) => string.IsNullOrWhiteSpace(given) ? null : given.Trim();
}

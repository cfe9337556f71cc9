using Jingke.Domain.Accounts;
using Jingke.Domain.Audit;

namespace Jingke.Domain.Contacts;

/// <summary>A person at an account.</summary>
public sealed class Contact : IRecyclable
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

    /// <summary>The import that created it; null when a person did.</summary>
    public long? CreatedByBatchId { get; private set; }

    /// <inheritdoc/>
    public DateTime? DeletedAt { get; private set; }

    /// <inheritdoc/>
    public Guid? DeletedById { get; private set; }

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

    /// <summary>Makes the person the first one to call, or no longer.</summary>
    public void MarkPrimary(bool primary) => IsPrimary = primary;

    /// <summary>Puts the contact into the recycle bin.</summary>
    public void Delete(DateTime at, Guid? by) => (DeletedAt, DeletedById) = (at, by);

    /// <summary>Takes the contact out of the recycle bin.</summary>
    public void Restore() => (DeletedAt, DeletedById) = (null, null);

    private static string? Text(string? given) => string.IsNullOrWhiteSpace(given) ? null : given.Trim();
}

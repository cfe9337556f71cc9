using Jingke.Domain.Accounts;
using Jingke.Domain.Audit;

namespace Jingke.Domain.Contacts;

/// <summary>Something that members of a household bought together 共同购买.</summary>
public sealed class JointPurchase : IOfAccount, IRecyclable
{
    /// <summary>The longest text of what was bought, in characters.</summary>
    public const int MaximumLength = 200;

    private readonly List<JointPurchaseMember> members = [];

    private JointPurchase() { }

    /// <summary>Writes a purchase down.</summary>
    /// <param name="accountId">The household.</param>
    /// <param name="on">The day.</param>
    /// <param name="what">What was bought.</param>
    /// <param name="amount">What it cost, ten-thousandths of the currency unit; null when that is not known.</param>
    /// <param name="contactIds">Who took part, at least two members of the household.</param>
    /// <param name="note">Anything worth knowing about it.</param>
    /// <exception cref="RuleException"><c>purchase.what-missing</c>, <c>purchase.amount-negative</c>, <c>purchase.members-missing</c></exception>
    public JointPurchase(long accountId, DateOnly on, string? what, long? amount, IReadOnlyCollection<long> contactIds, string? note)
    {
        if (string.IsNullOrWhiteSpace(what))
            throw new RuleException("purchase.what-missing");
        if (amount < 0)
            throw new RuleException("purchase.amount-negative");
        if (contactIds.Distinct().Count() < 2)
            throw new RuleException("purchase.members-missing");

        (AccountId, On, What, Amount) = (accountId, on, what.Trim(), amount);
        Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        members.AddRange(contactIds.Distinct().Select(contact => new JointPurchaseMember(contact)));
    }

    /// <summary>Identifier.</summary>
    public long Id { get; private set; }

    /// <inheritdoc/>
    public long AccountId { get; private set; }

    /// <inheritdoc/>
    public Account? Account { get; private set; }

    /// <summary>The day.</summary>
    public DateOnly On { get; private set; }

    /// <summary>What was bought.</summary>
    public string What { get; private set; } = "";

    /// <summary>What it cost, ten-thousandths of the currency unit; null when that is not known.</summary>
    public long? Amount { get; private set; }

    /// <summary>Anything worth knowing about it.</summary>
    public string? Note { get; private set; }

    /// <summary>Who took part.</summary>
    public IReadOnlyList<JointPurchaseMember> Members => members;

    /// <inheritdoc/>
    public DateTime? DeletedAt { get; private set; }

    /// <inheritdoc/>
    public Guid? DeletedById { get; private set; }
}

/// <summary>A member of a household who took part in a purchase.</summary>
public sealed class JointPurchaseMember
{
    private JointPurchaseMember() { }

    /// <summary>A member who took part.</summary>
    public JointPurchaseMember(long contactId) => ContactId = contactId;

    /// <summary>The purchase.</summary>
    public long PurchaseId { get; private set; }

    /// <summary>The member.</summary>
    public long ContactId { get; private set; }

    /// <summary>The member.</summary>
    public Contact? Contact { get; private set; }
}

using Jingke.Domain.Accounts;

namespace Jingke.Domain.FollowUps;

/// <summary>Something that one colleague has to do about an account 待办: the next step after a contact, or to ask for a fact again.</summary>
public sealed class ToDo : IOfAccount
{
    /// <summary>The longest text, in characters.</summary>
    public const int MaximumLength = 500;

    private ToDo() { }

    /// <summary>A new to-do.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="what">What is to be done.</param>
    /// <param name="dueOn">Until when.</param>
    /// <param name="ownerId">Who has to do it.</param>
    /// <param name="at">When it was written down.</param>
    /// <param name="byId">Who wrote it down; null for the system.</param>
    /// <exception cref="RuleException"><c>to-do.text-missing</c>, <c>to-do.too-long</c></exception>
    public ToDo(long accountId, string? what, DateOnly dueOn, Guid ownerId, DateTime at, Guid? byId)
    {
        var text = what?.Trim() ?? "";
        if (text.Length == 0)
            throw new RuleException("to-do.text-missing");
        if (text.Length > MaximumLength)
            throw new RuleException("to-do.too-long", MaximumLength);

        (AccountId, What, DueOn, OwnerId, CreatedAt, CreatedById) = (accountId, text, dueOn, ownerId, at, byId);
    }

    /// <summary>Identifier.</summary>
    public long Id { get; private set; }

    /// <inheritdoc/>
    public long AccountId { get; private set; }

    /// <inheritdoc/>
    public Account? Account { get; private set; }

    /// <summary>What is to be done.</summary>
    public string What { get; private set; } = "";

    /// <summary>Until when.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>Who has to do it.</summary>
    public Guid OwnerId { get; private set; }

    /// <summary>The contact with the customer that it follows from; null when from none.</summary>
    public long? FollowUpId { get; private set; }

    /// <summary>The catalogue field whose value is to be asked for again; null for anything else.</summary>
    public long? FieldId { get; private set; }

    /// <summary>When it was written down.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Who wrote it down; null for the system.</summary>
    public Guid? CreatedById { get; private set; }

    /// <summary>When it was done; null while it is open.</summary>
    public DateTime? DoneAt { get; private set; }

    /// <summary>Says which contact it follows from.</summary>
    public void After(FollowUp followUp) => FollowUpId = followUp.Id;

    /// <summary>Says which field is to be asked for again.</summary>
    public void About(long fieldId) => FieldId = fieldId;

    /// <summary>Gives it to another colleague.</summary>
    public void HandTo(Guid ownerId) => OwnerId = ownerId;

    /// <summary>Marks it done.</summary>
    public void Finish(DateTime at) => DoneAt ??= at;

    /// <summary>Opens it again.</summary>
    public void Reopen() => DoneAt = null;
}

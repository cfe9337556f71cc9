using Jingke.Domain.Accounts;

namespace Jingke.Domain.FollowUps;

/// <summary>Something that one colleague has to do about an account 待办: the next step after a contact, or to ask for a fact again.</summary>
public sealed class ToDo : IOfAccount
{
    /// <summary>The longest text, in characters.</summary>
    public const int MaximumLength = 500;

    /// <summary>The longest outcome, in characters.</summary>
    public const int MaximumOutcome = 1000;

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
        (AccountId, CreatedAt, CreatedById) = (accountId, at, byId);
        Change(what, dueOn, ownerId);
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

    /// <summary>Whether it is a measure 措施 of a key account's file: it shows there with its outcome as well as among its owner's to-dos.</summary>
    public bool IsMeasure { get; private set; }

    /// <summary>What came of it; empty while that is not said.</summary>
    public string Outcome { get; private set; } = "";

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Says it anew: what, until when, by whom.</summary>
    /// <exception cref="RuleException"><c>to-do.text-missing</c>, <c>to-do.too-long</c></exception>
    public void Change(string? what, DateOnly dueOn, Guid ownerId)
    {
        var text = what?.Trim() ?? "";
        if (text.Length == 0)
            throw new RuleException("to-do.text-missing");
        if (text.Length > MaximumLength)
            throw new RuleException("to-do.too-long", MaximumLength);

        (What, DueOn, OwnerId) = (text, dueOn, ownerId);
    }

    /// <summary>Makes it a measure of the account's file.</summary>
    public void TakeAsMeasure() => IsMeasure = true;

    /// <summary>Says what came of it.</summary>
    /// <exception cref="RuleException"><c>to-do.too-long</c></exception>
    public void Conclude(string? outcome)
    {
        var text = outcome?.Trim() ?? "";
        Outcome = text.Length <= MaximumOutcome ? text : throw new RuleException("to-do.too-long", MaximumOutcome);
    }

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

namespace Jingke.Domain.Accounts;

/// <summary>One thing done to many accounts at once 批量操作, with what they were before, so that it can be taken back.</summary>
public sealed class BulkAct
{
    private BulkAct() { }

    /// <summary>Something done.</summary>
    /// <param name="kind">What was done.</param>
    /// <param name="detail">To what: a field, a group; empty where there is nothing to say.</param>
    /// <param name="at">When.</param>
    /// <param name="byId">Who did it; null for the system.</param>
    public BulkAct(BulkActKind kind, string detail, DateTime at, Guid? byId) => (Kind, Detail, At, ById) = (kind, detail, at, byId);

    /// <summary>Identifier.</summary>
    public long Id { get; private set; }

    /// <summary>What was done.</summary>
    public BulkActKind Kind { get; private set; }

    /// <summary>To what: a field, a group.</summary>
    public string Detail { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTime At { get; private set; }

    /// <summary>Who did it; null for the system.</summary>
    public Guid? ById { get; private set; }

    /// <summary>When it was taken back; null while it holds.</summary>
    public DateTime? UndoneAt { get; private set; }

    /// <summary>Marks it taken back.</summary>
    /// <exception cref="RuleException"><c>bulk.undone-already</c></exception>
    public void Undo(DateTime at)
    {
        if (UndoneAt is not null)
            throw new RuleException("bulk.undone-already");

        UndoneAt = at;
    }
}

/// <summary>What one account was before a bulk act.</summary>
public sealed class BulkActRow : IOfAccount
{
    /// <summary>The act.</summary>
    public long ActId { get; init; }

    /// <inheritdoc/>
    public long AccountId { get; init; }

    /// <inheritdoc/>
    public Account? Account { get; init; }

    /// <summary>What it was, in the words of the act's kind; null for nothing.</summary>
    public string? Before { get; init; }

    /// <summary>What it became; what is something else by now is left alone when the act is taken back.</summary>
    public string? After { get; init; }
}

/// <summary>What was done to many accounts.</summary>
public enum BulkActKind
{
    /// <summary>Given to an owner.</summary>
    Assign,

    /// <summary>A describing field was set.</summary>
    Describe,

    /// <summary>Put into a group.</summary>
    Join,

    /// <summary>Taken out of a group.</summary>
    Leave,
}

namespace Jingke.Domain.Duplicates;

/// <summary>One merge of an account into another 合并, with what is needed to undo it for <see cref="UndoDays"/> days.</summary>
public sealed class AccountMerging
{
    /// <summary>Days for which a merge can be undone.</summary>
    public const int UndoDays = 30;

    /// <summary>Identifier, rising with time.</summary>
    public long Id { get; init; }

    /// <summary>The account that stays.</summary>
    public long IntoId { get; init; }

    /// <summary>The account that was merged into it.</summary>
    public long FromId { get; init; }

    /// <summary>When.</summary>
    public DateTime At { get; init; }

    /// <summary>Who did it.</summary>
    public Guid? ById { get; init; }

    /// <summary>Fields of the account that stays, as in the audit log: a JSON object of field to [before, after].</summary>
    public string Replaced { get; set; } = "";

    /// <summary>When it was undone; null while it stands.</summary>
    public DateTime? UndoneAt { get; private set; }

    /// <summary>Who undid it.</summary>
    public Guid? UndoneById { get; private set; }

    /// <summary>Notes that it was undone.</summary>
    /// <exception cref="RuleException"><c>merge.undone-already</c>, <c>merge.too-old</c> (days)</exception>
    public void Undo(DateTime at, Guid? by)
    {
        if (UndoneAt is not null)
            throw new RuleException("merge.undone-already");
        if (at > At.AddDays(UndoDays))
            throw new RuleException("merge.too-old", UndoDays);

        (UndoneAt, UndoneById) = (at, by);
    }
}

/// <summary>A row that a merge moved from one account to the other.</summary>
public sealed class MergedRow
{
    /// <summary>The merge.</summary>
    public long MergingId { get; init; }

    /// <summary>Table and column that named the account, e.g. <c>contact.account_id</c>.</summary>
    public string Place { get; init; } = "";

    /// <summary>The row's key without the account, its parts set apart by a comma.</summary>
    public string RowKey { get; init; } = "";
}

namespace Jingke.Domain.Accounts;

/// <content>An account that gives way to another one.</content>
public sealed partial class Account
{
    /// <summary>The account it was merged into; it then lies in the recycle bin, and what names it means the other one.</summary>
    public long? MergedIntoId { get; private set; }

    /// <summary>Gives way to another account, which takes over all that belongs to this one.</summary>
    /// <exception cref="RuleException"><c>account.already-deleted</c>, <c>merge.itself</c></exception>
    public void MergeInto(Account other, DateTime at, Guid? by)
    {
        if (other.Id == Id)
            throw new RuleException("merge.itself", Name);

        Delete(at, by);
        MergedIntoId = other.Id;
    }

    /// <summary>Stands by itself again.</summary>
    public void Unmerge()
    {
        MergedIntoId = null;
        Restore();
    }
}

namespace Jingke.Domain.Accounts;

/// <summary>An account shown to a named colleague besides its owner 共享.</summary>
public sealed class AccountShare : IOfAccount
{
    private AccountShare() { }

    /// <summary>Shares an account.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="userId">Who sees it from now on.</param>
    /// <param name="mayEdit">Whether they may also change it.</param>
    /// <param name="at">When.</param>
    /// <param name="byId">Who shared it; null for the system.</param>
    public AccountShare(long accountId, Guid userId, bool mayEdit, DateTime at, Guid? byId) =>
        (AccountId, UserId, MayEdit, At, ById) = (accountId, userId, mayEdit, at, byId);

    /// <inheritdoc/>
    public long AccountId { get; private set; }

    /// <inheritdoc/>
    public Account? Account { get; private set; }

    /// <summary>Who sees it.</summary>
    public Guid UserId { get; private set; }

    /// <summary>Whether they may also change it.</summary>
    public bool MayEdit { get; private set; }

    /// <summary>Since when.</summary>
    public DateTime At { get; private set; }

    /// <summary>Who shared it; null for the system.</summary>
    public Guid? ById { get; private set; }

    /// <summary>Lets the colleague change the account too, or no longer.</summary>
    public void Allow(bool edit) => MayEdit = edit;
}

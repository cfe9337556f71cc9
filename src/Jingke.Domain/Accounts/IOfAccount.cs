namespace Jingke.Domain.Accounts;

/// <summary>
/// A thing that belongs to an account: who sees the account sees it, and when the account lies in the recycle bin it is out of sight.
/// The database's filters are put on every such thing in one place.
/// </summary>
public interface IOfAccount
{
    /// <summary>The account's identifier.</summary>
    long AccountId { get; }

    /// <summary>The account.</summary>
    Account? Account { get; }
}

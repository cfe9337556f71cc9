namespace Jingke.Domain.Sales;

/// <summary>
/// A note that an account's sales lines changed, so that the ledger in memory re-reads only that account. Written by whatever changes
/// lines, in the same transaction; old notes are removed when every node has long read them.
/// </summary>
public sealed class ChangedAccount
{
    /// <summary>Stands for 'all accounts', where naming each would cost more than reading everything again.</summary>
    public const long Everyone = 0;

    /// <summary>Rising number of the note.</summary>
    public long Id { get; init; }

    /// <summary>Whose lines changed; <see cref="Everyone"/> for all, also for lines without a customer.</summary>
    public long AccountId { get; init; }
}

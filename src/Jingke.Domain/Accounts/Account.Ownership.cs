using Jingke.Domain.Pools;

namespace Jingke.Domain.Accounts;

/// <content>Who is responsible for an account, and the moves from hand to hand.</content>
public sealed partial class Account
{
    /// <summary>The longest reason of a move or a lock, in characters.</summary>
    public const int MaximumReason = 200;

    private readonly List<OwnerMove> moves = [];

    /// <summary>Since when it is locked 锁定: it never falls into a public pool; null while it is not.</summary>
    public DateTime? LockedAt { get; private set; }

    /// <summary>Who locked it; null for the system, or while it is not locked.</summary>
    public Guid? LockedById { get; private set; }

    /// <summary>Why it is locked; null while it is not.</summary>
    public string? LockReason { get; private set; }

    /// <summary>The public pool that it lies in while nobody is responsible for it; see <see cref="IsPooled"/>.</summary>
    public long? PoolId { get; private set; }

    /// <summary>Moves from hand to hand made since the account was loaded; they are saved together with it.</summary>
    public IReadOnlyList<OwnerMove> Moves => moves;

    /// <summary>Makes a colleague and their team responsible, or nobody. A move is noted when the owner becomes another.</summary>
    /// <param name="ownerId">Who is responsible from now on; null for nobody.</param>
    /// <param name="teamId">The team; null for none.</param>
    /// <param name="at">When.</param>
    /// <param name="byId">Who did it; null for the system.</param>
    /// <param name="reason">Why, where somebody said so.</param>
    /// <exception cref="RuleException"><c>account.reason-too-long</c></exception>
    public void AssignTo(Guid? ownerId, long? teamId, DateTime at, Guid? byId = null, string? reason = null)
    {
        if (ownerId != OwnerId)
            AddMove(OwnerMove.KindOf(OwnerId, ownerId), ownerId, at, byId, reason);
        (OwnerId, TeamId, UpdatedAt) = (ownerId, teamId, at);
        if (ownerId is not null)
            PoolId = null;
    }

    /// <summary>Whether it lies in a public pool.</summary>
    public bool IsPooled => PoolId is not null && OwnerId is null;

    /// <summary>Gives it up to a pool. It leaves the team too: a pool is not the team's.</summary>
    /// <exception cref="RuleException">
    /// <c>account.locked</c> (name), <c>pool.nobody-has-it</c> (name), <c>pool.reason-missing</c>, <c>account.reason-too-long</c>
    /// </exception>
    public void ReturnTo(Pool pool, DateTime at, Guid? byId, string? reason)
    {
        if (LockedAt is not null)
            throw new RuleException("account.locked", Name);
        if (OwnerId is null)
            throw new RuleException("pool.nobody-has-it", Name);
        if (Text(reason) is null)
            throw new RuleException("pool.reason-missing");

        AddMove(OwnerMoveKind.Returned, null, at, byId, reason, pool.Id);
        (OwnerId, TeamId, PoolId, UpdatedAt) = (null, null, pool.Id, at);
    }

    /// <summary>Takes it out of a pool for a person.</summary>
    /// <exception cref="RuleException"><c>pool.already-claimed</c> (name), and those of <see cref="Pool.Check"/></exception>
    public void Claim(Pool pool, Claimant claimant, DateTime at)
    {
        if (!IsPooled || PoolId != pool.Id)
            throw new RuleException("pool.already-claimed", Name);
        pool.Check(claimant, Name);

        AddMove(OwnerMoveKind.Claimed, claimant.UserId, at, claimant.UserId, null, pool.Id);
        (OwnerId, TeamId, PoolId, UpdatedAt) = (claimant.UserId, claimant.TeamId, null, at);
    }

    /// <summary>Keeps the account out of every public pool.</summary>
    /// <exception cref="RuleException"><c>account.already-locked</c> (name), <c>account.reason-too-long</c></exception>
    public void Lock(DateTime at, Guid? byId, string? reason)
    {
        if (LockedAt is not null)
            throw new RuleException("account.already-locked", Name);

        (LockedAt, LockedById, LockReason) = (at, byId, Reason(reason));
    }

    /// <summary>Lets the rules of the pools hold for the account again.</summary>
    public void Unlock() => (LockedAt, LockedById, LockReason) = (null, null, null);

    private void AddMove(OwnerMoveKind kind, Guid? toId, DateTime at, Guid? byId, string? reason, long? poolId = null) =>
        moves.Add(
            new()
            {
                Account = this,
                Kind = kind,
                FromId = OwnerId,
                ToId = toId,
                At = at,
                ById = byId,
                PoolId = poolId,
                Reason = Reason(reason) ?? "",
            }
        );

    private static string? Reason(string? given) =>
        Text(given) is not { Length: > MaximumReason } text
            ? Text(given)
            : throw new RuleException("account.reason-too-long", MaximumReason);
}

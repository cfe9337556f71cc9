namespace Jingke.Domain.Accounts;

/// <summary>One move of an account from hand to hand, never changed: assigned, transferred, claimed, returned to the pool.</summary>
public sealed class OwnerMove : IOfAccount
{
    /// <summary>Identifier, rising with time.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public long AccountId { get; init; }

    /// <inheritdoc/>
    public Account? Account { get; init; }

    /// <summary>What happened.</summary>
    public OwnerMoveKind Kind { get; init; }

    /// <summary>Who was responsible before; null when nobody was.</summary>
    public Guid? FromId { get; init; }

    /// <summary>Who is responsible from now on; null when nobody is.</summary>
    public Guid? ToId { get; init; }

    /// <summary>When.</summary>
    public DateTime At { get; init; }

    /// <summary>Who did it; null for the system.</summary>
    public Guid? ById { get; init; }

    /// <summary>The public pool that it went into or came from; null for any other move.</summary>
    public long? PoolId { get; init; }

    /// <summary>What a change of owner is called that neither a person's claim nor a pool's rule made.</summary>
    public static OwnerMoveKind KindOf(Guid? from, Guid? to) =>
        to is null ? OwnerMoveKind.Released
        : from is null ? OwnerMoveKind.Assigned
        : OwnerMoveKind.Transferred;

    /// <summary>Why: what the person wrote, or the rule with its numbers as a code and arguments, e.g. <c>no-follow-up:30</c>.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>How an account moved.</summary>
public enum OwnerMoveKind
{
    /// <summary>Given to a first owner 分配.</summary>
    Assigned,

    /// <summary>Given from one owner to another 转移.</summary>
    Transferred,

    /// <summary>Taken from its owner and given to nobody 取消分配.</summary>
    Released,

    /// <summary>Taken from the public pool by its new owner 领取.</summary>
    Claimed,

    /// <summary>Put into the public pool by a person 退回公海.</summary>
    Returned,

    /// <summary>Put into the public pool by its rules 自动回收.</summary>
    Recycled,
}

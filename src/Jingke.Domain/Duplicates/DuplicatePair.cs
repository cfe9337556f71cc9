namespace Jingke.Domain.Duplicates;

/// <summary>Two accounts that a scan found to be one customer or namesakes. Once a person has settled it, later scans leave it alone.</summary>
public sealed class DuplicatePair
{
    /// <summary>Identifier.</summary>
    public long Id { get; init; }

    /// <summary>The account with the lower identifier.</summary>
    public long LeftId { get; init; }

    /// <summary>The other account.</summary>
    public long RightId { get; init; }

    /// <summary>What they are to each other.</summary>
    public PairVerdict Verdict { get; init; }

    /// <summary>How likely they are one customer, 0 to 1.</summary>
    public double Score { get; init; }

    /// <summary>The signals as JSON, weightiest first.</summary>
    public string Signals { get; init; } = "";

    /// <summary>What became of it.</summary>
    public PairState State { get; private set; }

    /// <summary>When a scan first found it.</summary>
    public DateTime FoundAt { get; init; }

    /// <summary>When it was settled; null while it is open.</summary>
    public DateTime? SettledAt { get; private set; }

    /// <summary>Who settled it.</summary>
    public Guid? SettledById { get; private set; }

    /// <summary>Says what became of the pair, or opens it again.</summary>
    public void Settle(PairState state, DateTime at, Guid? by) =>
        (State, SettledAt, SettledById) = (state, state == PairState.Open ? null : at, state == PairState.Open ? null : by);
}

/// <summary>What became of a pair.</summary>
public enum PairState
{
    /// <summary>Nobody has decided 待处理.</summary>
    Open,

    /// <summary>Merged into one 已合并.</summary>
    Merged,

    /// <summary>Two customers 不是重复.</summary>
    NotDuplicate,
}

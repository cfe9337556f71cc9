namespace Jingke.Domain.Duplicates;

/// <summary>One scan over all accounts.</summary>
public sealed class DuplicateScan
{
    /// <summary>Identifier, rising with time.</summary>
    public long Id { get; init; }

    /// <summary>When it ended.</summary>
    public DateTime At { get; init; }

    /// <summary>Accounts that were compared.</summary>
    public int Accounts { get; init; }

    /// <summary>Pairs that are open after it.</summary>
    public int Found { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public long Milliseconds { get; init; }
}

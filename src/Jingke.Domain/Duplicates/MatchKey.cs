namespace Jingke.Domain.Duplicates;

/// <summary>A number by which an account finds those that may be the same customer, see <see cref="MatchKeys"/>. Derived from the account.</summary>
public sealed class MatchKey
{
    /// <summary>The number; its lowest three bits tell what it stands for.</summary>
    public long Key { get; init; }

    /// <summary>The account.</summary>
    public long AccountId { get; init; }
}

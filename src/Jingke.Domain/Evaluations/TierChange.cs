using Jingke.Domain.Accounts;

namespace Jingke.Domain.Evaluations;

/// <summary>An account rose or fell: kept for good, while old evaluations are thinned out.</summary>
public sealed class TierChange : IOfAccount
{
    /// <summary>Identifier.</summary>
    public long Id { get; init; }

    /// <summary>The account.</summary>
    public long AccountId { get; init; }

    /// <summary>The account.</summary>
    public Account? Account { get; init; }

    /// <summary>The run that found it.</summary>
    public long RunId { get; init; }

    /// <summary>The as-of day of that run.</summary>
    public DateOnly On { get; init; }

    /// <summary>The tier before; null when the account had none.</summary>
    public Tier? From { get; init; }

    /// <summary>The tier after; null when the account has none any more.</summary>
    public Tier? To { get; init; }

    /// <summary>The reasons as a JSON array of codes with their numbers.</summary>
    public string Reasons { get; init; } = "";
}

using Jingke.Analytics.Tiers;

namespace Jingke.Web.Features.KeyAccounts.Moves;

/// <summary>An account whose tier changed.</summary>
/// <param name="Account">Its index in the ledger.</param>
/// <param name="From">The tier then; None when it had no sales.</param>
/// <param name="To">The tier now; None when it has no sales any more.</param>
/// <param name="RankThen">Rank by net sales then; null when it had none.</param>
/// <param name="Rank">Rank now; null when it has none.</param>
/// <param name="NetSales">Net sales of the 12 months now, ten-thousandths.</param>
/// <param name="NetSalesThen">Net sales of the 12 months then.</param>
/// <param name="Reasons">Why it has its tier now.</param>
public sealed record TierMove(
    int Account,
    Tier From,
    Tier To,
    int? RankThen,
    int? Rank,
    long NetSales,
    long NetSalesThen,
    IReadOnlyList<Reason> Reasons
);

/// <summary>The moves, the weightiest first: who became or was key, then by net sales.</summary>
/// <param name="Since">The day they are compared with; null when no sales are known by then.</param>
/// <param name="Risen">Better tier than then.</param>
/// <param name="Fallen">Worse tier than then, and key and rising accounts without sales any more.</param>
public sealed record TierMovement(DateOnly? Since, IReadOnlyList<TierMove> Risen, IReadOnlyList<TierMove> Fallen);

using Jingke.Analytics.Figures;
using Jingke.Analytics.Series;
using Jingke.Analytics.Tiers;
using Tier = Jingke.Domain.Accounts.Tier;

namespace Jingke.Web.Features.KeyAccounts.List;

/// <summary>An account; money in ten-thousandths, shares 0 to 1.</summary>
public sealed record KeyAccountRow(
    long Id,
    string Code,
    string Name,
    Tier? Tier,
    double Score,
    int Rank,
    int? RankChange,
    long NetSales,
    double? Share,
    double? CumulativeShare,
    long PreviousNetSales,
    YearOnYear Change,
    int Orders,
    DateOnly? LastOrderOn,
    IReadOnlyList<Reason> Reasons,
    MonthlySeries? Months
);

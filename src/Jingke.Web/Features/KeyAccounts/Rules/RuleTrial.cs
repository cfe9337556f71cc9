using Jingke.Analytics.Periods;
using Jingke.Analytics.Tiers;

namespace Jingke.Web.Features.KeyAccounts.Rules;

/// <summary>What other rules would change: counts and sales of each tier, and who would move.</summary>
/// <param name="Period">The days judged.</param>
/// <param name="Now">The tiers under the rules in force: key, rising, ordinary, let-go.</param>
/// <param name="Tried">The same under the rules tried.</param>
/// <param name="ThresholdNow">Value score from which an account is key now; null when none is.</param>
/// <param name="ThresholdTried">The same under the rules tried.</param>
/// <param name="RisenCount">Accounts that would get a better tier.</param>
/// <param name="FallenCount">Accounts that would get a worse tier.</param>
/// <param name="Risen">The first of them, largest net sales first.</param>
/// <param name="Fallen">Likewise.</param>
public sealed record RuleTrial(
    DayRange Period,
    IReadOnlyList<TierSummary> Now,
    IReadOnlyList<TierSummary> Tried,
    double? ThresholdNow,
    double? ThresholdTried,
    int RisenCount,
    int FallenCount,
    IReadOnlyList<RuleTrial.Move> Risen,
    IReadOnlyList<RuleTrial.Move> Fallen
)
{
    /// <summary>An account that would move; net sales in ten-thousandths.</summary>
    public sealed record Move(long Id, string Name, Tier From, Tier To, long NetSales);
}

using Jingke.Domain.Accounts;
using JudgedTier = Jingke.Analytics.Tiers.Tier;

namespace Jingke.Web.Ledger;

/// <summary>A tier of the analytics library as the tier of an account.</summary>
internal static class DomainTier
{
    /// <summary>The tier; null for an account that is not judged.</summary>
    public static Tier? Of(JudgedTier tier) =>
        tier switch
        {
            JudgedTier.Key => Tier.Key,
            JudgedTier.Rising => Tier.Rising,
            JudgedTier.Ordinary => Tier.Ordinary,
            JudgedTier.LetGo => Tier.LetGo,
            _ => null,
        };
}

using Jingke.Analytics.Tiers;
using Jingke.Web.Data;
using Jingke.Web.Ledger.Evaluation;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.KeyAccounts.Rules;

/// <summary>The rules that were in force so far, newest first.</summary>
internal sealed class TierRuleHistory(JingkeDbContext db)
{
    /// <summary>How many are shown.</summary>
    public const int Listed = 20;

    /// <summary>Rules as saved; by nobody means the defaults.</summary>
    public sealed record Row(long Id, DateTime SavedAt, Guid? SavedById, TierRules Rules);

    /// <summary>Reads them.</summary>
    public async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancel)
    {
        var sets = await db.TierRuleSets.AsNoTracking().OrderByDescending(set => set.Id).Take(Listed).ToListAsync(cancel);
        return [.. sets.Select(set => new Row(set.Id, set.SavedAt, set.SavedById, TierRulesInForce.FromJson(set.Rules)))];
    }
}

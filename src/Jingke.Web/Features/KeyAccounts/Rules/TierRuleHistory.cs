using Jingke.Analytics.Tiers;
using Jingke.Domain.Organisation;
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
        var sets = await Sets.Take(Listed).ToListAsync(cancel);
        return [.. sets.Select(RowOf)];
    }

    /// <summary>All of them, read one after another; for exports.</summary>
    public IAsyncEnumerable<Row> All() => Sets.AsAsyncEnumerable().Select(RowOf);

    private IQueryable<TierRuleSet> Sets => db.TierRuleSets.AsNoTracking().OrderByDescending(set => set.Id);

    private static Row RowOf(TierRuleSet set) => new(set.Id, set.SavedAt, set.SavedById, TierRulesInForce.FromJson(set.Rules));
}

using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Ledger;
using Jingke.Web.Ledger.Evaluation;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.KeyAccounts.Overview;

/// <summary>How far behind the figures are: sales that were not imported yet, verdicts that are older than the sales.</summary>
internal sealed class FreshnessCheck(JingkeDbContext db, LedgerStore store, Clock clock)
{
    /// <summary>From so many days without a sale on, the newest day is worth a word.</summary>
    public const int OldAfterDays = 45;

    /// <summary>Looks.</summary>
    public async Task<Freshness> RunAsync(TierRulesInForce.Answer rules, CancellationToken cancel)
    {
        var state = store.Require();
        var run = await db.EvaluationRuns.AsNoTracking().OrderByDescending(each => each.Id).FirstOrDefaultAsync(cancel);
        var newest = state.Ledger.LastOn;
        return new(
            newest < clock.Today.AddDays(-OldAfterDays) ? newest : null,
            run,
            run is null
                || run.TierRuleSetId != rules.Id
                || run.LedgerChange != state.LastChange
                || run.LedgerLines != state.Ledger.LineCount
        );
    }
}

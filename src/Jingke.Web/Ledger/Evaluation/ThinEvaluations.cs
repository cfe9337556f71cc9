using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Ledger.Evaluation;

/// <summary>
/// Removes old runs: of what is older than five weeks only the last run of each month stays. Rises and falls are kept for good in
/// their own table, so nothing of an account's story is lost.
/// </summary>
public sealed class ThinEvaluations(JingkeDbFactory factory, TimeProvider time)
{
    /// <summary>Removes them.</summary>
    /// <returns>Number of runs removed.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        await using var db = factory.CreateForSystem();
        var before = time.GetUtcNow().UtcDateTime.AddDays(-35);
        var old = await db.EvaluationRuns.Where(run => run.At < before).Select(run => new { run.Id, run.At }).ToListAsync(cancel);
        var kept = old.GroupBy(run => (run.At.Year, run.At.Month)).Select(month => month.Max(run => run.Id)).ToHashSet();
        var removed = old.Select(run => run.Id).Where(id => !kept.Contains(id)).ToList();
        await db.EvaluationRuns.Where(run => removed.Contains(run.Id)).ExecuteDeleteAsync(cancel);
        return removed.Count;
    }
}

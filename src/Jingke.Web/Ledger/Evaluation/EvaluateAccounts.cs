using Jingke.Analytics;
using Jingke.Analytics.Tiers;
using Jingke.Domain.Evaluations;
using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;
using Microsoft.EntityFrameworkCore;
using AnalyticsTier = Jingke.Analytics.Tiers.Tier;

namespace Jingke.Web.Ledger.Evaluation;

/// <summary>
/// Judges every account by the rules in force and keeps the verdict: metrics, score, tier, reasons; who rose and who fell. Safe to run
/// twice: with the same sales, rules, ratings, day and accounts it does nothing. Accounts in the recycle bin are not judged and keep their last
/// verdict until they come back.
/// </summary>
internal sealed class EvaluateAccounts(
    LedgerStore store,
    Analyses analyses,
    TierRulesInForce rulesInForce,
    RatingsBook ratings,
    JingkeDbFactory factory,
    TimeProvider time,
    ILogger<EvaluateAccounts> log
) : IDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1, 1);

    /// <summary>Runs an evaluation on the ledger as it is now.</summary>
    /// <param name="trigger">Why: <c>start</c>, <c>nightly</c>, <c>import</c>, <c>rules</c>, <c>rates</c> or <c>person</c>.</param>
    /// <param name="cancel">Stops it; nothing of a stopped run is kept.</param>
    /// <returns>The run; the latest one when nothing has changed since; null when there are no sales yet.</returns>
    public async Task<EvaluationRun?> RunAsync(string trigger, CancellationToken cancel)
    {
        await oneAtATime.WaitAsync(cancel);
        try
        {
            var state = await store.WaitAsync(cancel);
            var rules = await rulesInForce.RunAsync(cancel);
            await using var db = factory.CreateForSystem();
            var latest = await db.EvaluationRuns.OrderByDescending(run => run.Id).FirstOrDefaultAsync(cancel);
            if (state.Ledger.LastOn is null)
                return latest;

            // What those who see everything see on the pages.
            var analysis = analyses.Of(Data.Access.Viewer.System);
            var rated = await ratings.FreshAsync(analysis.View, cancel);
            if (
                latest is not null
                && IsSame(latest, state, rules.Id, rated, analysis)
                && !await HasJudgedDeletedAsync(db, latest.Id, cancel)
            )
                return latest;

            var run = await WriteAsync(db, analysis, rules, rated, state, trigger, isFirst: latest is null, cancel);
            log.LogInformation(
                "Evaluation {Run}: {Accounts} accounts, {Risen} risen, {Fallen} fallen",
                run.Id,
                run.Accounts,
                run.Risen,
                run.Fallen
            );
            return run;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => oneAtATime.Dispose();

    private static bool IsSame(EvaluationRun latest, LedgerState state, long rules, Rated rated, SalesAnalysis analysis) =>
        latest.TierRuleSetId == rules
        && latest.Inputs == rated.Key
        && latest.LedgerChange == state.LastChange
        && latest.LedgerLines == state.Ledger.LineCount
        && (latest.AsOf, latest.From, latest.To) == (analysis.View.AsOf, analysis.View.Period.From, analysis.View.Period.To)
        && latest.Accounts == analysis.Figures.ActiveAccounts;

    // Where none of the judged has been deleted and there are still as many, they are the same accounts.
    private static Task<bool> HasJudgedDeletedAsync(JingkeDbContext db, long run, CancellationToken cancel) =>
        db
            .Accounts.IgnoreQueryFilters([JingkeDbContext.BinFilter])
            .AnyAsync(
                account => account.DeletedAt != null && db.Evaluations.Any(each => each.RunId == run && each.AccountId == account.Id),
                cancel
            );

    private async Task<EvaluationRun> WriteAsync(
        JingkeDbContext db,
        SalesAnalysis analysis,
        TierRulesInForce.Answer rules,
        Rated rated,
        LedgerState state,
        string trigger,
        bool isFirst,
        CancellationToken cancel
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var run = new EvaluationRun
        {
            At = time.GetUtcNow().UtcDateTime,
            AsOf = analysis.View.AsOf,
            From = analysis.View.Period.From,
            To = analysis.View.Period.To,
            Trigger = trigger,
            TierRuleSetId = rules.Id,
            LedgerChange = state.LastChange,
            LedgerLines = state.Ledger.LineCount,
            Inputs = rated.Key,
            Accounts = analysis.Figures.ActiveAccounts,
        };
        db.EvaluationRuns.Add(run);
        await db.SaveChangesAsync(cancel);

        WriteVerdicts(db, run.Id, analysis, analysis.Tiers(rules.Rules, rated.Values));
        foreach (var statement in EvaluationSql.After(isFirst))
            await db.Database.ExecuteSqlRawAsync(statement, [run.Id], cancel);
        (run.Risen, run.Fallen) = await CountAsync(db, run.Id, cancel);
        await db.SaveChangesAsync(cancel);
        await db.RaiseStampAsync(ChangeStamp.Evaluations, cancel);
        await transaction.CommitAsync(cancel);
        return run;
    }

    private static void WriteVerdicts(JingkeDbContext db, long run, SalesAnalysis analysis, TierEvaluation tiers)
    {
        var (figures, ledger) = (analysis.Figures, analysis.View.Ledger);
        using var rows = BulkWriter.Open(db, "evaluation", EvaluationSql.Columns);
        foreach (var row in tiers.RowsByScore)
        {
            var figure = figures[row];
            var score = analysis.Scores[row];
            rows.Long(run);
            rows.Long(ledger.Accounts.Ids[figure.Account]);
            rows.Text(NameOf(tiers[row]));
            rows.Double(tiers.Scores[row] ?? 0);
            rows.Int(analysis.Ranking.RankOf(row) ?? 0);
            rows.Int(analysis.Ranking.PreviousRankOf(row));
            rows.Long(figure.NetSales);
            rows.Double(analysis.Ranking.ShareOf(row) ?? 0);
            rows.Double(figure.YearOnYear.Change);
            rows.Int(figure.Orders);
            rows.Int(figure.RecencyDays);
            rows.Day(figure.LastOrderOn);
            rows.Int(figure.Variety);
            rows.Int((score.R * 1000) + (score.F * 100) + (score.M * 10) + score.V);
            rows.Long(figure.GrossProfit);
            rows.Text(ReasonJson.Write(tiers.ReasonsOf(row)));
            rows.EndRow();
        }
        rows.Complete();
    }

    private static string NameOf(AnalyticsTier tier) => tier.ToString();

    private static async Task<(int Risen, int Fallen)> CountAsync(JingkeDbContext db, long run, CancellationToken cancel)
    {
        // A tier is better the earlier it stands in the enum; to have none any more is a fall, to get one is neither.
        var moves = await db
            .TierChanges.Where(change => change.RunId == run && change.From != null)
            .GroupBy(change => new { change.From, change.To })
            .Select(group => new
            {
                group.Key.From,
                group.Key.To,
                Count = group.Count(),
            })
            .ToListAsync(cancel);
        return (
            moves.Where(move => move.To is { } to && to < move.From).Sum(move => move.Count),
            moves.Where(move => move.To is null || move.To > move.From).Sum(move => move.Count)
        );
    }
}

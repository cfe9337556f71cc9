using Jingke.Domain.Accounts;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Show;

/// <summary>How an account was judged over time: its latest evaluations, and every change of tier, which is kept for good.</summary>
internal sealed class AccountVerdicts(JingkeDbContext db)
{
    private const int Most = 60;

    /// <summary>The history, newest first.</summary>
    public async Task<VerdictsOfAccount> RunAsync(long accountId, CancellationToken cancel)
    {
        var verdicts = await db
            .Evaluations.AsNoTracking()
            .Where(each => each.AccountId == accountId)
            .Join(db.EvaluationRuns, each => each.RunId, run => run.Id, (each, run) => new { each, run })
            .OrderByDescending(pair => pair.run.Id)
            .Take(Most)
            .Select(pair => new VerdictRow(
                pair.run.AsOf,
                pair.each.Tier,
                pair.each.ValueScore,
                pair.each.SalesRank,
                pair.each.PreviousRank,
                pair.each.NetSales,
                pair.each.Share,
                pair.each.YearOnYear,
                pair.each.Orders
            ))
            .ToListAsync(cancel);
        var changes = await db
            .TierChanges.AsNoTracking()
            .Where(change => change.AccountId == accountId)
            .OrderByDescending(change => change.Id)
            .Take(Most)
            .Select(change => new TierChangeRow(change.On, change.From, change.To, change.Reasons))
            .ToListAsync(cancel);
        return new(verdicts, changes);
    }
}

/// <summary>One evaluation.</summary>
public sealed record VerdictRow(
    DateOnly AsOf,
    Tier Tier,
    double ValueScore,
    int SalesRank,
    int? PreviousRank,
    long NetSales,
    double Share,
    double? YearOnYear,
    int Orders
);

/// <summary>A change of tier.</summary>
public sealed record TierChangeRow(DateOnly On, Tier? From, Tier? To, string Reasons);

/// <summary>What is known.</summary>
public sealed record VerdictsOfAccount(IReadOnlyList<VerdictRow> Verdicts, IReadOnlyList<TierChangeRow> Changes);

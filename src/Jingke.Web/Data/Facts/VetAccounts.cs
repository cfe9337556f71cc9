using Jingke.Domain.Accounts;
using Jingke.Domain.Facts;
using Jingke.Domain.Facts.Vetting;
using Jingke.Web.Common;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data.Facts;

/// <summary>Vets all facts of a set of accounts again, in the present transaction, and writes only what became different.</summary>
internal sealed class VetAccounts(CatalogueInForce catalogue, VetFacts vet, Clock clock)
{
    /// <summary>Vets.</summary>
    /// <param name="db">A context of the system; what it tracks is forgotten.</param>
    /// <param name="ground">What accounts are vetted on.</param>
    /// <param name="accounts">Some thousand accounts at most, not tracked.</param>
    /// <param name="about">Their facts; others may be among them.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>Facts looked at, and how many stand differently than before.</returns>
    public async Task<(long Facts, long Changed)> RunAsync(
        JingkeDbContext db,
        VettingGround ground,
        IReadOnlyCollection<Account> accounts,
        IQueryable<Fact> about,
        CancellationToken cancel
    )
    {
        var facts = (await about.AsNoTracking().OrderBy(fact => fact.AccountId).ToListAsync(cancel))
            .GroupBy(fact => fact.AccountId)
            .ToDictionary(group => group.Key, group => group.ToList());

        var standings = new List<(long Id, FactStanding Standing, int Reliability)>();
        var scores = new List<(long Id, KnowledgeScores Scores)>();
        var columns = new List<long>();
        foreach (var account in accounts)
        {
            var own = facts.GetValueOrDefault(account.Id) ?? [];
            var verdict = VetFacts.Judge(ground, catalogue.Current, account, own, clock);
            if (verdict.Scores != new KnowledgeScores(account.Completeness, account.Accuracy, account.Freshness))
                scores.Add((account.Id, verdict.Scores));
            if (own.Count == 0)
                continue;
            var byId = own.ToDictionary(fact => fact.Id);
            foreach (var judged in verdict.Slots.Values.SelectMany(slot => slot.Facts))
                if (
                    byId.TryGetValue(judged.Fact.Id, out var fact)
                    && (fact.Standing != judged.Standing || fact.Reliability != judged.Reliability)
                )
                    standings.Add((fact.Id, judged.Standing, judged.Reliability));
            if (VetFacts.ColumnsOf(catalogue.Current, verdict).Any(each => account.ValueIn(each.Column) != each.Value))
                columns.Add(account.Id);
        }

        await FactSql.WriteAsync(db, standings, scores, cancel);
        // Few: a value in a list changes, which is audited like any other change.
        foreach (var id in columns)
        {
            var account = await db.Accounts.SingleAsync(each => each.Id == id, cancel);
            await vet.RunAsync(db, account, cancel);
        }
        if (columns.Count > 0)
            await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return (facts.Values.Sum(each => (long)each.Count), standings.Count);
    }
}

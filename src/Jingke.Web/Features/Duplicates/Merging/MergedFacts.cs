using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Duplicates.Merging;

/// <summary>
/// What accounts know when they are merged, or a merge is undone: before it, values without a fact become facts, so that each side's are
/// told apart afterwards; behind it, whatever stands together now is vetted again.
/// </summary>
internal sealed class MergedFacts(JingkeDbContext db, CatalogueInForce catalogue, VetFacts vet, Clock clock)
{
    /// <summary>Writes the values of both accounts down as facts.</summary>
    public async Task KeepAsync(long one, long other, CancellationToken cancel)
    {
        var fields = catalogue.Current.InUse.Where(field => field.Column is not null).Select(field => field.Id).ToList();
        foreach (var account in await db.Accounts.AsNoTracking().Where(each => each.Id == one || each.Id == other).ToListAsync(cancel))
            await EarlierValues.KeepAsync(db, account, catalogue.Current, fields, clock, cancel);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    /// <summary>Vets accounts; one that has given way to another has nothing to be vetted.</summary>
    public async Task VetAsync(CancellationToken cancel, params long[] ids)
    {
        db.ChangeTracker.Clear();
        foreach (var id in ids)
        {
            await using var work = await db.BeginFactsAsync(id, cancel);
            if (await db.Accounts.SingleOrDefaultAsync(account => account.Id == id, cancel) is not { } account)
                continue;
            var verdict = await vet.RunAsync(db, account, cancel);
            await db.SaveChangesAsync(cancel);
            await VetFacts.KeepScoresAsync(db, id, verdict.Scores, cancel);
            await work.CommitAsync(cancel);
        }
    }
}

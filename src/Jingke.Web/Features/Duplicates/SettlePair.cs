using Jingke.Domain;
using Jingke.Domain.Duplicates;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Duplicates;

/// <summary>Says that two accounts are two customers, or opens the question again. Later scans keep to it.</summary>
internal sealed class SettlePair(JingkeDbContext db, TimeProvider time)
{
    /// <summary>Settles the pair.</summary>
    /// <param name="id">The pair.</param>
    /// <param name="state">Not a duplicate, or open.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="NotFoundException">There is no such pair of which the viewer answers for both accounts.</exception>
    /// <exception cref="RuleException"><c>duplicate.merged</c></exception>
    public async Task RunAsync(long id, PairState state, CancellationToken cancel)
    {
        var accounts = db.AnsweredAccounts();
        var pair =
            await db.DuplicatePairs.SingleOrDefaultAsync(
                each =>
                    each.Id == id
                    && accounts.Any(account => account.Id == each.LeftId)
                    && accounts.Any(account => account.Id == each.RightId),
                cancel
            ) ?? throw new NotFoundException(nameof(DuplicatePair), id);
        if (pair.State == PairState.Merged)
            throw new RuleException("duplicate.merged");

        pair.Settle(state, time.GetUtcNow().UtcDateTime, db.Viewer.UserId);
        await db.SaveChangesAsync(cancel);
    }
}

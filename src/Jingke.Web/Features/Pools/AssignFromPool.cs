using Jingke.Domain;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Pools;

/// <summary>Gives accounts of a pool to a colleague; limits and waiting time hold for claims only.</summary>
internal sealed class AssignFromPool(
    JingkeDbFactory factory,
    PooledAccounts pooled,
    CurrentUser user,
    PeopleDirectory people,
    TimeProvider time
)
{
    /// <summary>Assigns the accounts; those that are no longer in the pool are left alone.</summary>
    /// <returns>How many were assigned.</returns>
    /// <exception cref="NotFoundException">There is no such pool, or the person does not see it.</exception>
    /// <exception cref="RuleException"><c>account.too-many-chosen</c>, <c>account.owner-unknown</c></exception>
    /// <exception cref="DbUpdateConcurrencyException">Someone claimed one of them this very moment; nothing was assigned.</exception>
    public async Task<int> RunAsync(long poolId, IReadOnlyList<long> ids, Guid ownerId, CancellationToken cancel)
    {
        if (ids.Count > ClaimAccounts.Most)
            throw new RuleException("account.too-many-chosen", ClaimAccounts.Most);
        if (people.Current.Find(ownerId) is not { IsActive: true } owner)
            throw new RuleException("account.owner-unknown");
        var pool = await pooled.PoolAsync(poolId, cancel);

        await using var db = factory.CreateFor(user.Viewer.Everywhere());
        var accounts = await db
            .Accounts.Where(account => ids.Contains(account.Id) && account.PoolId == pool.Id && account.OwnerId == null)
            .ToListAsync(cancel);
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var account in accounts)
            account.AssignTo(owner.Id, owner.TeamId, now, user.Id);
        await db.SaveChangesAsync(cancel);
        return accounts.Count;
    }
}

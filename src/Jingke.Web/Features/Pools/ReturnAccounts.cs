using Jingke.Domain;
using Jingke.Domain.Access;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.People;
using Jingke.Web.Data.Pools;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Pools;

/// <summary>Gives accounts up to the pool of their team. The owner does it, or who may assign; it is no longer shared with anybody then.</summary>
internal sealed class ReturnAccounts(JingkeDbContext db, PeopleDirectory people, TimeProvider time)
{
    /// <summary>Most accounts in one go.</summary>
    public const int Most = 1_000;

    /// <summary>Returns the accounts; those that the viewer may not give up are left alone.</summary>
    /// <param name="ids">The accounts.</param>
    /// <param name="poolId">The pool; null for the one that takes the account's team.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>How many were returned, and the name of the last pool.</returns>
    /// <exception cref="RuleException">
    /// <c>account.too-many-chosen</c>, <c>pool.reason-missing</c>, <c>pool.none-takes</c> (name), <c>account.locked</c> (name),
    /// <c>pool.nobody-has-it</c> (name), <c>account.reason-too-long</c>, <c>pool.nothing-chosen</c>
    /// </exception>
    public async Task<(int Count, string Pool)> RunAsync(
        IReadOnlyCollection<long> ids,
        long? poolId,
        string? reason,
        CancellationToken cancel
    )
    {
        if (ids.Count > Most)
            throw new RuleException("account.too-many-chosen", Most);

        var members = await PoolMembers.ReadAsync(db, people, cancel);
        var (me, mayAssign) = (db.Viewer.UserId, db.Viewer.May(Permission.AssignAccounts));
        var accounts = await db.AnsweredAccounts()
            .Where(account => ids.Contains(account.Id) && (mayAssign || account.OwnerId == me))
            .ToListAsync(cancel);
        if (accounts.Count == 0)
            throw new RuleException("pool.nothing-chosen");
        var now = time.GetUtcNow().UtcDateTime;
        var last = "";
        foreach (var account in accounts)
        {
            var pool =
                (poolId is null ? members.Of(account.TeamId) : members.Pools.FirstOrDefault(each => each.Id == poolId))
                ?? throw new RuleException("pool.none-takes", account.Name);
            account.ReturnTo(pool, now, me, reason);
            last = pool.Name;
        }
        var returned = accounts.ConvertAll(account => account.Id);
        var shares = await db.AccountShares.Where(share => returned.Contains(share.AccountId)).ToListAsync(cancel);
        db.RemoveRange(shares);
        await db.SaveChangesAsync(cancel);
        if (shares.Count > 0)
            await people.ReloadAsync(cancel);
        return (accounts.Count, last);
    }
}

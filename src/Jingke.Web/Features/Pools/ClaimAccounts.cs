using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Domain.Pools;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.People;
using Jingke.Web.Data.Pools;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Pools;

/// <summary>
/// Takes accounts out of a pool for the person who asks, as far as the pool's limits go. Two who claim the same account: the first save
/// wins, the other is told. Two claims of one person: one after the other, so that together they keep to the limits.
/// </summary>
internal sealed class ClaimAccounts(JingkeDbFactory factory, CurrentUser user, PeopleDirectory people, Clock clock, TimeProvider time)
{
    /// <summary>Most accounts in one go: what a page shows.</summary>
    public const int Most = 100;

    private const int Tries = 5;

    /// <summary>What came of it.</summary>
    /// <param name="Claimed">The accounts that are the person's now.</param>
    /// <param name="Refusal">Why the others are not; null when all are.</param>
    public sealed record Done(IReadOnlyList<Account> Claimed, RuleException? Refusal);

    /// <summary>Claims the accounts, in the order given.</summary>
    /// <exception cref="NotFoundException">There is no such pool, or the person is no member.</exception>
    /// <exception cref="RuleException">
    /// <c>account.too-many-chosen</c>; and when not one account could be claimed: <c>pool.claims-used-up</c>, <c>pool.holding-limit</c>,
    /// <c>pool.waiting</c>, <c>pool.already-claimed</c>, <c>pool.nothing-chosen</c>
    /// </exception>
    public async Task<Done> RunAsync(long poolId, IReadOnlyList<long> ids, CancellationToken cancel)
    {
        if (ids.Count > Most)
            throw new RuleException("account.too-many-chosen", Most);
        for (var tried = 1; ; tried++)
            try
            {
                var done = await TryAsync(poolId, [.. ids.Distinct()], cancel);
                return done.Claimed.Count > 0 ? done : throw done.Refusal ?? new RuleException("pool.nothing-chosen");
            }
            catch (DbUpdateConcurrencyException) when (tried < Tries)
            {
                // Someone changed one of them meanwhile, perhaps by claiming it: look again.
            }
    }

    private async Task<Done> TryAsync(long poolId, List<long> ids, CancellationToken cancel)
    {
        await using var db = factory.CreateFor(user.Viewer.Everywhere());
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var me = user.Person!;
        // The person's row is the lock.
        await db
            .Users.Where(each => each.Id == me.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(each => each.IsActive, each => each.IsActive), cancel);
        var pool =
            await db.Pools.SingleOrDefaultAsync(each => each.Id == poolId, cancel) ?? throw new NotFoundException(nameof(Pool), poolId);
        if (!(await PoolMembers.ReadAsync(db, people, cancel)).Opens(pool, user.Viewer))
            throw new NotFoundException(nameof(Pool), poolId);

        var accounts = await db.Accounts.Where(account => ids.Contains(account.Id)).ToDictionaryAsync(account => account.Id, cancel);
        var moves = await db
            .OwnerMoves.AsNoTracking()
            .Where(move => ids.Contains(move.AccountId) && move.ToId == null && move.PoolId != null)
            .ToListAsync(cancel);
        var limits = await ClaimLimits.CountAsync(db, poolId, me.Id, clock, cancel);
        var now = time.GetUtcNow().UtcDateTime;
        var (claimed, refusal) = (new List<Account>(), (RuleException?)null);
        foreach (var id in ids.Where(accounts.ContainsKey))
        {
            var lost = moves.FindAll(move => move.AccountId == id && move.FromId == me.Id).Select(move => (DateTime?)move.At).Max();
            try
            {
                accounts[id]
                    .Claim(
                        pool,
                        new(
                            me.Id,
                            me.TeamId,
                            limits.Held + claimed.Count,
                            limits.ClaimedToday + claimed.Count,
                            lost is { } at ? DateOnly.FromDateTime(clock.ToLocal(at)) : null,
                            clock.Today
                        ),
                        now
                    );
                claimed.Add(accounts[id]);
            }
            catch (RuleException each)
            {
                refusal ??= each;
            }
        }
        await TakeOverAsync(db, claimed, moves, me.Id, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new(claimed, refusal);
    }

    // What the last owner still had to do about an account is for the new one to do or to drop.
    private static async Task TakeOverAsync(
        JingkeDbContext db,
        List<Account> claimed,
        List<OwnerMove> moves,
        Guid me,
        CancellationToken cancel
    )
    {
        var last = moves.GroupBy(move => move.AccountId).ToDictionary(group => group.Key, group => group.MaxBy(move => move.Id)!.FromId);
        var ids = claimed.ConvertAll(account => account.Id);
        foreach (var toDo in await db.ToDos.Where(toDo => ids.Contains(toDo.AccountId) && toDo.DoneAt == null).ToListAsync(cancel))
            if (last.GetValueOrDefault(toDo.AccountId) == toDo.OwnerId)
                toDo.HandTo(me);
    }
}

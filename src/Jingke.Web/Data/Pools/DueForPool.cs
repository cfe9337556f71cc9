using Jingke.Domain.Accounts;
using Jingke.Domain.Pools;
using Jingke.Web.Common;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data.Pools;

/// <summary>
/// Which accounts fall into which pool, and when. The database finds those that are due until a day by the thresholds of each tier; the
/// rule itself, <see cref="PoolRules.ReturnOf"/>, then says day and reason.
/// </summary>
internal sealed class DueForPool(PeopleDirectory people, Clock clock)
{
    private static readonly Tier?[] Tiers = [Tier.Key, Tier.Rising, Tier.Ordinary, Tier.LetGo, null];

    /// <summary>An account that is due.</summary>
    /// <param name="AccountId">The account.</param>
    /// <param name="Version">Its version, so that nothing is taken that changed meanwhile.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="OwnerId">Who is responsible.</param>
    /// <param name="Pool">The pool that takes it.</param>
    /// <param name="Return">When and why.</param>
    public sealed record Row(long AccountId, int Version, string Name, Guid OwnerId, Pool Pool, Return Return);

    /// <summary>The accounts that are due.</summary>
    /// <param name="db">Whose accounts: those in the context's scope.</param>
    /// <param name="until">For each pool the last day on which an account may be due.</param>
    /// <param name="ownerId">Only accounts of this person; null for all.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <returns>The accounts in the order of their days.</returns>
    public async Task<List<Row>> RunAsync(JingkeDbContext db, Func<Pool, DateOnly> until, Guid? ownerId, CancellationToken cancel)
    {
        var members = await PoolMembers.ReadAsync(db, people, cancel);
        var rows = new List<Row>();
        foreach (var pool in members.Pools)
        foreach (var tier in Tiers)
        {
            var by = until(pool);
            if (Conditions(members.Taken(pool, db.Accounts.AsNoTracking()), db, pool.Rules, tier, by) is not { } found)
                continue;
            if (ownerId is not null)
                found = found.Where(account => account.OwnerId == ownerId);
            var read = found
                .OrderBy(account => account.Id)
                .Select(account => new
                {
                    account.Id,
                    account.Version,
                    account.Name,
                    account.OwnerId,
                    account.LastContactOn,
                    account.LastOrderOn,
                    Since = db.OwnerMoves.Where(move => move.AccountId == account.Id).Max(move => (DateTime?)move.At) ?? account.CreatedAt,
                });
            await foreach (var row in read.AsAsyncEnumerable().WithCancellation(cancel))
            {
                var held = new HeldAccount(tier, Day(row.Since), row.LastContactOn, row.LastOrderOn, IsLocked: false);
                if (pool.Rules.ReturnOf(held) is { } due && due.On <= by)
                    rows.Add(new(row.Id, row.Version, row.Name, row.OwnerId!.Value, pool, due));
            }
        }
        rows.Sort((one, other) => (one.Return.On, one.AccountId).CompareTo((other.Return.On, other.AccountId)));
        return rows;
    }

    /// <summary>Accounts of a person that are about to fall, by the warning days of each pool.</summary>
    public Task<List<Row>> WarningsAsync(JingkeDbContext db, Guid ownerId, CancellationToken cancel) =>
        RunAsync(db, pool => clock.Today.AddDays(pool.Rules.WarningDays), ownerId, cancel);

    private DateOnly Day(DateTime at) => DateOnly.FromDateTime(clock.ToLocal(at));

    // Null when accounts of the tier never fall into the pool.
    private IQueryable<Account>? Conditions(IQueryable<Account> held, JingkeDbContext db, PoolRules rules, Tier? tier, DateOnly by)
    {
        var rule = rules.Of(tier);
        if (rule == ReturnRule.Never || (rules.ProtectsKeyAccounts && tier == Tier.Key))
            return null;

        var found = held.Where(account => account.Tier == tier && account.LockedAt == null);
        if (rules.ProtectedOrderDays is { } days && by.AddDays(-days) is var free)
            found = found.Where(account => account.LastOrderOn == null || account.LastOrderOn <= free);

        var byContact = rule.ContactDays is { } contact ? by.AddDays(-contact) : (DateOnly?)null;
        var byOrder = rule.OrderDays is { } order ? by.AddDays(-order) : (DateOnly?)null;
        // Whoever got the account later than the later of the two days has time left by either rule.
        var latest = byContact > byOrder || byOrder is null ? byContact!.Value : byOrder.Value;
        var end = clock.ToUtc(latest.AddDays(1));
        found = found.Where(account =>
            (db.OwnerMoves.Where(move => move.AccountId == account.Id).Max(move => (DateTime?)move.At) ?? account.CreatedAt) < end
        );
        return (byContact, byOrder) switch
        {
            ({ } one, { } other) => found.Where(account =>
                account.LastContactOn == null || account.LastContactOn <= one || account.LastOrderOn == null || account.LastOrderOn <= other
            ),
            ({ } one, null) => found.Where(account => account.LastContactOn == null || account.LastContactOn <= one),
            (null, var other) => found.Where(account => account.LastOrderOn == null || account.LastOrderOn <= other),
        };
    }
}

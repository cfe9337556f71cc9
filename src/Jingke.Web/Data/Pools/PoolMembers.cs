using Jingke.Domain.Accounts;
using Jingke.Domain.Pools;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data.Pools;

/// <summary>The pools in their order, who is a member of which, and which pool takes the accounts of which team.</summary>
internal sealed class PoolMembers(IReadOnlyList<Pool> pools, PeopleDirectory.Snapshot people)
{
    /// <summary>The pools in their order.</summary>
    public IReadOnlyList<Pool> Pools => pools;

    /// <summary>Reads them.</summary>
    public static async Task<PoolMembers> ReadAsync(JingkeDbContext db, PeopleDirectory people, CancellationToken cancel) =>
        new(await db.Pools.AsNoTracking().OrderBy(pool => pool.Position).ThenBy(pool => pool.Id).ToListAsync(cancel), people.Current);

    /// <summary>Whether a person sees the pool and may claim from it: members, and those who see all accounts anyway.</summary>
    public bool Opens(Pool pool, Viewer viewer) =>
        viewer != Viewer.Nobody
        && (viewer.SeesAll || pool.IsForEveryone || (people.Find(viewer.UserId)?.TeamId is { } team && TeamsOf(pool).Contains(team)));

    /// <summary>The pool that takes the accounts of a team; null when none does.</summary>
    public Pool? Of(long? team) => pools.FirstOrDefault(pool => pool.IsForEveryone || (team is { } id && TeamsOf(pool).Contains(id)));

    /// <summary>Accounts with an owner that a pool takes.</summary>
    public IQueryable<Account> Taken(Pool pool, IQueryable<Account> accounts)
    {
        var earlier = pools.TakeWhile(each => each.Id != pool.Id).ToList();
        if (earlier.Exists(each => each.IsForEveryone))
            return accounts.Where(_ => false);

        var gone = earlier.SelectMany(TeamsOf).ToHashSet();
        var held = accounts.Where(account => account.OwnerId != null);
        if (!pool.IsForEveryone)
        {
            var own = TeamsOf(pool).Except(gone).ToList();
            return held.Where(account => own.Contains(account.TeamId!.Value));
        }
        return gone.Count == 0 ? held : held.Where(account => account.TeamId == null || !gone.Contains(account.TeamId.Value));
    }

    private HashSet<long> TeamsOf(Pool pool) => [.. pool.Teams.SelectMany(people.TeamAndBelow)];
}

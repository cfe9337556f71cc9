using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Domain.Pools;
using Jingke.Web.Common;
using Jingke.Web.Data.People;
using Jingke.Web.Data.Pools;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data.Access;

/// <summary>
/// Accounts in public pools, as members see them. They lie outside the usual data scope, so this is the only way to them, and it tells
/// only what is needed to choose one: no telephone, no contacts, no sales.
/// </summary>
internal sealed class PooledAccounts(JingkeDbFactory factory, PeopleDirectory people, CurrentUser user)
{
    /// <summary>What members may see of an account.</summary>
    public sealed record Row(
        long Id,
        string Name,
        string? ProvinceCode,
        string? CityCode,
        string? RegionText,
        string? IndustryCode,
        string? IndustryText,
        Tier? Tier,
        OwnerMoveKind? CameBy,
        string? Reason,
        DateTime? Since
    );

    /// <summary>Which are wanted.</summary>
    public sealed record Filter(string? Text = null, string? Province = null, string? Industry = null, Tier? Tier = null);

    /// <summary>The pools that the person sees, in their order.</summary>
    public async Task<IReadOnlyList<Pool>> PoolsAsync(CancellationToken cancel)
    {
        await using var db = factory.CreateForSystem();
        var members = await PoolMembers.ReadAsync(db, people, cancel);
        return [.. members.Pools.Where(pool => members.Opens(pool, user.Viewer))];
    }

    /// <summary>A pool that the person sees.</summary>
    /// <exception cref="NotFoundException">There is no such pool, or the person is no member.</exception>
    public async Task<Pool> PoolAsync(long id, CancellationToken cancel) =>
        (await PoolsAsync(cancel)).FirstOrDefault(pool => pool.Id == id) ?? throw new NotFoundException(nameof(Pool), id);

    /// <summary>One page of a pool, the latest arrivals first.</summary>
    /// <exception cref="NotFoundException">There is no such pool, or the person is no member.</exception>
    public async Task<Page<Row>> RunAsync(long poolId, Filter filter, PageRequest wanted, CancellationToken cancel)
    {
        await PoolAsync(poolId, cancel);
        await using var db = factory.CreateForSystem();
        return await Found(db, poolId, filter).ToPageAsync(wanted, cancel);
    }

    /// <summary>All of a pool, for a file.</summary>
    /// <exception cref="NotFoundException">There is no such pool, or the person is no member.</exception>
    public async Task<IReadOnlyList<Row>> AllAsync(long poolId, Filter filter, CancellationToken cancel)
    {
        await PoolAsync(poolId, cancel);
        await using var db = factory.CreateForSystem();
        return await Found(db, poolId, filter).ToListAsync(cancel);
    }

    private static IQueryable<Row> Found(JingkeDbContext db, long poolId, Filter filter)
    {
        var found = db.Accounts.AsNoTracking().Where(account => account.PoolId == poolId && account.OwnerId == null);
        if (filter.Text is { } text)
        {
            // By its name only: whether a telephone or a contact fits must not be found out by searching for it.
            var name = AccountName.Normalise(text);
            found = found.Where(account => account.NormalisedName.Contains(name));
        }
        if (filter.Province is { } province)
            found = found.Where(account => account.ProvinceCode == province);
        if (filter.Industry is { } industry)
            found = found.Where(account => account.IndustryCode!.StartsWith(industry));
        if (filter.Tier is { } tier)
            found = found.Where(account => account.Tier == tier);
        return found
            .Select(account => new
            {
                account,
                last = db
                    .OwnerMoves.Where(move => move.AccountId == account.Id && move.ToId == null)
                    .OrderByDescending(move => move.Id)
                    .FirstOrDefault(),
            })
            .OrderByDescending(each => each.last!.Id)
            .ThenByDescending(each => each.account.Id)
            .Select(each => new Row(
                each.account.Id,
                each.account.Name,
                each.account.ProvinceCode,
                each.account.CityCode,
                each.account.RegionText,
                each.account.IndustryCode,
                each.account.IndustryText,
                each.account.Tier,
                each.last == null ? null : each.last.Kind,
                each.last == null ? null : each.last.Reason,
                each.last == null ? null : each.last.At
            ));
    }
}

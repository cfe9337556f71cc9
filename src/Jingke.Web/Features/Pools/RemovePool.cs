using Jingke.Domain;
using Jingke.Domain.Pools;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Pools;

/// <summary>Removes a pool in which nothing lies any more.</summary>
internal sealed class RemovePool(JingkeDbFactory factory, JingkeDbContext db)
{
    /// <summary>Removes the pool.</summary>
    /// <returns>The name it had.</returns>
    /// <exception cref="NotFoundException">There is no such pool.</exception>
    /// <exception cref="RuleException"><c>pool.not-empty</c> (name, accounts)</exception>
    public async Task<string> RunAsync(long id, CancellationToken cancel)
    {
        var pool = await db.Pools.SingleOrDefaultAsync(each => each.Id == id, cancel) ?? throw new NotFoundException(nameof(Pool), id);
        await using var whole = factory.CreateForSystem();
        var accounts = await whole.Accounts.CountAsync(account => account.PoolId == id && account.OwnerId == null, cancel);
        if (accounts > 0)
            throw new RuleException("pool.not-empty", pool.Name, accounts);

        db.Remove(pool);
        await db.SaveChangesAsync(cancel);
        return pool.Name;
    }
}

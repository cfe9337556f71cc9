using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Domain.Audit;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.People;

/// <summary>Takes something that belongs to an account away, so that it can be taken back: a relation, a competitor, a joint purchase.</summary>
internal sealed class RecyclePart(JingkeDbContext db, TimeProvider time)
{
    /// <summary>Takes it away and tells its account.</summary>
    /// <exception cref="NotFoundException">There is none in the viewer's scope.</exception>
    /// <exception cref="RuleException"><c>account.only-shown</c></exception>
    public async Task<long> RunAsync<T>(long id, CancellationToken cancel)
        where T : class, IOfAccount, IRecyclable => await SetAsync<T>(db.Set<T>(), id, time.GetUtcNow().UtcDateTime, cancel);

    /// <summary>Takes that back and tells its account.</summary>
    /// <exception cref="NotFoundException">There is none in the viewer's scope.</exception>
    /// <exception cref="RuleException"><c>account.only-shown</c>, <c>relation.known</c>: the same was written down anew meanwhile.</exception>
    public async Task<long> RestoreAsync<T>(long id, CancellationToken cancel)
        where T : class, IOfAccount, IRecyclable
    {
        try
        {
            return await SetAsync(db.Set<T>().IgnoreQueryFilters([JingkeDbContext.BinFilter]), id, null, cancel);
        }
        catch (DbUpdateException failure) when (failure is not DbUpdateConcurrencyException)
        {
            throw new RuleException("relation.known");
        }
    }

    private async Task<long> SetAsync<T>(IQueryable<T> among, long id, DateTime? deletedAt, CancellationToken cancel)
        where T : class, IOfAccount, IRecyclable
    {
        var part =
            await among.SingleOrDefaultAsync(each => EF.Property<long>(each, "Id") == id, cancel)
            ?? throw new NotFoundException(typeof(T).Name, id);
        await db.AccountToChangeAsync(part.AccountId, cancel);
        var entry = db.Entry(part);
        // The audit log names the people of a relation.
        foreach (var reference in entry.References)
            await reference.LoadAsync(cancel);
        entry.Property(nameof(IRecyclable.DeletedAt)).CurrentValue = deletedAt;
        entry.Property(nameof(IRecyclable.DeletedById)).CurrentValue = deletedAt is null ? null : db.Viewer.UserId;
        await db.SaveChangesAsync(cancel);
        return part.AccountId;
    }
}

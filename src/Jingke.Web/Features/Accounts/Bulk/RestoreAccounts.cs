using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Bulk;

/// <summary>Takes accounts out of the recycle bin. Those that are not in it, or outside the viewer's scope, are left alone.</summary>
internal sealed class RestoreAccounts(JingkeDbContext db)
{
    /// <summary>Restores the accounts.</summary>
    /// <returns>The accounts that were restored.</returns>
    public async Task<IReadOnlyList<(long Id, string Name)>> RunAsync(IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var accounts = await db
            .Accounts.IgnoreQueryFilters([JingkeDbContext.BinFilter])
            .Where(account => ids.Contains(account.Id) && account.DeletedAt != null && account.MergedIntoId == null)
            .OrderBy(account => account.Id)
            .ToListAsync(cancel);
        accounts.RemoveAll(account => !db.Viewer.AnswersFor(account));
        foreach (var account in accounts)
            account.Restore();
        await db.SaveChangesAsync(cancel);
        return accounts.ConvertAll(account => (account.Id, account.Name));
    }
}

using Jingke.Domain;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Bulk;

/// <summary>Puts accounts into the recycle bin. Accounts outside the viewer's scope are left alone.</summary>
internal sealed class DeleteAccounts(JingkeDbContext db, TimeProvider time)
{
    /// <summary>Deletes the accounts.</summary>
    /// <returns>The accounts that were deleted.</returns>
    /// <exception cref="RuleException"><c>account.too-many-chosen</c></exception>
    public async Task<IReadOnlyList<(long Id, string Name)>> RunAsync(IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        if (ids.Count > AssignAccounts.Most)
            throw new RuleException("account.too-many-chosen", AssignAccounts.Most);

        var accounts = await db.AnsweredAccounts()
            .Where(account => ids.Contains(account.Id))
            .OrderBy(account => account.Id)
            .ToListAsync(cancel);
        foreach (var account in accounts)
            account.Delete(time.GetUtcNow().UtcDateTime, db.Viewer.UserId);
        await db.SaveChangesAsync(cancel);
        return accounts.ConvertAll(account => (account.Id, account.Name));
    }
}

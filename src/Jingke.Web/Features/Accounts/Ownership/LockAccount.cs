using Jingke.Domain;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;

namespace Jingke.Web.Features.Accounts.Ownership;

/// <summary>Locks an account, so that no public pool takes it, or unlocks it.</summary>
internal sealed class LockAccount(JingkeDbContext db, TimeProvider time)
{
    /// <summary>Locks the account.</summary>
    /// <returns>Its name.</returns>
    /// <exception cref="NotFoundException">There is no such account in the viewer's scope.</exception>
    /// <exception cref="RuleException"><c>account.only-shared</c>, <c>account.already-locked</c>, <c>account.reason-too-long</c></exception>
    public async Task<string> LockAsync(long id, string? reason, CancellationToken cancel)
    {
        var account = await db.AccountToAnswerForAsync(id, cancel);
        account.Lock(time.GetUtcNow().UtcDateTime, db.Viewer.UserId, reason);
        await db.SaveChangesAsync(cancel);
        return account.Name;
    }

    /// <summary>Unlocks the account.</summary>
    /// <returns>Its name.</returns>
    /// <exception cref="NotFoundException">There is no such account in the viewer's scope.</exception>
    /// <exception cref="RuleException"><c>account.only-shared</c></exception>
    public async Task<string> UnlockAsync(long id, CancellationToken cancel)
    {
        var account = await db.AccountToAnswerForAsync(id, cancel);
        account.Unlock();
        await db.SaveChangesAsync(cancel);
        return account.Name;
    }
}

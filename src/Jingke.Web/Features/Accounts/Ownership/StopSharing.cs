using Jingke.Domain;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Ownership;

/// <summary>No longer shows an account to a colleague.</summary>
internal sealed class StopSharing(JingkeDbContext db, PeopleDirectory people)
{
    /// <summary>Ends it; nothing happens when the account is not shared with the colleague.</summary>
    /// <exception cref="NotFoundException">There is no such account in the viewer's scope.</exception>
    /// <exception cref="RuleException"><c>account.only-shared</c> (name)</exception>
    public async Task RunAsync(long accountId, Guid userId, CancellationToken cancel)
    {
        var account = await db.AccountToAnswerForAsync(accountId, cancel);
        var share = await db.AccountShares.SingleOrDefaultAsync(each => each.AccountId == account.Id && each.UserId == userId, cancel);
        if (share is null)
            return;

        db.Remove(share);
        await db.SaveChangesAsync(cancel);
        await people.ReloadAsync(cancel);
    }
}

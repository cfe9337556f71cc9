using Jingke.Domain;
using Jingke.Web.Data;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Bulk;

/// <summary>Gives accounts to a colleague and their team, or to nobody. Accounts outside the viewer's scope are left alone.</summary>
internal sealed class AssignAccounts(JingkeDbContext db, PeopleDirectory people, TimeProvider time)
{
    /// <summary>Most accounts in one go: what a page shows.</summary>
    public const int Most = 1_000;

    /// <summary>Assigns the accounts.</summary>
    /// <returns>How many accounts changed hands.</returns>
    /// <exception cref="RuleException"><c>account.too-many-chosen</c>, <c>account.owner-unknown</c></exception>
    public async Task<int> RunAsync(IReadOnlyCollection<long> ids, Guid? ownerId, CancellationToken cancel)
    {
        if (ids.Count > Most)
            throw new RuleException("account.too-many-chosen", Most);
        var owner = people.Current.Find(ownerId);
        if (ownerId is not null && owner is not { IsActive: true })
            throw new RuleException("account.owner-unknown");

        var accounts = await db.Accounts.Where(account => ids.Contains(account.Id)).ToListAsync(cancel);
        var changing = accounts.FindAll(account => account.OwnerId != ownerId || (owner is not null && account.TeamId != owner.TeamId));
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var account in changing)
            // Who is left without an owner stays with its team, or nobody would see it any more.
            account.AssignTo(ownerId, owner is null ? account.TeamId : owner.TeamId, now);
        await db.SaveChangesAsync(cancel);
        return changing.Count;
    }
}

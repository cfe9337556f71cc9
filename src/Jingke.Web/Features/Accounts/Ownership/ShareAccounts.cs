using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.People;
using Jingke.Web.Features.Accounts.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Ownership;

/// <summary>Shows accounts to a colleague besides the owner, to be read or to be changed. Only who answers for an account shares it.</summary>
internal sealed class ShareAccounts(JingkeDbContext db, PeopleDirectory people, TimeProvider time)
{
    /// <summary>Shares the accounts; those that the colleague sees already only get another right.</summary>
    /// <param name="ids">The accounts; those that the viewer does not answer for are left alone.</param>
    /// <param name="with">The colleague.</param>
    /// <param name="mayEdit">Whether they may change them too.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>How many accounts are shared, or shared otherwise, from now on.</returns>
    /// <exception cref="RuleException">
    /// <c>account.too-many-chosen</c>, <c>account.owner-unknown</c>, <c>account.share-with-owner</c> (the colleague's name)
    /// </exception>
    public async Task<int> RunAsync(IReadOnlyCollection<long> ids, Guid? with, bool mayEdit, CancellationToken cancel)
    {
        if (ids.Count > AssignAccounts.Most)
            throw new RuleException("account.too-many-chosen", AssignAccounts.Most);
        if (people.Current.Find(with) is not { IsActive: true } person)
            throw new RuleException("account.owner-unknown");

        var accounts = await db.AnsweredAccounts().Where(account => ids.Contains(account.Id)).ToListAsync(cancel);
        // One account: say so. Among many, those of the colleague are simply theirs.
        if (accounts is [{ OwnerId: { } owner }] && owner == person.Id)
            throw new RuleException("account.share-with-owner", person.Name);
        var chosen = accounts.Where(account => account.OwnerId != person.Id).Select(account => account.Id).ToList();
        var before = await db
            .AccountShares.Where(share => share.UserId == person.Id && chosen.Contains(share.AccountId))
            .ToDictionaryAsync(share => share.AccountId, cancel);
        var changed = 0;
        foreach (var id in chosen)
        {
            if (before.TryGetValue(id, out var share) && share.MayEdit == mayEdit)
                continue;
            if (share is null)
                db.Add(new AccountShare(id, person.Id, mayEdit, time.GetUtcNow().UtcDateTime, db.Viewer.UserId));
            else
                share.Allow(mayEdit);
            changed++;
        }
        await db.SaveChangesAsync(cancel);
        if (changed > 0)
            await people.ReloadAsync(cancel);
        return changed;
    }
}

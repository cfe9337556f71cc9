using Jingke.Domain;
using Jingke.Domain.Contacts;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Contacts;

/// <summary>Takes a contact out of the recycle bin. When its account has another contact to call first by now, that one stays it.</summary>
internal sealed class RestoreContact(JingkeDbContext db)
{
    /// <summary>Restores the contact.</summary>
    /// <returns>The contact's account and name.</returns>
    /// <exception cref="NotFoundException">There is no such contact in the bin within the viewer's scope.</exception>
    /// <exception cref="RuleException"><c>contact.account-in-bin</c> (name of the account), <c>account.only-shown</c></exception>
    public async Task<(long AccountId, string Name)> RunAsync(long id, CancellationToken cancel)
    {
        var contact =
            await db
                .Contacts.IgnoreQueryFilters([JingkeDbContext.BinFilter])
                .Include(each => each.Account)
                .SingleOrDefaultAsync(each => each.Id == id && each.DeletedAt != null, cancel)
            ?? throw new NotFoundException(nameof(Contact), id);
        if (contact.Account!.DeletedAt is not null)
            throw new RuleException("contact.account-in-bin", contact.Account.Name);
        await db.AccountToChangeAsync(contact.AccountId, cancel);

        contact.Restore();
        if (contact.IsPrimary && await db.Contacts.AnyAsync(each => each.AccountId == contact.AccountId && each.IsPrimary, cancel))
            contact.MarkPrimary(false);
        await db.SaveChangesAsync(cancel);
        return (contact.AccountId, contact.Name);
    }
}

using Jingke.Domain;
using Jingke.Domain.Contacts;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Contacts;

/// <summary>Puts a contact into the recycle bin.</summary>
internal sealed class DeleteContact(JingkeDbContext db, TimeProvider time)
{
    /// <summary>Deletes the contact.</summary>
    /// <returns>The contact's account and name.</returns>
    /// <exception cref="NotFoundException">There is no such contact in the viewer's scope.</exception>
    /// <exception cref="RuleException"><c>account.only-shown</c></exception>
    public async Task<(long AccountId, string Name)> RunAsync(long id, CancellationToken cancel)
    {
        var contact =
            await db.Contacts.SingleOrDefaultAsync(each => each.Id == id, cancel) ?? throw new NotFoundException(nameof(Contact), id);
        await db.AccountToChangeAsync(contact.AccountId, cancel);
        contact.Delete(time.GetUtcNow().UtcDateTime, db.Viewer.UserId);
        await db.SaveChangesAsync(cancel);
        return (contact.AccountId, contact.Name);
    }
}

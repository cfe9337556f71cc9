using Jingke.Domain;
using Jingke.Domain.Contacts;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Contacts;

/// <summary>Adds or changes a contact. An account has one contact to call first: making one the first takes it from the other.</summary>
internal sealed class SaveContact(JingkeDbContext db)
{
    /// <summary>Saves the contact and tells its identifier.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="id">The contact; null for a new one.</param>
    /// <param name="input">What was filled in.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="NotFoundException">There is no such account or contact in the viewer's scope.</exception>
    /// <exception cref="RuleException"><c>account.only-shown</c></exception>
    /// <exception cref="DbUpdateConcurrencyException">Someone else saved first.</exception>
    public async Task<long> RunAsync(long accountId, long? id, ContactInput input, CancellationToken cancel)
    {
        await db.AccountToChangeAsync(accountId, cancel);
        var all = await db.Contacts.Where(each => each.AccountId == accountId).ToListAsync(cancel);
        var contact = id is null
            ? new Contact(accountId, input.Name!)
            : all.Find(each => each.Id == id) ?? throw new NotFoundException(nameof(Contact), id);
        if (id is null)
            db.Add(contact);
        else if (contact.Version != input.Version)
            throw new DbUpdateConcurrencyException("The contact has another version.");

        contact.Rename(input.Name!);
        contact.Describe(input.Title, input.Mobile, input.Phone, input.Email, input.Note);
        contact.PlayPart(input.ChosenRoles(), input.Attitude, input.Acquaintance ?? 0);
        // The first contact of an account is the one to call, without anyone having to say so.
        contact.MarkPrimary(input.IsPrimary || all.TrueForAll(each => each == contact));
        if (contact.IsPrimary)
            foreach (var other in all.Where(each => each != contact && each.IsPrimary))
                other.MarkPrimary(false);
        await db.SaveChangesAsync(cancel);
        return contact.Id;
    }
}

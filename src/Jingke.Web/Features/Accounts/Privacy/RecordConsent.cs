using Jingke.Domain;
using Jingke.Domain.Contacts;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Privacy;

/// <summary>Writes down on what ground data of a person are kept, and when they withdraw their consent.</summary>
internal sealed class RecordConsent(JingkeDbContext db, Clock clock, TimeProvider time)
{
    /// <summary>Records a ground.</summary>
    /// <exception cref="NotFoundException">There is no such contact of the account in the viewer's scope.</exception>
    /// <exception cref="RuleException">
    /// <c>account.only-shown</c>, <c>consent.not-come</c>, and those of <see cref="Consent"/>
    /// </exception>
    public async Task GiveAsync(long accountId, long contactId, ConsentInput input, CancellationToken cancel)
    {
        await db.AccountToChangeAsync(accountId, cancel);
        var contact =
            await db.Contacts.SingleOrDefaultAsync(
                each => each.Id == contactId && each.AccountId == accountId && each.ErasedAt == null,
                cancel
            ) ?? throw new NotFoundException(nameof(Contact), contactId);
        if (input.GivenOn > clock.Today)
            throw new RuleException("consent.not-come", input.GivenOn);
        db.Add(
            new Consent(
                accountId,
                contact.Id,
                input.Purpose!.Value,
                input.Basis!.Value,
                input.CoversSensitive,
                input.GivenOn!.Value,
                input.Note,
                time.GetUtcNow().UtcDateTime,
                db.Viewer.UserId
            )
        );
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Records that the person withdraws, from today.</summary>
    /// <returns>The contact.</returns>
    /// <exception cref="NotFoundException">There is no such consent in the viewer's scope.</exception>
    /// <exception cref="RuleException"><c>account.only-shown</c>, and those of <see cref="Consent.Withdraw"/></exception>
    public async Task<Contact> WithdrawAsync(long id, CancellationToken cancel)
    {
        var consent =
            await db.Consents.Include(each => each.Contact).SingleOrDefaultAsync(each => each.Id == id && each.Contact != null, cancel)
            ?? throw new NotFoundException(nameof(Consent), id);
        await db.AccountToChangeAsync(consent.AccountId, cancel);
        consent.Withdraw(clock.Today);
        await db.SaveChangesAsync(cancel);
        return consent.Contact!;
    }
}

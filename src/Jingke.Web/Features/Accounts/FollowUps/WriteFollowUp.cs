using Jingke.Domain;
using Jingke.Domain.Contacts;
using Jingke.Domain.FollowUps;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.FollowUps;

/// <summary>
/// Writes a contact with a customer down, its next step as a to-do of the writer, and the account's day of the latest contact.
/// An entry that is known by its identifier already is answered as if it were new.
/// </summary>
internal sealed class WriteFollowUp(JingkeDbContext db, Clock clock, TimeProvider time)
{
    /// <summary>Writes it down and tells its identifier.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="input">What was filled in, of the right shape.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="NotFoundException">There is no such account in the viewer's scope, or no such contact at the account.</exception>
    /// <exception cref="RuleException">
    /// <c>account.only-shown</c>, <c>follow-up.in-future</c> (day), <c>follow-up.of-other-person</c>, <c>follow-up.entry-of-other</c>, and those of <see cref="FollowUp"/> and <see cref="ToDo"/>
    /// </exception>
    public async Task<long> RunAsync(long accountId, FollowUpInput input, CancellationToken cancel)
    {
        if (input.ById is { } writer && writer != db.Viewer.UserId)
            throw new RuleException("follow-up.of-other-person");
        // First of all: what was kept stays kept, even where the account has gone out of sight since.
        if (await KnownAsync(input.EntryId, cancel) is { } known)
            return known;
        await db.AccountToChangeAsync(accountId, cancel);
        if (input.On > clock.Today)
            throw new RuleException("follow-up.in-future", input.On);
        if (
            input.ContactId is { } with
            && !await db.Contacts.AnyAsync(contact => contact.Id == with && contact.AccountId == accountId, cancel)
        )
            throw new NotFoundException(nameof(Contact), with);

        try
        {
            return await SaveAsync(accountId, input, cancel);
        }
        catch (DbUpdateException) when (input.EntryId is not null)
        {
            // Sent twice at the same moment: the other one was quicker.
            db.ChangeTracker.Clear();
            if (await KnownAsync(input.EntryId, cancel) is { } other)
                return other;
            throw;
        }
    }

    private async Task<long> SaveAsync(long accountId, FollowUpInput input, CancellationToken cancel)
    {
        var (now, writer) = (time.GetUtcNow().UtcDateTime, db.Viewer.UserId);
        var followUp = new FollowUp(accountId, input.Kind!.Value, input.On!.Value, input.Summary, now, writer);
        followUp.With(input.ContactId);
        followUp.EnteredAs(input.EntryId);

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Add(followUp);
        await db.SaveChangesAsync(cancel);
        if (!string.IsNullOrWhiteSpace(input.NextStep) && writer is { } owner)
        {
            var next = new ToDo(accountId, input.NextStep, input.NextOn!.Value, owner, now, writer);
            next.After(followUp);
            db.Add(next);
            await db.SaveChangesAsync(cancel);
        }
        // In the database, so that two who write at once cannot set it back, and whoever is editing the account meets no conflict.
        await db
            .Accounts.Where(account => account.Id == accountId && (account.LastContactOn == null || account.LastContactOn < followUp.On))
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.LastContactOn, followUp.On), cancel);
        await transaction.CommitAsync(cancel);
        return followUp.Id;
    }

    private async Task<long?> KnownAsync(Guid? entryId, CancellationToken cancel)
    {
        if (entryId is null)
            return null;
        var known = await db
            .FollowUps.IgnoreQueryFilters()
            .Where(followUp => followUp.EntryId == entryId)
            .Select(followUp => new { followUp.Id, followUp.ById })
            .SingleOrDefaultAsync(cancel);
        if (known is not null && known.ById != db.Viewer.UserId)
            throw new RuleException("follow-up.entry-of-other");
        return known?.Id;
    }
}

using Jingke.Domain.Accounts;
using Jingke.Domain.Facts;
using Jingke.Domain.Facts.Vetting;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.Facts;
using Jingke.Web.Features.Accounts.Card;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Vetting;

/// <summary>What waits for a person: facts that contradict each other, and facts past their shelf life. The largest accounts come first.</summary>
internal sealed class VettingQueue(JingkeDbContext db, CatalogueInForce catalogue, FactGround grounds, FactNames naming, Clock clock)
{
    /// <summary>Accounts on one page: each may have several fields to settle, with all their facts.</summary>
    public const int PageSize = 10;

    /// <summary>One field to settle.</summary>
    /// <param name="Sheet">The card of its account.</param>
    /// <param name="Field">The field.</param>
    /// <param name="ContactName">The contact, for a field of a personal card.</param>
    /// <param name="AskedUntil">Until when it is to be asked for; null while nobody has been told to.</param>
    public sealed record Entry(FactSheet Sheet, CardField Field, string? ContactName, DateOnly? AskedUntil);

    /// <summary>A page of the queue.</summary>
    /// <param name="Entries">The fields, those of one account together.</param>
    /// <param name="Number">Number of the page, from 1.</param>
    /// <param name="HasNext">Whether there is another page.</param>
    public sealed record Found(IReadOnlyList<Entry> Entries, int Number, bool HasNext);

    /// <summary>Accounts that have something in a queue, counted up to a limit.</summary>
    public Task<int> CountAsync(FactStanding standing, Guid? ownerId, CancellationToken cancel) =>
        Accounts(standing, ownerId).Take(Paging.CountedUpTo + 1).CountAsync(cancel);

    /// <summary>A page.</summary>
    /// <param name="standing"><see cref="FactStanding.Disputed"/> or <see cref="FactStanding.Stale"/>.</param>
    /// <param name="ownerId">Whose accounts; null is all in the viewer's scope.</param>
    /// <param name="number">Number of the page, from 1.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<Found> RunAsync(FactStanding standing, Guid? ownerId, int number, CancellationToken cancel)
    {
        var accounts = await Accounts(standing, ownerId)
            .AsNoTracking()
            .OrderByDescending(account => account.NetSales)
            .ThenByDescending(account => account.Id)
            .Skip((number - 1) * PageSize)
            .Take(PageSize + 1)
            .ToListAsync(cancel);
        var shown = accounts.Take(PageSize).ToList();
        var ids = shown.ConvertAll(account => account.Id);
        var facts = (await db.Facts.AsNoTracking().Where(fact => ids.Contains(fact.AccountId)).ToListAsync(cancel)).ToLookup(fact =>
            fact.AccountId
        );
        var asked = (
            await db
                .ToDos.AsNoTracking()
                .Where(toDo => ids.Contains(toDo.AccountId) && toDo.FieldId != null && toDo.DoneAt == null)
                .Select(toDo => new
                {
                    toDo.AccountId,
                    toDo.FieldId,
                    toDo.DueOn,
                })
                .ToListAsync(cancel)
        ).ToLookup(toDo => (toDo.AccountId, toDo.FieldId!.Value), toDo => toDo.DueOn);
        var contacts = await db
            .Contacts.AsNoTracking()
            .Where(contact => ids.Contains(contact.AccountId))
            .ToDictionaryAsync(contact => contact.Id, contact => contact.Name, cancel);

        var fields = catalogue.Current;
        var ground = await grounds.ReadAsync(db, cancel);
        var names = await naming.RunAsync(id => fields.Field(id)?.Type, facts.SelectMany(group => group), cancel);
        var words = new FactWords(fields, names);
        var entries = new List<Entry>();
        foreach (var account in shown)
        {
            var own = facts[account.Id].ToList();
            var verdict = VetFacts.Judge(ground, fields, account, own, clock);
            var sheet = new FactSheet(account, fields, own.ToDictionary(fact => fact.Id), verdict, words, names, db.Viewer.Role);
            foreach (var (slot, _) in verdict.Slots.Where(each => Wants(each.Value, standing)).OrderBy(each => each.Key.FieldId))
                if (fields.Field(slot.FieldId) is { IsRetired: false } field && field.IsSeenBy(db.Viewer.Role))
                    entries.Add(
                        new(
                            sheet,
                            sheet.Field(field, slot.ContactId),
                            slot.ContactId is { } contact ? contacts.GetValueOrDefault(contact) : null,
                            asked[(account.Id, field.Id)].Cast<DateOnly?>().Min()
                        )
                    );
        }
        return new(entries, number, accounts.Count > PageSize);
    }

    private IQueryable<Account> Accounts(FactStanding standing, Guid? ownerId) =>
        db.Accounts.Where(account =>
            (ownerId == null || account.OwnerId == ownerId)
            && db.Facts.Any(fact => fact.AccountId == account.Id && fact.Standing == standing)
        );

    private static bool Wants(SlotVerdict slot, FactStanding standing) =>
        standing == FactStanding.Disputed ? slot.Knowledge == Knowledge.Disputed : slot.Knowledge == Knowledge.Stale && slot.Shown!.Id > 0;
}

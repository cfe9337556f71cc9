using System.Globalization;
using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Domain.Contacts;
using Jingke.Domain.Facts;
using Jingke.Web.Common;
using Jingke.Web.Common.Audit;
using Jingke.Web.Common.Languages;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.Facts;
using Jingke.Web.Data.People;
using Jingke.Web.Features.Accounts.Card;
using Jingke.Web.Features.Accounts.Contacts;
using Jingke.Web.Features.Accounts.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Accounts.Privacy;

/// <summary>All that is held on a contact, for who answers a person who asks (个人信息保护法 article 45).</summary>
internal sealed class HeldOnPerson(
    JingkeDbContext db,
    AccountFacts facts,
    NamedElsewhere elsewhere,
    CatalogueInForce catalogue,
    PeopleDirectory people,
    ChangeWords acts,
    IStringLocalizer<AccountTexts> words,
    IStringLocalizer<PeopleTexts> parts,
    IStringLocalizer<PrivacyTexts> texts
)
{
    /// <summary>Most follow-ups, and most acts, that are listed.</summary>
    public const int Most = 500;

    /// <summary>What was found.</summary>
    /// <param name="Account">The contact's account.</param>
    /// <param name="Contact">The person.</param>
    /// <param name="Items">What is held, by kind.</param>
    /// <param name="Consents">The purposes and grounds as they are.</param>
    /// <param name="FieldsKeptBack">Fields with facts that the viewer's role does not see at all.</param>
    public sealed record Found(
        Account Account,
        Contact Contact,
        IReadOnlyList<HeldItem> Items,
        IReadOnlyList<Consent> Consents,
        int FieldsKeptBack
    );

    /// <summary>Finds it, also of a contact in the recycle bin.</summary>
    /// <exception cref="NotFoundException">There is no such contact of the account in the viewer's scope.</exception>
    public async Task<Found> RunAsync(long accountId, long contactId, CancellationToken cancel)
    {
        var account =
            await db.Accounts.AsNoTracking().SingleOrDefaultAsync(each => each.Id == accountId, cancel)
            ?? throw new NotFoundException(nameof(Account), accountId);
        var contact =
            await db
                .Contacts.IgnoreQueryFilters([JingkeDbContext.BinFilter])
                .AsNoTracking()
                .SingleOrDefaultAsync(each => each.Id == contactId && each.AccountId == accountId, cancel)
            ?? throw new NotFoundException(nameof(Contact), contactId);
        var sheet = await facts.RunAsync(account, cancel);
        var consents = await db
            .Consents.AsNoTracking()
            .Where(each => each.ContactId == contactId)
            .OrderByDescending(each => each.Id)
            .Take(Most)
            .ToListAsync(cancel);
        List<HeldItem> items =
        [
            .. Details(contact, isHidden: !db.Viewer.SeesReach(account)),
            .. Facts(sheet, contactId),
            .. await elsewhere.RunAsync(sheet, contact, cancel),
            .. consents.Select(Of),
            .. await ActsAsync(contactId, db.Viewer.SeesReach(account), cancel),
        ];
        var role = db.Viewer.Role;
        var keptBack = catalogue.Current.Fields.Count(field =>
            field.Subject == FieldSubject.Contact && !field.IsSeenBy(role) && sheet.Field(field, contactId).Slot is not null
        );
        return new(account, contact, items, consents, keptBack);
    }

    private IEnumerable<HeldItem> Details(Contact contact, bool isHidden) =>
        new (string What, string? Value, bool IsReach)[]
        {
            (words["ContactName"], contact.Name, false),
            (words["JobTitle"], contact.Title, false),
            (words["Mobile"], contact.Mobile, true),
            (words["OfficePhone"], contact.Phone, true),
            (words["Email"], contact.Email, true),
            (words["Note"], contact.Note, true),
            (
                parts["Roles"],
                contact.Roles is null ? null : parts.List(ContactInput.RolesOf(contact.Roles).Select(role => $"Role.{role}")),
                false
            ),
            (parts["Attitude"], contact.Attitude is { } attitude ? parts[$"Attitude.{attitude}"].Value : null, false),
            (parts["Acquaintance"], contact.Acquaintance == 0 ? null : parts[$"Acquaintance.{contact.Acquaintance}"].Value, false),
        }
            .Where(each => each.Value is not null)
            .Select(each => new HeldItem(HeldKind.Details, each.What, each.Value!, each.IsReach && isHidden));

    private IEnumerable<HeldItem> Facts(FactSheet sheet, long contactId) =>
        from field in catalogue.Current.Fields
        where field.Subject == FieldSubject.Contact && field.IsSeenBy(db.Viewer.Role)
        let card = sheet.Field(field, contactId)
        where card.Slot is not null
        from judged in card.Slot!.Facts
        let note = sheet.FactOf(judged)?.Note
        select new HeldItem(
            HeldKind.Facts,
            field.Names.In(Language.Current.Code),
            note is null ? card.PlainTextOf(judged.Fact) : texts["WithRemark", card.PlainTextOf(judged.Fact), note],
            field.IsSensitive,
            $"{card.Words.OfChannel(judged.Fact.ChannelId)} · {words[judged.Fact.IsFirstHand ? "Card.FirstHand" : "Card.Hearsay"]} · {FactTexts.Get($"Standing.{judged.Standing}")}",
            judged.Fact.ObservedOn,
            judged.Fact.RecordedAt,
            NameOf(judged.Fact.RecordedById)
        );

    private HeldItem Of(Consent consent) =>
        new(
            HeldKind.Consents,
            texts[$"Purpose.{consent.Purpose}"],
            string.Join(
                " · ",
                (
                    (string?[])
                        [
                            texts[$"Basis.{consent.Basis}"],
                            consent.CoversSensitive ? texts["CoversSensitive"].Value : null,
                            consent.WithdrawnOn is { } day ? texts["WithdrawnOn", Format.Date(day)].Value : null,
                            consent.Note,
                        ]
                ).OfType<string>()
            ),
            On: consent.GivenOn,
            At: consent.RecordedAt,
            Who: NameOf(consent.RecordedById)
        );

    private async Task<IEnumerable<HeldItem>> ActsAsync(long contactId, bool plain, CancellationToken cancel)
    {
        var id = contactId.ToString(CultureInfo.InvariantCulture);
        var found = await db
            .AuditEntries.AsNoTracking()
            .Where(entry => entry.Subject == nameof(Contact) && entry.SubjectId == id)
            .OrderByDescending(entry => entry.Id)
            .Take(Most)
            .ToListAsync(cancel);
        return found.Select(entry => new HeldItem(
            HeldKind.Acts,
            acts.Action(entry.Action),
            string.Join(
                "; ",
                acts.Of(entry.Subject, entry.Changes, plain)
                    .Select(each => each.Before is null ? $"{each.Field}: {each.After}" : $"{each.Field}: {each.Before} → {each.After}")
            ),
            At: entry.At,
            Who: acts.Person(entry.UserId)
        ));
    }

    private string? NameOf(Guid? id) => id is null ? null : people.Current.Find(id)?.Name;
}

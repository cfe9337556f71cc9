using System.Globalization;
using Jingke.Domain.Contacts;
using Jingke.Domain.Facts;
using Jingke.Domain.KeyAccounts;
using Jingke.Web.Common.Audit;
using Jingke.Web.Common.Languages;
using Jingke.Web.Data;
using Jingke.Web.Data.Facts;
using Jingke.Web.Data.People;
using Jingke.Web.Features.Accounts.Card;
using Jingke.Web.Features.Accounts.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Jingke.Web.Features.Accounts.Privacy;

/// <summary>Where else a contact is named within their account: relations, joint purchases, facts, follow-ups, to-dos.</summary>
internal sealed class NamedElsewhere(
    JingkeDbContext db,
    CatalogueInForce catalogue,
    PeopleDirectory people,
    ChangeWords acts,
    IStringLocalizer<PeopleTexts> parts,
    IStringLocalizer<PrivacyTexts> texts
)
{
    private const int Most = HeldOnPerson.Most;

    /// <summary>Finds it.</summary>
    /// <param name="sheet">The card of the account, as the viewer may see it.</param>
    /// <param name="contact">The person; whoever asks has made sure that they are in scope.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<IEnumerable<HeldItem>> RunAsync(FactSheet sheet, Contact contact, CancellationToken cancel) =>
        [
            .. await RelationsAsync(contact, cancel),
            .. await PurchasesAsync(contact.Id, cancel),
            .. await FactsAsync(sheet, contact, cancel),
            .. await FollowUpsAsync(contact, cancel),
            .. await FileAsync(contact, cancel),
        ];

    private async Task<IEnumerable<HeldItem>> RelationsAsync(Contact contact, CancellationToken cancel)
    {
        var id = contact.Id;
        var found = await db
            .ContactRelations.AsNoTracking()
            .Where(each => each.FromId == id || each.ToId == id)
            .OrderBy(each => each.Id)
            .Take(Most)
            .Select(each => new
            {
                From = each.From!.Name,
                To = each.To!.Name,
                each.Kind,
                each.Note,
            })
            .ToListAsync(cancel);
        return found.Select(each => new HeldItem(
            HeldKind.Relations,
            acts.Subject(nameof(ContactRelation)),
            string.Join(' ', ((string?[])[each.From, parts[$"Relation.{each.Kind}"].Value, each.To, each.Note]).OfType<string>())
        ));
    }

    private async Task<IEnumerable<HeldItem>> PurchasesAsync(long id, CancellationToken cancel)
    {
        var found = await db
            .JointPurchases.AsNoTracking()
            .Where(each => each.Members.Any(member => member.ContactId == id))
            .OrderByDescending(each => each.On)
            .Take(Most)
            .Select(each => new
            {
                each.What,
                each.Note,
                each.On,
            })
            .ToListAsync(cancel);
        return found.Select(each => new HeldItem(
            HeldKind.Relations,
            acts.Subject(nameof(JointPurchase)),
            each.Note is null ? each.What : texts["WithRemark", each.What, each.Note],
            On: each.On
        ));
    }

    private async Task<IEnumerable<HeldItem>> FactsAsync(FactSheet sheet, Contact contact, CancellationToken cancel)
    {
        var text = contact.Id.ToString(CultureInfo.InvariantCulture);
        var accountId = contact.AccountId;
        var named = await db
            .Facts.AsNoTracking()
            .Where(fact => fact.AccountId == accountId && fact.ContactId == null && fact.Value == text)
            .OrderBy(fact => fact.Id)
            .Take(Most)
            .ToListAsync(cancel);
        return from fact in named
            let field = catalogue.Current.Field(fact.FieldId)
            where field is { Type: FieldType.Person } && field.IsSeenBy(db.Viewer.Role)
            select new HeldItem(
                HeldKind.Relations,
                field.Names.In(Language.Current.Code),
                contact.Name,
                field.IsSensitive,
                sheet.Words.OfChannel(fact.ChannelId),
                fact.ObservedOn,
                fact.RecordedAt,
                NameOf(fact.RecordedById)
            );
    }

    private async Task<IEnumerable<HeldItem>> FollowUpsAsync(Contact contact, CancellationToken cancel)
    {
        var (accountId, id, name) = (contact.AccountId, contact.Id, contact.Name);
        var followUps = await db
            .FollowUps.AsNoTracking()
            .Where(each => each.AccountId == accountId && (each.ContactId == id || each.Summary.Contains(name)))
            .OrderByDescending(each => each.On)
            .ThenByDescending(each => each.Id)
            .Take(Most)
            .ToListAsync(cancel);
        var toDos = await db
            .ToDos.AsNoTracking()
            .Where(each => each.AccountId == accountId && (each.What.Contains(name) || each.Outcome.Contains(name)))
            .OrderByDescending(each => each.Id)
            .Take(Most)
            .ToListAsync(cancel);
        return
        [
            .. followUps.Select(each => new HeldItem(
                HeldKind.FollowUps,
                texts["FollowUp"],
                each.Summary,
                On: each.On,
                At: each.RecordedAt,
                Who: NameOf(each.ById)
            )),
            .. toDos.Select(each => new HeldItem(
                HeldKind.FollowUps,
                texts["ToDo"],
                each.Outcome.Length > 0 ? texts["WithRemark", each.What, each.Outcome] : each.What,
                On: each.DueOn,
                At: each.CreatedAt,
                Who: NameOf(each.CreatedById)
            )),
        ];
    }

    // What the manager of a key account wrote in its file.
    private async Task<IEnumerable<HeldItem>> FileAsync(Contact contact, CancellationToken cancel)
    {
        var (accountId, name) = (contact.AccountId, contact.Name);
        var assessments = await db
            .KeyAccountAssessments.AsNoTracking()
            .Where(each => each.AccountId == accountId)
            .Where(each => each.Influence.Contains(name) || each.Risks.Contains(name) || each.Deviation.Contains(name))
            .OrderByDescending(each => each.Id)
            .Take(Most)
            .ToListAsync(cancel);
        var plans = await db
            .KeyAccountPlans.AsNoTracking()
            .Where(each => each.AccountId == accountId && (each.Aims.Contains(name) || each.Strategy.Contains(name)))
            .OrderByDescending(each => each.Id)
            .Take(Most)
            .ToListAsync(cancel);
        var reviews = await db
            .KeyAccountReviews.AsNoTracking()
            .Where(each => each.AccountId == accountId && each.Conclusion.Contains(name))
            .OrderByDescending(each => each.Id)
            .Take(Most)
            .ToListAsync(cancel);
        return
        [
            .. assessments.Select(each =>
                Held(nameof(KeyAccountAssessment), [each.Influence, each.Risks, each.Deviation], each.At, each.ById)
            ),
            .. plans.Select(each => Held(nameof(KeyAccountPlan), [each.Aims, each.Strategy], each.At, each.ById)),
            .. reviews.Select(each => Held(nameof(KeyAccountReview), [each.Conclusion], each.At, each.ById)),
        ];

        HeldItem Held(string subject, string[] said, DateTime at, Guid? by) =>
            new(
                HeldKind.FollowUps,
                acts.Subject(subject),
                string.Join('\n', said.Where(text => text.Contains(name, StringComparison.Ordinal))),
                At: at,
                Who: NameOf(by)
            );
    }

    private string? NameOf(Guid? id) => id is null ? null : people.Current.Find(id)?.Name;
}

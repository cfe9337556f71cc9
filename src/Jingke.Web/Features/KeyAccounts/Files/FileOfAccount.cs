using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Domain.Facts;
using Jingke.Domain.KeyAccounts;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.Facts;
using Jingke.Web.Features.KeyAccounts.Policy;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.KeyAccounts.Files;

/// <summary>Everything that the file of an account shows, for its page, its print and programs.</summary>
internal sealed class FileOfAccount(
    JingkeDbContext db,
    FileFigures figures,
    FileCredits credits,
    FileBenchmarks benchmarks,
    FileStates states,
    ContactPolicyInForce policies,
    CatalogueInForce catalogue,
    OrganisationInForce organisation,
    Clock clock
)
{
    private const int MostContacts = 100;
    private const int MostVersions = 200;
    private const int MostMeasures = 100;
    private const int MostReviews = 20;
    private const int MostFacts = 12;

    private static readonly CardSection[] Shown = [CardSection.Basics, CardSection.Traits, CardSection.Business, CardSection.Trading];

    /// <summary>Reads it.</summary>
    /// <exception cref="NotFoundException">There is no such account in the viewer's scope.</exception>
    public async Task<KeyAccountFile> RunAsync(long id, CancellationToken cancel)
    {
        var account = await AccountAsync(id, cancel);
        var figure = await figures.RunAsync(id, cancel);
        var credit = await credits.RunAsync(account, cancel);
        var benchmark = await benchmarks.RunAsync(id, cancel);
        var state = (await states.RunAsync([id], cancel))[id];
        var policy = (await policies.RunAsync(cancel)).Of(account.Tier);
        var assessment = await NewestAssessmentAsync(db, id, cancel);
        var plans = await db
            .KeyAccountPlans.AsNoTracking()
            .Where(plan => plan.AccountId == id)
            .OrderByDescending(plan => plan.Id)
            .Take(MostVersions)
            .ToListAsync(cancel);
        var measures = await db
            .ToDos.AsNoTracking()
            .Where(toDo => toDo.AccountId == id && toDo.IsMeasure)
            .OrderBy(toDo => toDo.DoneAt != null)
            .ThenByDescending(toDo => toDo.DoneAt)
            .ThenBy(toDo => toDo.DueOn)
            .ThenBy(toDo => toDo.Id)
            .Take(MostMeasures)
            .ToListAsync(cancel);
        var reviews = await db
            .KeyAccountReviews.AsNoTracking()
            .Where(review => review.AccountId == id)
            .OrderByDescending(review => review.Id)
            .Take(MostReviews)
            .ToListAsync(cancel);
        var contacts = await db
            .Contacts.AsNoTracking()
            .Where(contact => contact.AccountId == id)
            .OrderBy(contact => contact.Roles == null)
            .ThenByDescending(contact => contact.IsPrimary)
            .ThenBy(contact => contact.Id)
            .Take(MostContacts)
            .ToListAsync(cancel);
        var facts = await FactsAsync(account, cancel);
        return new(
            account,
            db.Viewer.MayChange(account),
            Worded(account, facts),
            WalletOf(facts),
            figure,
            credit,
            benchmark,
            state,
            policy,
            assessment,
            PlanYear.Of(plans, figure, organisation.Current.FiscalYearStartMonth),
            measures,
            reviews,
            contacts,
            FileRisks.Of(
                account,
                figure,
                credit?.Standing,
                contacts.Count,
                state,
                policy,
                clock.Today,
                Unit.Of(organisation.Current.Currency)
            )
        );
    }

    /// <summary>The account alone.</summary>
    /// <exception cref="NotFoundException">There is no such account in the viewer's scope.</exception>
    public async Task<Account> AccountAsync(long id, CancellationToken cancel) =>
        await db.Accounts.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancel)
        ?? throw new NotFoundException(nameof(Account), id);

    /// <summary>What holds of what managers said of an account; null for nothing.</summary>
    public static Task<KeyAccountAssessment?> NewestAssessmentAsync(JingkeDbContext db, long id, CancellationToken cancel) =>
        db
            .KeyAccountAssessments.AsNoTracking()
            .Where(each => each.AccountId == id)
            .OrderByDescending(each => each.Id)
            .FirstOrDefaultAsync(cancel);

    private Task<List<Fact>> FactsAsync(Account account, CancellationToken cancel) =>
        db
            .Facts.AsNoTracking()
            .Where(fact => fact.AccountId == account.Id && fact.ContactId == null && fact.Standing == FactStanding.Accepted)
            .OrderBy(fact => fact.Id)
            .ToListAsync(cancel);

    // What is sensitive, or names people and files, stays on the card.
    private List<(FieldDefinition, string)> Worded(Account account, List<Fact> facts)
    {
        var values = facts.DistinctBy(fact => fact.FieldId).ToDictionary(fact => fact.FieldId);
        return
        [
            .. catalogue
                .Current.OfAccounts(account.Kind)
                .Where(field => Shown.Contains(field.Section) && values.ContainsKey(field.Id) && IsPlain(field))
                .OrderBy(field => field.Section)
                .ThenByDescending(field => field.Weight)
                .ThenBy(field => field.Position)
                .Take(MostFacts)
                .Select(field => (field, FieldWords.Of(field, new(values[field.Id].Value, values[field.Id].Number)))),
        ];
    }

    private long? WalletOf(List<Fact> facts) =>
        catalogue.Current.Field(FileStates.WalletField) is { IsSensitive: false } field && field.IsSeenBy(db.Viewer.Role)
            ? facts.Find(fact => fact.FieldId == field.Id)?.Number
            : null;

    private bool IsPlain(FieldDefinition field) =>
        !field.IsSensitive
        && field.IsSeenBy(db.Viewer.Role)
        && field.Type is not (FieldType.Person or FieldType.Account or FieldType.File or FieldType.LongText);
}

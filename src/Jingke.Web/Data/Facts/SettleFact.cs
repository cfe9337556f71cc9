using Jingke.Domain;
using Jingke.Domain.Facts;
using Jingke.Domain.Facts.Vetting;
using Jingke.Domain.FollowUps;
using Jingke.Web.Common.Languages;
using Jingke.Web.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data.Facts;

/// <summary>A person decides about a fact: it is true, it is wrong, or the customer is to be asked again.</summary>
internal sealed class SettleFact(JingkeDbContext db, CatalogueInForce catalogue, VetFacts vet, TimeProvider time)
{
    /// <summary>What was decided about.</summary>
    /// <param name="AccountId">The account.</param>
    /// <param name="Field">The field.</param>
    public sealed record Settled(long AccountId, FieldDefinition Field);

    /// <summary>The longest reason, in characters.</summary>
    public const int MaximumReason = 500;

    /// <summary>Confirms a fact. What else was in question about the field and says something else was true once when it was observed earlier, and wrong otherwise.</summary>
    /// <exception cref="NotFoundException">There is no such fact in the viewer's scope.</exception>
    /// <exception cref="RuleException"><c>account.only-shown</c>, <c>fact.field-not-yours</c></exception>
    public Task<Settled> KeepAsync(long factId, CancellationToken cancel) =>
        RunAsync(
            factId,
            async (fact, field, now) =>
            {
                var others = await db
                    .Facts.Where(each =>
                        each.AccountId == fact.AccountId
                        && each.FieldId == fact.FieldId
                        && each.ContactId == fact.ContactId
                        && each.Id != fact.Id
                        && each.Settlement == null
                        && (
                            each.Standing == FactStanding.Disputed
                            || each.Standing == FactStanding.Accepted
                            || each.Standing == FactStanding.Supporting
                        )
                    )
                    .ToListAsync(cancel);
                foreach (var other in others)
                    if (!Agreement.Holds(field.Type, new(other.Value, other.Number), new(fact.Value, fact.Number)))
                        other.Settle(
                            other.ObservedOn < fact.ObservedOn ? FactSettlement.Outdated : FactSettlement.Wrong,
                            now,
                            db.Viewer.UserId
                        );
                fact.Settle(FactSettlement.Confirmed, now, db.Viewer.UserId);
                return "confirmed";
            },
            cancel
        );

    /// <summary>Rejects a fact.</summary>
    /// <param name="factId">The fact.</param>
    /// <param name="wasTrueOnce">Whether it was true when it was observed; then it does not count against its source.</param>
    /// <param name="reason">Why; must be given.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="NotFoundException">There is no such fact in the viewer's scope.</exception>
    /// <exception cref="RuleException"><c>account.only-shown</c>, <c>fact.field-not-yours</c>, <c>fact.reason-missing</c>, <c>fact.reason-too-long</c></exception>
    public Task<Settled> RejectAsync(long factId, bool wasTrueOnce, string? reason, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new RuleException("fact.reason-missing");
        if (reason.Length > MaximumReason)
            throw new RuleException("fact.reason-too-long", MaximumReason);
        return RunAsync(
            factId,
            (fact, _, now) =>
            {
                fact.Settle(wasTrueOnce ? FactSettlement.Outdated : FactSettlement.Wrong, now, db.Viewer.UserId, reason);
                return Task.FromResult("rejected");
            },
            cancel
        );
    }

    /// <summary>Makes a to-do to ask the customer again, for whoever is responsible for the account.</summary>
    /// <exception cref="NotFoundException">There is no such fact in the viewer's scope.</exception>
    /// <exception cref="RuleException"><c>account.only-shown</c>, <c>fact.field-not-yours</c></exception>
    public Task<Settled> AskAgainAsync(long factId, DateOnly dueOn, CancellationToken cancel) =>
        RunAsync(
            factId,
            async (fact, field, now) =>
            {
                var isAsked = await db.ToDos.AnyAsync(
                    each => each.AccountId == fact.AccountId && each.FieldId == fact.FieldId && each.DoneAt == null,
                    cancel
                );
                if (!isAsked)
                {
                    var owner = fact.Account!.OwnerId ?? db.Viewer.UserId!.Value;
                    var words = FactTexts.Get("AskAgainToDo", field.Names.In(Language.Current.Code));
                    var toDo = new ToDo(fact.AccountId, words, dueOn, owner, now, db.Viewer.UserId);
                    toDo.About(field.Id);
                    db.Add(toDo);
                }
                return "asked-again";
            },
            cancel
        );

    private async Task<Settled> RunAsync(long factId, Func<Fact, FieldDefinition, DateTime, Task<string>> decide, CancellationToken cancel)
    {
        var accountId =
            await db.Facts.Where(each => each.Id == factId).Select(each => (long?)each.AccountId).SingleOrDefaultAsync(cancel)
            ?? throw new NotFoundException(nameof(Fact), factId);
        await using var work = await db.BeginFactsAsync(accountId, cancel);
        var account = await db.AccountToChangeAsync(accountId, cancel);
        var fact = await db.Facts.SingleAsync(each => each.Id == factId, cancel);
        var field = catalogue.Current.Field(fact.FieldId)!;
        if (!field.IsEditedBy(db.Viewer.Role))
            throw new RuleException("fact.field-not-yours", field.Names.In(Language.Current.Code));

        var act = await decide(fact, field, time.GetUtcNow().UtcDateTime);
        db.Note(
            act,
            nameof(Fact),
            factId.ToString(System.Globalization.CultureInfo.InvariantCulture),
            $"{account.Name} · {field.NameHans}"
        );
        await db.SaveChangesAsync(cancel);
        var verdict = await vet.RunAsync(db, account, cancel);
        await db.SaveChangesAsync(cancel);
        await VetFacts.KeepScoresAsync(db, accountId, verdict.Scores, cancel);
        await work.CommitAsync(cancel);
        return new(accountId, field);
    }
}

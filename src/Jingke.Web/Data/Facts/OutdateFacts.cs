using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Domain.Facts;
using Jingke.Web.Common;
using Jingke.Web.Common.Languages;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data.Facts;

/// <summary>
/// Takes what a person emptied or replaced in a form as no longer so. Its facts stay as what was true once, which does not count against
/// their sources. Works in the transaction of <see cref="FactLock"/>; whoever calls saves and vets.
/// </summary>
internal sealed class OutdateFacts(JingkeDbContext db, CatalogueInForce catalogue, Clock clock, TimeProvider time)
{
    /// <summary>Fields were emptied, though nothing else is known. Call it before the account's columns are emptied.</summary>
    /// <exception cref="RuleException"><c>fact.field-not-yours</c></exception>
    public async Task EmptiedAsync(Account account, IReadOnlyCollection<FieldDefinition> fields, CancellationToken cancel)
    {
        if (fields.FirstOrDefault(field => !field.IsEditedBy(db.Viewer.Role)) is { } foreign)
            throw new RuleException("fact.field-not-yours", foreign.Names.In(Language.Current.Code));

        var ids = fields.Select(field => field.Id).ToList();
        await EarlierValues.KeepAsync(db, account, catalogue.Current, ids, clock, cancel);
        await db.SaveChangesAsync(cancel);
        foreach (
            var fact in await Of(account, ids)
                .Where(fact => fact.Settlement == null || fact.Settlement == FactSettlement.Confirmed)
                .ToListAsync(cancel)
        )
            Settle(fact, "EmptiedReason");
    }

    /// <summary>
    /// A person, who has what is shown of fields before the eyes, puts other values in its place: facts as recent as today's would otherwise
    /// tie with them. Older ones are outdone by rule.
    /// </summary>
    public async Task ReplacedAsync(Account account, IReadOnlyCollection<RecordFacts.Given> given, CancellationToken cancel)
    {
        var ids = given.Select(each => catalogue.Current.Field(each.FieldKey)?.Id ?? 0).ToList();
        var (today, me, channel) = (clock.Today, db.Viewer.UserId, catalogue.Current.DefaultChannel.Id);
        var shown = await Of(account, ids)
            .Where(fact => fact.Standing == FactStanding.Accepted || fact.Standing == FactStanding.Supporting)
            .Where(fact => fact.ObservedOn == today || fact.Settlement == FactSettlement.Confirmed)
            .ToListAsync(cancel);
        // One's own of the same day is corrected by rule.
        foreach (var fact in shown.Where(fact => fact.Settlement is not null || fact.RecordedById != me || fact.ChannelId != channel))
            Settle(fact, "ReplacedReason");
    }

    private IQueryable<Fact> Of(Account account, List<long> fieldIds) =>
        db.Facts.Where(fact => fact.AccountId == account.Id && fact.ContactId == null && fieldIds.Contains(fact.FieldId));

    private void Settle(Fact fact, string reason) =>
        fact.Settle(FactSettlement.Outdated, time.GetUtcNow().UtcDateTime, db.Viewer.UserId, FactTexts.Get(reason));
}

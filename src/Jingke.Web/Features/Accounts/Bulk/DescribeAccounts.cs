using System.Globalization;
using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Domain.Facts;
using Jingke.Web.Common;
using Jingke.Web.Common.Languages;
using Jingke.Web.Data;
using Jingke.Web.Data.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Bulk;

/// <summary>
/// Records one value of a field for many accounts. Each goes the way of a value that is typed on the card: it is vetted and overwrites
/// nothing, so that it may be refused or come into question for some of them.
/// </summary>
internal sealed class DescribeAccounts(JingkeDbContext db, CatalogueInForce catalogue, RecordFacts record, TimeProvider time)
{
    /// <summary>What was done.</summary>
    /// <param name="ActId">The bulk act, for taking it back; 0 when nothing was recorded.</param>
    /// <param name="Field">The field.</param>
    /// <param name="Accounts">How many accounts got the value.</param>
    /// <param name="Questioned">For how many of them it is not believed yet: it contradicts, or is out of the ordinary.</param>
    /// <param name="Refused">Accounts that did not get it, and why.</param>
    public sealed record Done(
        long ActId,
        FieldDefinition Field,
        int Accounts,
        int Questioned,
        IReadOnlyList<(string Name, string Why)> Refused
    );

    /// <summary>Whether a field can be set for many: what refers to one account's own contact or file cannot.</summary>
    public static bool CanSet(FieldDefinition field) =>
        field is { IsRetired: false, Subject: not FieldSubject.Contact, Type: not (FieldType.Person or FieldType.File) };

    /// <summary>Records the value.</summary>
    /// <param name="ids">The accounts; those out of the viewer's scope are left alone.</param>
    /// <param name="fieldKey">Key of the field.</param>
    /// <param name="text">The value as typed.</param>
    /// <param name="cancel">Ends the work between two accounts.</param>
    /// <exception cref="RuleException">
    /// <c>account.too-many-chosen</c>, <c>fact.field-unknown</c>, <c>fact.field-not-yours</c>, <c>fact.nothing-given</c>, and what
    /// <see cref="FieldReader"/> says of the value.
    /// </exception>
    public async Task<Done> RunAsync(IReadOnlyCollection<long> ids, string? fieldKey, string? text, CancellationToken cancel)
    {
        if (ids.Count > AssignAccounts.Most)
            throw new RuleException("account.too-many-chosen", AssignAccounts.Most);
        if (catalogue.Current.Field(fieldKey ?? "") is not { } field || !CanSet(field) || !field.IsSeenBy(db.Viewer.Role))
            throw new RuleException("fact.field-unknown", fieldKey ?? "");
        if (!field.IsEditedBy(db.Viewer.Role))
            throw new RuleException("fact.field-not-yours", field.Names.In(Language.Current.Code));
        // What cannot be read is refused once and not for each account.
        if (FieldReader.Read(field, text) is null)
            throw new RuleException("fact.nothing-given");

        var accounts = await db
            .Accounts.AsNoTracking()
            .Where(account => ids.Contains(account.Id))
            .OrderBy(account => account.Id)
            .ToListAsync(cancel);
        if (accounts.Count == 0)
            return new(0, field, 0, 0, []);
        var act = new BulkAct(BulkActKind.Describe, field.Key, time.GetUtcNow().UtcDateTime, db.Viewer.UserId);
        db.Add(act);
        await db.SaveChangesAsync(cancel);
        var (set, questioned, refused) = (0, 0, new List<(string, string)>());
        foreach (var account in accounts)
        {
            db.ChangeTracker.Clear();
            try
            {
                var outcome = (await record.RunAsync(account.Id, [new(field.Key, text)], new(), cancel))[0];
                set++;
                if (
                    outcome.Slot.Facts.First(fact => fact.Fact.Id == outcome.FactId).Standing
                    is not (FactStanding.Accepted or FactStanding.Supporting)
                )
                    questioned++;
                db.Add(
                    new BulkActRow
                    {
                        ActId = act.Id,
                        AccountId = account.Id,
                        Before = field.Column is { } column ? account.ValueIn(column) : null,
                        After = outcome.FactId.ToString(CultureInfo.InvariantCulture),
                    }
                );
                await db.SaveChangesAsync(cancel);
            }
            catch (RecordFacts.Refused no)
            {
                refused.Add((account.Name, ProblemWords.Of(no.Refusal)));
            }
            catch (RuleException no)
            {
                refused.Add((account.Name, ProblemWords.Of(no)));
            }
        }
        db.ChangeTracker.Clear();
        if (set == 0)
            await db.BulkActs.Where(each => each.Id == act.Id).ExecuteDeleteAsync(cancel);
        return new(set == 0 ? 0 : act.Id, field, set, questioned, refused);
    }
}

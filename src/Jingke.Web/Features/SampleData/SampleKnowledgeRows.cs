using Jingke.Domain.Facts;
using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;
using Jingke.Web.Data.Facts;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.SampleData;

/// <summary>Writes what the sample company knows of its customers, as sets. Whether a fact is believed is decided by vetting afterwards.</summary>
/// <param name="db">The context, in the transaction of the load.</param>
/// <param name="company">The company.</param>
/// <param name="ids">Identifiers of what is written already.</param>
/// <param name="catalogue">The catalogue of the installation; what it does not have is left out.</param>
internal sealed class SampleKnowledgeRows(JingkeDbContext db, SampleCompany company, SampleIds ids, Catalogue catalogue)
{
    // Nine in the morning in China.
    private static readonly TimeOnly Morning = new(1, 0);

    private List<List<long>> contacts = [];

    /// <summary>Writes it.</summary>
    public async Task WriteAsync(SampleKnowledge knowledge, CancellationToken cancel)
    {
        contacts = await ContactsAsync(cancel);
        Facts(knowledge);
        await VisitsAsync(knowledge, cancel);
        Rivals(knowledge);
        Ties(knowledge);
        await db.Database.ExecuteSqlRawAsync(
            """
            UPDATE account SET last_contact_on = (SELECT MAX(f."on") FROM follow_up f WHERE f.account_id = account.id)
            WHERE created_by_batch_id = {0}
            """,
            [ids.Batch],
            cancel
        );
    }

    // They were written in the order of the company's lists.
    private async Task<List<List<long>>> ContactsAsync(CancellationToken cancel)
    {
        var rows = await db
            .Contacts.Where(contact => contact.CreatedByBatchId == ids.Batch)
            .OrderBy(contact => contact.Id)
            .Select(contact => new { contact.AccountId, contact.Id })
            .ToListAsync(cancel);
        var byAccount = rows.ToLookup(row => row.AccountId, row => row.Id);
        return [.. ids.Accounts.Select(account => byAccount[account].ToList())];
    }

    private void Facts(SampleKnowledge knowledge)
    {
        using var rows = BulkWriter.Open(
            db,
            "fact",
            "account_id",
            "contact_id",
            "field_id",
            "value",
            "number",
            "channel_id",
            "is_first_hand",
            "observed_on",
            "is_one_off",
            "note",
            "recorded_at",
            "recorded_by_id",
            "import_batch_id",
            "standing",
            "reliability"
        );
        foreach (var fact in knowledge.Facts)
        {
            if (catalogue.Field(fact.Field) is not { IsRetired: false } field || catalogue.Channel(fact.Channel) is not { } channel)
                continue;
            var text = fact.Text.StartsWith('@') ? $"{contacts[fact.Account][fact.Text[1] - '0']}" : fact.Text;
            if (FieldReader.Read(field, text) is not { } value)
                continue;
            rows.Long(ids.Accounts[fact.Account]);
            rows.Long(fact.Contact < 0 ? null : contacts[fact.Account][fact.Contact]);
            rows.Long(field.Id);
            rows.Text(value.Text);
            rows.Long(value.Number);
            rows.Long(channel.Id);
            rows.Bool(fact.IsFirstHand);
            rows.Day(fact.On);
            rows.Bool(fact.IsOneOff);
            rows.Text(fact.Note);
            rows.Instant(fact.On.ToDateTime(Morning, DateTimeKind.Utc));
            rows.Guid(OwnerOf(fact.Account));
            rows.Long(ids.Batch);
            rows.Text(nameof(FactStanding.New));
            rows.Int(0);
            rows.EndRow();
        }
        rows.Complete();
    }

    private async Task VisitsAsync(SampleKnowledge knowledge, CancellationToken cancel)
    {
        var before = await db.FollowUps.IgnoreQueryFilters().MaxAsync(each => (long?)each.Id, cancel) ?? 0;
        using (var rows = BulkWriter.Open(db, "follow_up", "account_id", "kind", "\"on\"", "contact_id", "summary", "recorded_at", "by_id"))
        {
            foreach (var visit in knowledge.Visits)
            {
                rows.Long(ids.Accounts[visit.Account]);
                rows.Text(visit.Kind.ToString());
                rows.Day(visit.On);
                rows.Long(visit.Contact < 0 ? null : contacts[visit.Account][visit.Contact]);
                rows.Text(visit.Summary);
                rows.Instant(visit.On.ToDateTime(Morning, DateTimeKind.Utc));
                rows.Guid(OwnerOf(visit.Account));
                rows.EndRow();
            }
            rows.Complete();
        }
        var written = await db
            .FollowUps.IgnoreQueryFilters()
            .Where(each => each.Id > before && ids.Accounts.Contains(each.AccountId))
            .OrderBy(each => each.Id)
            .Select(each => each.Id)
            .ToListAsync(cancel);
        using var steps = BulkWriter.Open(
            db,
            "to_do",
            "account_id",
            "what",
            "due_on",
            "owner_id",
            "follow_up_id",
            "created_at",
            "created_by_id",
            "done_at"
        );
        foreach (var (visit, id) in knowledge.Visits.Zip(written).Where(each => each.First.Next is not null))
        {
            steps.Long(ids.Accounts[visit.Account]);
            steps.Text(visit.Next);
            steps.Day(visit.NextOn);
            steps.Guid(OwnerOf(visit.Account));
            steps.Long(id);
            steps.Instant(visit.On.ToDateTime(Morning, DateTimeKind.Utc));
            steps.Guid(OwnerOf(visit.Account));
            steps.Instant(visit.IsDone ? visit.NextOn.ToDateTime(Morning, DateTimeKind.Utc) : null);
            steps.EndRow();
        }
        steps.Complete();
    }

    private void Rivals(SampleKnowledge knowledge)
    {
        using var rows = BulkWriter.Open(
            db,
            "competitor",
            "account_id",
            "name",
            "offers",
            "strengths",
            "weaknesses",
            "price",
            "quality",
            "service",
            "delivery",
            "relationship",
            "version"
        );
        foreach (var rival in knowledge.Rivals)
        {
            rows.Long(ids.Accounts[rival.Account]);
            rows.Text(rival.Name);
            rows.Text(rival.Offers);
            rows.Text(rival.Strengths);
            rows.Text(rival.Weaknesses);
            foreach (var standing in rival.Standings)
                rows.Text(standing.ToString());
            rows.Int(0);
            rows.EndRow();
        }
        rows.Complete();
    }

    private void Ties(SampleKnowledge knowledge)
    {
        using var rows = BulkWriter.Open(db, "contact_relation", "account_id", "from_id", "kind", "to_id");
        foreach (var tie in knowledge.Ties)
        {
            rows.Long(ids.Accounts[tie.Account]);
            rows.Long(contacts[tie.Account][tie.From]);
            rows.Text(tie.Kind.ToString());
            rows.Long(contacts[tie.Account][tie.To]);
            rows.EndRow();
        }
        rows.Complete();
    }

    private Guid? OwnerOf(int account) => company.Accounts[account].Owner is { } owner ? ids.Users[owner] : null;
}

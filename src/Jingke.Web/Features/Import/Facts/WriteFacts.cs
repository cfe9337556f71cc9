using Jingke.Domain.Accounts;
using Jingke.Domain.Facts;
using Jingke.Domain.Facts.Vetting;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;
using Jingke.Web.Data.Facts;
using Jingke.Web.Features.Import.Changes;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Import.Facts;

/// <summary>
/// Vets what a chunk says about its accounts together with what is known of them, and writes it as sets: the facts with their standing,
/// and the columns of accounts where another value is believed now. What contradicts a better value is kept and queues.
/// </summary>
/// <param name="catalogue">The catalogue.</param>
/// <param name="ground">What accounts are vetted on.</param>
/// <param name="clock">Tells days.</param>
internal sealed class WriteFacts(Catalogue catalogue, VettingGround ground, Clock clock)
{
    // Facts get their identifiers from the database once they stand; until then numbers above all of them keep their order.
    private const long Provisional = 1L << 62;

    private readonly List<Pending> pending = [];
    private readonly List<(long Id, FactStanding Standing, int Reliability)> standings = [];
    private readonly List<(long Id, KnowledgeScores Scores)> scores = [];

    private sealed record Pending(long AccountId, FieldDefinition Field, FieldValue Value, FactOrigin Origin, DateTime At, Guid? ById)
    {
        public FactStanding Standing { get; set; }

        public int Reliability { get; set; }
    }

    /// <summary>Writes facts, standings and scores in the present transaction, and notes which columns change; the caller writes those.</summary>
    /// <param name="db">The context.</param>
    /// <param name="plan">What is to be recorded.</param>
    /// <param name="created">Identifiers of the accounts that were created, by index.</param>
    /// <param name="changes">Where changes of columns are noted.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task RunAsync(JingkeDbContext db, FactPlan plan, List<long> created, FieldChanges changes, CancellationToken cancel)
    {
        if (plan.New.Count == 0)
            return;
        var said = plan.New.ToLookup(each => each.Account == 0 ? created[each.New] : each.Account);
        var ids = said.Select(group => group.Key).ToList();
        var accounts = await db.Accounts.IgnoreQueryFilters().AsNoTracking().Where(account => ids.Contains(account.Id)).ToListAsync(cancel);
        foreach (var account in accounts)
            Vet(account, plan, [.. said[account.Id]], [.. plan.Known[account.Id]], changes);
        Insert(db);
        await FactSql.WriteAsync(db, standings, scores, cancel);
    }

    private void Vet(Account account, FactPlan plan, List<FactPlan.Said> said, List<Fact> known, FieldChanges changes)
    {
        var first = pending.Count;
        var fields = said.Select(each => each.Field.Id).ToHashSet();
        var withFacts = known.Where(fact => fact.ContactId is null).Select(fact => fact.FieldId).ToHashSet();
        // A value without a fact becomes one as soon as another is recorded; one that the file itself has just brought is said below.
        foreach (var (field, value, origin) in EarlierValues.Of(account, catalogue, withFacts.Contains, clock))
            if (fields.Contains(field.Id) && !said.Exists(each => each.Field.Id == field.Id && each.Value.Text == value.Text))
                pending.Add(new(account.Id, field, value, origin, account.CreatedAt, account.CreatedById));
        foreach (var each in said)
            pending.Add(new(account.Id, each.Field, each.Value, plan.Source.Origin, plan.Source.At, plan.Source.ById));

        var testimonies = known
            .Select(fact => (new SlotKey(fact.FieldId, fact.ContactId), Testimony.Of(fact, at => DateOnly.FromDateTime(clock.ToLocal(at)))))
            .ToList();
        for (var at = first; at < pending.Count; at++)
            testimonies.Add((new(pending[at].Field.Id), TestimonyOf(pending[at], Provisional + at)));
        var verdict = VetFacts.Judge(ground, catalogue, account, testimonies, clock);

        var byId = known.ToDictionary(fact => fact.Id);
        foreach (var judged in verdict.Slots.Values.SelectMany(slot => slot.Facts))
            if (judged.Fact.Id >= Provisional)
                (pending[(int)(judged.Fact.Id - Provisional)].Standing, pending[(int)(judged.Fact.Id - Provisional)].Reliability) = (
                    judged.Standing,
                    judged.Reliability
                );
            else if (
                byId.TryGetValue(judged.Fact.Id, out var fact)
                && (fact.Standing != judged.Standing || fact.Reliability != judged.Reliability)
            )
                standings.Add((fact.Id, judged.Standing, judged.Reliability));
        scores.Add((account.Id, verdict.Scores));
        NoteColumns(account, verdict, plan.Source.At, changes);
    }

    private static Testimony TestimonyOf(Pending fact, long id) =>
        new()
        {
            Id = id,
            Value = fact.Value.Text,
            Number = fact.Value.Number,
            ChannelId = fact.Origin.ChannelId,
            IsFirstHand = fact.Origin.IsFirstHand,
            ObservedOn = fact.Origin.ObservedOn,
            RecordedAt = fact.At,
            RecordedById = fact.ById,
        };

    private void NoteColumns(Account account, AccountVerdict verdict, DateTime at, FieldChanges changes)
    {
        foreach (var (column, value) in VetFacts.ColumnsOf(catalogue, verdict))
        {
            string[] names = ColumnFacts.TextNameOf(column) is { } text
                ? [.. ColumnFacts.NamesOf(column), text]
                : ColumnFacts.NamesOf(column);
            var before = Array.ConvertAll(names, name => In(account, name));
            if (!account.Repeat(column, value, at))
                continue;
            for (var each = 0; each < names.Length; each++)
                if (In(account, names[each]) is var after && after != before[each])
                    changes.Set(account.Id, names[each], before[each], after);
        }
    }

    private static string? In(Account account, string name) =>
        name switch
        {
            "CityCode" => account.CityCode,
            "ProvinceCode" => account.ProvinceCode,
            "RegionText" => account.RegionText,
            "IndustryCode" => account.IndustryCode,
            "IndustryText" => account.IndustryText,
            _ => account.ValueIn(name),
        };

    private void Insert(JingkeDbContext db)
    {
        using var rows = BulkWriter.Open(
            db,
            "fact",
            "account_id",
            "field_id",
            "value",
            "number",
            "channel_id",
            "is_first_hand",
            "observed_on",
            "is_one_off",
            "recorded_at",
            "recorded_by_id",
            "import_batch_id",
            "standing",
            "reliability"
        );
        foreach (var fact in pending)
        {
            rows.Long(fact.AccountId);
            rows.Long(fact.Field.Id);
            rows.Text(fact.Value.Text);
            rows.Long(fact.Value.Number);
            rows.Long(fact.Origin.ChannelId);
            rows.Bool(fact.Origin.IsFirstHand);
            rows.Day(fact.Origin.ObservedOn);
            rows.Bool(fact.Origin.IsOneOff);
            rows.Instant(fact.At);
            rows.Guid(fact.ById);
            rows.Long(fact.Origin.ImportBatchId);
            rows.Text(fact.Standing.ToString());
            rows.Int(fact.Reliability);
            rows.EndRow();
        }
        rows.Complete();
    }
}

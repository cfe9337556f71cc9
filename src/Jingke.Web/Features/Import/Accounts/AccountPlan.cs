using Jingke.Domain.Accounts;
using Jingke.Domain.Facts;
using Jingke.Domain.Facts.Vetting;
using Jingke.Domain.Imports;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;
using Jingke.Web.Data.Facts;
using Jingke.Web.Data.People;
using Jingke.Web.Features.Import.Changes;
using Jingke.Web.Features.Import.Facts;
using Jingke.Web.Features.Import.Loading;

namespace Jingke.Web.Features.Import.Accounts;

/// <summary>
/// What the rows of a chunk mean for the accounts: which are new, which change, which rows say nothing new. Made first and written then,
/// so that a dry run can stop half-way.
/// </summary>
internal sealed class AccountPlan
{
    private readonly List<Dictionary<string, string>> created = [];
    private readonly FieldChanges changes = new(ChangedTable.Accounts);
    private readonly List<Row> rows = [];

    /// <summary>A row and the account it means.</summary>
    /// <param name="Account">The account; 0 for one of <see cref="Created"/>.</param>
    /// <param name="New">Index in <see cref="Created"/>, or -1.</param>
    /// <param name="Contact">The contact it carries; null without one.</param>
    private sealed record Row(long Account, int New, Dictionary<string, string>? Contact)
    {
        public bool Creates { get; init; }

        public bool Changes { get; set; }
    }

    private readonly HashSet<int> households = [];
    private readonly FactPlan facts;
    private readonly Catalogue catalogue;
    private ContactPlan contacts = null!;
    private Dictionary<long, Dictionary<string, string?>> present = [];

    private AccountPlan(FactSource source, Catalogue catalogue) => (facts, this.catalogue) = (new(source), catalogue);

    /// <summary>Values of the accounts to create.</summary>
    public IReadOnlyList<Dictionary<string, string>> Created => created;

    /// <summary>Rows whose region is kept as text.</summary>
    public long RegionsUnrecognised { get; private set; }

    /// <summary>Compares the rows of a chunk with the database, in the present transaction.</summary>
    public static async Task<AccountPlan> MakeAsync(
        JingkeDbContext db,
        ImportBatch batch,
        AccountChunk chunk,
        PeopleDirectory.Snapshot people,
        FactSource source,
        Catalogue catalogue,
        CancellationToken cancel
    )
    {
        var plan = new AccountPlan(source, catalogue);
        var (matches, known) = await KnownAccounts.FindAsync(db, chunk.Records, cancel);
        plan.present = known;
        var named = new NamedInChunk(known, plan.created);
        for (var at = 0; at < matches.Length; at++)
        {
            var record = chunk.Records[at];
            // A contacts file only names its accounts; it is not the place that describes them.
            var values = batch.Kind == ImportKind.Contacts ? Naming(AccountValues.Of(record, people)) : AccountValues.Of(record, people);
            var contact = batch.Kind != ImportKind.Accounts && record.HasContact ? AccountValues.OfContact(record) : null;
            IReadOnlyList<RowFact> said = batch.Kind == ImportKind.Contacts ? [] : chunk.Origins[at].Facts;
            ColumnFacts.TakeRegion(values, said);
            plan.RegionsUnrecognised += AccountValues.RegionText(record).Length > 0 ? 1 : 0;
            plan.rows.Add(
                named.Find(values, matches[at]) switch
                {
                    null => plan.Create(values, contact),
                    { New: >= 0 } created => plan.Complete(created.New, values, contact),
                    { Id: var id } => plan.Change(id, known[id], values, contact),
                }
            );
            plan.Say(at, said, values);
            named.Remember(values, new(plan.rows[^1].Account, plan.rows[^1].New));
        }
        await plan.facts.KeepNewAsync(db, cancel);
        plan.contacts = await ContactPlan.MakeAsync(db, [.. plan.rows.Select(row => (row.Account, row.New, row.Contact))], cancel);
        return plan;
    }

    /// <summary>What the rows amount to.</summary>
    public BatchCounts Count()
    {
        var counts = new BatchCounts { RegionsUnrecognised = RegionsUnrecognised, AccountsCreated = created.Count };
        for (var at = 0; at < rows.Count; at++)
        {
            var isNew = rows[at].Creates || contacts.Creates(at);
            if (!isNew && !rows[at].Changes && !contacts.Changes(at) && !facts.Adds(at))
            {
                counts.Duplicate++;
                continue;
            }
            counts.Accepted++;
            counts.Updated += isNew ? 0 : 1;
            counts.ContactsCreated += contacts.Creates(at) ? 1 : 0;
        }
        return counts;
    }

    /// <summary>Writes it, in the present transaction.</summary>
    public async Task<BatchCounts> WriteAsync(
        JingkeDbContext db,
        ImportBatch batch,
        VettingGround ground,
        Clock clock,
        CancellationToken cancel
    )
    {
        var ids = await CreateAsync(db, batch, cancel);
        await new WriteFacts(catalogue, ground, clock).RunAsync(db, facts, ids, changes, cancel);
        await RecordedChanges.WriteAsync(db, batch, changes, audited: true, cancel);
        await contacts.WriteAsync(db, batch, ids, cancel);
        return Count();
    }

    private static Dictionary<string, string> Naming(Dictionary<string, string> values) =>
        values.Where(value => value.Key is "Code" or "Name" or "NormalisedName").ToDictionary(StringComparer.Ordinal);

    private Row Create(Dictionary<string, string> values, Dictionary<string, string>? contact)
    {
        if (!values.ContainsKey("Name"))
            (values["Name"], values["NormalisedName"]) = (values["Code"], AccountName.Normalise(values["Code"]));
        // A copy: later rows may complete the account, but not what this row has said.
        created.Add(new(values, StringComparer.Ordinal));
        return new(0, created.Count - 1, contact) { Creates = true };
    }

    // The account may stand on several rows, each with another contact.
    private Row Complete(int at, Dictionary<string, string> values, Dictionary<string, string>? contact)
    {
        var (account, changed) = (created[at], false);
        // So far it was called by its code.
        if (values.TryGetValue("Name", out var name) && name != account["Name"] && account["Name"] == account.GetValueOrDefault("Code"))
            (account["Name"], account["NormalisedName"], changed) = (name, values["NormalisedName"], true);
        foreach (var (field, value) in values)
            changed |= account.TryAdd(field, value);
        return new(0, at, contact) { Changes = changed };
    }

    private Row Change(long id, Dictionary<string, string?> now, Dictionary<string, string> values, Dictionary<string, string>? contact)
    {
        var changed = false;
        var vetted = ColumnFacts.VettedNames(catalogue, values, now);
        foreach (var (field, value) in values)
        {
            if (vetted.Contains(field) || now[field] == value || field == "TeamId" && now["OwnerId"] == values.GetValueOrDefault("OwnerId"))
                continue;
            Set(field, value);
            changed = true;
        }
        // Region and industry are a code or a text, never both.
        Clear("ProvinceCode", "RegionText");
        Clear("RegionText", "ProvinceCode", "CityCode");
        Clear("IndustryCode", "IndustryText");
        Clear("IndustryText", "IndustryCode");
        if (
            values.ContainsKey("ProvinceCode")
            && !values.ContainsKey("CityCode")
            && changes.All.ContainsKey(id)
            && changes.All[id].ContainsKey("ProvinceCode")
        )
            Set("CityCode", null);
        return new(id, -1, contact) { Changes = changed };

        void Set(string field, string? value)
        {
            if (now[field] == value)
                return;
            changes.Set(id, field, now[field], value);
            now[field] = value;
        }

        void Clear(string given, params ReadOnlySpan<string> others)
        {
            if (!values.ContainsKey(given) || vetted.Contains(given))
                return;
            foreach (var other in others)
                Set(other, null);
        }
    }

    // A new account's columns hold what the file says; facts are written of them where a source or a day was said.
    private void Say(int at, IReadOnlyList<RowFact> said, Dictionary<string, string> values)
    {
        var (account, created) = (rows[at].Account, rows[at].New);
        if (account != 0 || facts.Source.IsSaid)
            foreach (var given in ColumnFacts.Of(catalogue, values, present.GetValueOrDefault(account)))
                if (!given.IsThere)
                    facts.Say(at, account, created, given.Field, given.Value);
        foreach (var fact in said)
            if (fact.Field.Column is null)
                facts.Say(at, account, created, fact.Field, fact.Value);
        if (rows[at].Creates && said.Any(fact => fact.Field.Subject == FieldSubject.Household))
            households.Add(created);
    }

    private async Task<List<long>> CreateAsync(JingkeDbContext db, ImportBatch batch, CancellationToken cancel)
    {
        if (created.Count == 0)
            return [];
        var before = await Staging.NumberAsync(db, "SELECT MAX(id) FROM account", cancel);
        var fields = ChangedTable.Accounts.Fields;
        string[] columns =
        [
            "kind",
            "net_sales",
            "created_by_batch_id",
            "created_at",
            "created_by_id",
            "updated_at",
            "version",
            .. fields.Select(field => field.Column),
        ];
        using (var writer = BulkWriter.Open(db, "account", columns))
        {
            foreach (var (index, values) in created.Index())
            {
                writer.Text(households.Contains(index) ? nameof(AccountKind.Household) : nameof(AccountKind.Company));
                writer.Long(0);
                writer.Long(batch.Id);
                writer.Instant(batch.StartedAt);
                writer.Guid(batch.CreatedById);
                writer.Instant(batch.StartedAt);
                writer.Int(0);
                foreach (var field in fields)
                    field.Write(writer, values.GetValueOrDefault(field.Name));
                writer.EndRow();
            }
            writer.Complete();
        }
        var ids = await CreatedIds.AfterAsync(db, "account", before, batch.Id, cancel);
        ImportedMoves.Note(db, batch, ids, created);
        return ids;
    }
}

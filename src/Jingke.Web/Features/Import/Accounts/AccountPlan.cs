using Jingke.Domain.Accounts;
using Jingke.Domain.Imports;
using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;
using Jingke.Web.Data.People;
using Jingke.Web.Features.Import.Changes;
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

    private ContactPlan contacts = null!;

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
        CancellationToken cancel
    )
    {
        var plan = new AccountPlan();
        var (ids, known) = await KnownAccounts.FindAsync(db, chunk.Records, cancel);
        var made = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < ids.Length; at++)
        {
            var record = chunk.Records[at];
            // A contacts file only names its accounts; it is not the place that describes them.
            var values = batch.Kind == ImportKind.Contacts ? Naming(AccountValues.Of(record, people)) : AccountValues.Of(record, people);
            var contact = batch.Kind != ImportKind.Accounts && record.HasContact ? AccountValues.OfContact(record) : null;
            plan.RegionsUnrecognised += AccountValues.RegionText(record).Length > 0 ? 1 : 0;
            plan.rows.Add(ids[at] == 0 ? plan.Create(values, contact, made) : plan.Change(ids[at], known[ids[at]], values, contact));
        }
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
            if (!isNew && !rows[at].Changes && !contacts.Changes(at))
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
    public async Task<BatchCounts> WriteAsync(JingkeDbContext db, ImportBatch batch, CancellationToken cancel)
    {
        await RecordedChanges.WriteAsync(db, batch, changes, audited: true, cancel);
        var ids = await CreateAsync(db, batch, cancel);
        await contacts.WriteAsync(db, batch, ids, cancel);
        return Count();
    }

    private static Dictionary<string, string> Naming(Dictionary<string, string> values) =>
        values.Where(value => value.Key is "Code" or "Name" or "NormalisedName").ToDictionary(StringComparer.Ordinal);

    private Row Create(Dictionary<string, string> values, Dictionary<string, string>? contact, Dictionary<string, int> made)
    {
        if (!values.ContainsKey("Name"))
            (values["Name"], values["NormalisedName"]) = (values["Code"], AccountName.Normalise(values["Code"]));
        // The account may stand on several rows, each with another contact.
        string[] keys = values.TryGetValue("Code", out var code) ? ["#" + code] : [values["NormalisedName"]];
        foreach (var key in keys)
            if (made.TryGetValue(key, out var at))
            {
                var changed = false;
                foreach (var (field, value) in values)
                    changed |= created[at].TryAdd(field, value);
                return new(0, at, contact) { Changes = changed };
            }
        created.Add(values);
        made[keys[0]] = created.Count - 1;
        made.TryAdd(values["NormalisedName"], created.Count - 1);
        return new(0, created.Count - 1, contact) { Creates = true };
    }

    private Row Change(long id, Dictionary<string, string?> now, Dictionary<string, string> values, Dictionary<string, string>? contact)
    {
        var changed = false;
        foreach (var (field, value) in values)
        {
            if (now[field] == value || field == "TeamId" && now["OwnerId"] == values.GetValueOrDefault("OwnerId"))
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
            if (!values.ContainsKey(given))
                return;
            foreach (var other in others)
                Set(other, null);
        }
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
            foreach (var values in created)
            {
                writer.Text(nameof(AccountKind.Company));
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
        return await CreatedIds.AfterAsync(db, "account", before, batch.Id, cancel);
    }
}

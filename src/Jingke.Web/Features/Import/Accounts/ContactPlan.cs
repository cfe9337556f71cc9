using Jingke.Domain.Imports;
using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;
using Jingke.Web.Features.Import.Changes;
using Jingke.Web.Features.Import.Loading;

namespace Jingke.Web.Features.Import.Accounts;

/// <summary>
/// What the rows of a chunk mean for contacts. A contact is found by account and name, or by account and mobile number; an account has
/// at most one primary contact, and a file does not take that away from the one a person chose.
/// </summary>
internal sealed class ContactPlan
{
    private readonly HashSet<int> creating = [];
    private readonly HashSet<int> changing = [];
    private readonly List<(long Account, int New, Dictionary<string, string> Values)> created = [];
    private readonly Dictionary<(long Account, int New, string Name), int> createdAt = [];
    private readonly FieldChanges changes = new(ChangedTable.Contacts);

    private sealed record Known(long Id, Dictionary<string, string?> Values);

    /// <summary>Whether the row at a position creates a contact.</summary>
    public bool Creates(int row) => creating.Contains(row);

    /// <summary>Whether it changes one.</summary>
    public bool Changes(int row) => changing.Contains(row);

    /// <summary>Compares contacts with those that are there, in the present transaction.</summary>
    /// <param name="db">The context.</param>
    /// <param name="rows">For each row its account (0 for a new one), the new account's index, and the contact.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<ContactPlan> MakeAsync(
        JingkeDbContext db,
        IReadOnlyList<(long Account, int New, Dictionary<string, string>? Values)> rows,
        CancellationToken cancel
    )
    {
        var plan = new ContactPlan();
        var known = await KnownAsync(
            db,
            [.. rows.Where(row => row.Values is not null && row.Account != 0).Select(row => row.Account).Distinct().Order()],
            cancel
        );
        var hasPrimary = known
            .SelectMany(contacts => contacts.Value.Where(contact => contact.Values["IsPrimary"] == "true").Select(_ => (contacts.Key, -1)))
            .ToHashSet();
        for (var at = 0; at < rows.Count; at++)
        {
            if (rows[at].Values is not { } values)
                continue;
            var account = (rows[at].Account, rows[at].New);
            if (values.ContainsKey("IsPrimary") && !hasPrimary.Add((account.Account, account.Account == 0 ? account.New : -1)))
                values.Remove("IsPrimary");
            var same = known.GetValueOrDefault(account.Account)?.Find(contact => IsSame(contact.Values, values));
            if (same is not null)
                plan.Change(at, same, values);
            else
                plan.Create(at, account, values);
        }
        return plan;
    }

    /// <summary>Writes it, in the present transaction.</summary>
    /// <param name="db">The context.</param>
    /// <param name="batch">The import.</param>
    /// <param name="accounts">Identifiers of the accounts that were created, by index.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task WriteAsync(JingkeDbContext db, ImportBatch batch, List<long> accounts, CancellationToken cancel)
    {
        await RecordedChanges.WriteAsync(db, batch, changes, audited: true, cancel);
        if (created.Count == 0)
            return;
        var fields = ChangedTable.Contacts.Fields;
        using var writer = BulkWriter.Open(
            db,
            "contact",
            ["account_id", "created_by_batch_id", "version", .. fields.Select(field => field.Column)]
        );
        foreach (var (account, index, values) in created)
        {
            writer.Long(account == 0 ? accounts[index] : account);
            writer.Long(batch.Id);
            writer.Int(0);
            foreach (var field in fields)
                field.Write(writer, values.GetValueOrDefault(field.Name));
            writer.EndRow();
        }
        writer.Complete();
    }

    private void Create(int row, (long Account, int New) account, Dictionary<string, string> values)
    {
        // The same person on two rows of a chunk is one.
        if (!createdAt.TryAdd((account.Account, account.New, values["Name"]), created.Count))
        {
            var other = created[createdAt[(account.Account, account.New, values["Name"])]].Values;
            foreach (var (field, value) in values)
                if (other.TryAdd(field, value))
                    changing.Add(row);
            return;
        }
        created.Add((account.Account, account.New, values));
        creating.Add(row);
    }

    private void Change(int row, Known contact, Dictionary<string, string> values)
    {
        foreach (var (field, value) in values)
        {
            if (contact.Values[field] == value)
                continue;
            changes.Set(contact.Id, field, contact.Values[field], value);
            contact.Values[field] = value;
            changing.Add(row);
        }
    }

    private static bool IsSame(Dictionary<string, string?> known, Dictionary<string, string> given) =>
        known["Name"] == given["Name"] || given.TryGetValue("Mobile", out var mobile) && known["Mobile"] == mobile;

    private static async Task<Dictionary<long, List<Known>>> KnownAsync(JingkeDbContext db, long[] accounts, CancellationToken cancel)
    {
        var table = ChangedTable.Contacts;
        var known = new Dictionary<long, List<Known>>();
        await Staging.MakeAsync(db, "import_lot", "id bigint", cancel);
        using (var ids = BulkWriter.Open(db, "import_lot", "id"))
        {
            foreach (var account in accounts)
            {
                ids.Long(account);
                ids.EndRow();
            }
            ids.Complete();
        }
        await Staging.ReadyAsync(db, "import_lot", cancel);
        await using var rows = await Staging.ReadAsync(
            db,
            $"""
            SELECT c.account_id, c.id, {table.ColumnList("c")} FROM import_lot o CROSS JOIN contact c
            WHERE c.account_id = o.id AND c.deleted_at IS NULL ORDER BY c.id
            """,
            cancel
        );
        while (await rows.ReadAsync(cancel))
        {
            if (!known.TryGetValue(rows.GetInt64(0), out var contacts))
                known.Add(rows.GetInt64(0), contacts = []);
            contacts.Add(new(rows.GetInt64(1), table.Values(rows, 2)));
        }
        return known;
    }
}

using Jingke.Domain.Accounts;
using Jingke.Domain.Imports;
using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;
using Jingke.Web.Features.Import.Changes;
using Jingke.Web.Tabular.Sales;

namespace Jingke.Web.Features.Import.Loading;

/// <summary>
/// Turns the accounts that a sales file names into accounts of the database: finds them, gives a code to those that had none, creates
/// the rest. Only what a new or changed line needs is looked for, so that the same file again creates nothing.
/// </summary>
internal sealed class SalesAccounts(ImportBatch batch)
{
    private static readonly string[] Columns =
    [
        "kind",
        "code",
        "name",
        "normalised_name",
        "net_sales",
        "created_by_batch_id",
        "created_at",
        "created_by_id",
        "updated_at",
        "version",
    ];

    private readonly List<NamedAccount> names = [new("", "")];
    private readonly List<long> ids = [0];

    /// <summary>Identifier of an account of the catalogue; 0 while it is not resolved, and for "no customer".</summary>
    public long this[int index] => ids[index];

    /// <summary>All names so far.</summary>
    public IReadOnlyList<NamedAccount> Names => names;

    /// <summary>Takes over the names that a chunk brings.</summary>
    public void Add(IReadOnlyList<NamedAccount> added)
    {
        names.AddRange(added);
        ids.AddRange(Enumerable.Repeat(0L, added.Count));
    }

    /// <summary>Makes sure that some accounts of the catalogue exist, in the present transaction.</summary>
    /// <returns>How many were created.</returns>
    public async Task<int> ResolveAsync(JingkeDbContext db, IEnumerable<int> wanted, CancellationToken cancel)
    {
        int[] open = [.. wanted.Where(index => index != 0 && ids[index] == 0).Distinct().Order()];
        if (open.Length == 0)
            return 0;

        var found = await AccountMatch.RunAsync(db, [.. open.Select(index => names[index])], cancel);
        var made = new NewAccounts();
        var codes = new Dictionary<long, string>();
        for (var at = 0; at < open.Length; at++)
        {
            var name = names[open[at]];
            var id = AccountMatch.Choose(name, found[at]);
            // Two codes of one file cannot both take the account that has the name and no code.
            if (id != 0 && id != found[at].ByCode && name.Code.Length > 0 && !codes.TryAdd(id, name.Code))
                id = 0;
            ids[open[at]] = id;
            if (id == 0)
                made.Take(open[at], name);
        }
        await GiveCodesAsync(db, codes, cancel);
        await CreateAsync(db, made, cancel);
        return made.All.Count;
    }

    /// <summary>Looks for accounts that are not resolved yet and creates none.</summary>
    public async Task FindAsync(JingkeDbContext db, CancellationToken cancel)
    {
        int[] open = [.. Enumerable.Range(1, names.Count - 1).Where(index => ids[index] == 0)];
        foreach (var some in open.Chunk(SalesChunk.Rows))
        {
            var found = await AccountMatch.RunAsync(db, [.. some.Select(index => names[index])], cancel);
            for (var at = 0; at < some.Length; at++)
                ids[some[at]] = AccountMatch.Choose(names[some[at]], found[at]);
        }
    }

    private async Task GiveCodesAsync(JingkeDbContext db, Dictionary<long, string> codes, CancellationToken cancel)
    {
        if (codes.Count == 0)
            return;
        var changes = new FieldChanges(ChangedTable.Accounts);
        foreach (var (id, code) in codes)
            changes.Set(id, "Code", null, code);
        await RecordedChanges.WriteAsync(db, batch, changes, audited: true, cancel);
    }

    private async Task CreateAsync(JingkeDbContext db, NewAccounts made, CancellationToken cancel)
    {
        if (made.All.Count == 0)
            return;
        var before = await Staging.NumberAsync(db, "SELECT MAX(id) FROM account", cancel);
        using (var rows = BulkWriter.Open(db, "account", Columns))
        {
            foreach (var account in made.All)
            {
                var name = account.Name.Length > 0 ? account.Name : account.Code;
                rows.Text(nameof(AccountKind.Company));
                rows.Text(account.Code.Length > 0 ? account.Code : null);
                rows.Text(name);
                rows.Text(AccountName.Normalise(name));
                rows.Long(0);
                rows.Long(batch.Id);
                rows.Instant(batch.StartedAt);
                rows.Guid(batch.CreatedById);
                rows.Instant(batch.StartedAt);
                rows.Int(0);
                rows.EndRow();
            }
            rows.Complete();
        }

        var created = await CreatedIds.AfterAsync(db, "account", before, batch.Id, cancel);
        foreach (var (index, at) in made.IndexOf)
            ids[index] = created[at];
    }

    /// <summary>Accounts to create; names of the catalogue that mean the same account share one.</summary>
    private sealed class NewAccounts
    {
        private readonly Dictionary<string, int> byCode = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> byName = new(StringComparer.Ordinal);

        public List<NamedAccount> All { get; } = [];

        public List<(int Index, int At)> IndexOf { get; } = [];

        public void Take(int index, NamedAccount name)
        {
            var normalised = AccountName.Normalise(name.Name);
            if (!Find(name, normalised, out var at))
            {
                at = All.Count;
                All.Add(name);
                if (normalised.Length > 0)
                    byName.TryAdd(normalised, at);
            }
            if (name.Code.Length > 0)
                byCode[name.Code] = at;
            IndexOf.Add((index, at));
        }

        private bool Find(NamedAccount name, string normalised, out int at)
        {
            if (name.Code.Length > 0 && byCode.TryGetValue(name.Code, out at))
                return true;
            if (normalised.Length == 0 || !byName.TryGetValue(normalised, out at))
                return (at = -1) >= 0;
            if (name.Code.Length == 0)
                return true;
            // Named before without a code: now it has one. Named before with another code: it is another account.
            if (All[at].Code.Length > 0)
                return false;
            All[at] = name;
            return true;
        }
    }
}

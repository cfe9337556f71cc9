using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;
using Jingke.Web.Features.Import.Changes;
using Jingke.Web.Features.Import.Loading;
using Jingke.Web.Tabular.Accounts;
using Jingke.Web.Tabular.Columns;
using Jingke.Web.Tabular.Sales;

namespace Jingke.Web.Features.Import.Accounts;

/// <summary>Finds the accounts of the database that the rows of a chunk may mean: by code, credit code, name made comparable.</summary>
internal static class KnownAccounts
{
    /// <summary>The accounts a row may mean; 0 for none. The code decides before the credit code, and that before the name.</summary>
    /// <param name="ByCode">The account with its code.</param>
    /// <param name="ByCreditCode">The account with its credit code.</param>
    /// <param name="ByName">The account with its name; of a row with a code, only one that has no code yet.</param>
    public readonly record struct Match(long ByCode, long ByCreditCode, long ByName);

    /// <summary>Looks accounts up, in the present transaction.</summary>
    /// <returns>What each record may mean, and the present values of all those accounts.</returns>
    public static async Task<(Match[] Matches, Dictionary<long, Dictionary<string, string?>> Values)> FindAsync(
        JingkeDbContext db,
        List<AccountRecord> records,
        CancellationToken cancel
    )
    {
        var names = records.ConvertAll(record => new NamedAccount(record.Code, record[Field.AccountName]));
        var found = await AccountMatch.RunAsync(db, names, cancel);
        var byCredit = await ByCreditCodeAsync(db, records, cancel);
        var matches = new Match[records.Count];
        for (var at = 0; at < matches.Length; at++)
            matches[at] = new(found[at].ByCode, byCredit[at], names[at].Code.Length == 0 ? found[at].ByName : found[at].ByNameWithoutCode);
        var ids = matches.SelectMany(match => new[] { match.ByCode, match.ByCreditCode, match.ByName });
        return (matches, await ValuesAsync(db, ids, cancel));
    }

    private static async Task<long[]> ByCreditCodeAsync(JingkeDbContext db, List<AccountRecord> records, CancellationToken cancel)
    {
        var ids = new long[records.Count];
        await Staging.MakeAsync(db, "import_credit", "pos bigint, code text", cancel);
        using (var rows = BulkWriter.Open(db, "import_credit", "pos", "code"))
        {
            for (var at = 0; at < ids.Length; at++)
            {
                if (records[at][Field.CreditCode].Length == 0)
                    continue;
                rows.Long(at);
                rows.Text(records[at][Field.CreditCode].ToUpperInvariant());
                rows.EndRow();
            }
            rows.Complete();
        }
        await Staging.ReadyAsync(db, "import_credit", cancel);
        await using var found = await Staging.ReadAsync(
            db,
            "SELECT c.pos, MIN(COALESCE(a.merged_into_id, a.id)) FROM import_credit c CROSS JOIN account a WHERE a.credit_code = c.code GROUP BY c.pos",
            cancel
        );
        while (await found.ReadAsync(cancel))
            ids[found.GetInt64(0)] = found.GetInt64(1);
        return ids;
    }

    private static async Task<Dictionary<long, Dictionary<string, string?>>> ValuesAsync(
        JingkeDbContext db,
        IEnumerable<long> ids,
        CancellationToken cancel
    )
    {
        var table = ChangedTable.Accounts;
        var values = new Dictionary<long, Dictionary<string, string?>>();
        await Staging.MakeAsync(db, "import_fill", "id bigint", cancel);
        using (var rows = BulkWriter.Open(db, "import_fill", "id"))
        {
            foreach (var id in ids.Where(id => id != 0).Distinct().Order())
            {
                rows.Long(id);
                rows.EndRow();
            }
            rows.Complete();
        }
        await Staging.ReadyAsync(db, "import_fill", cancel);
        await using var found = await Staging.ReadAsync(
            db,
            $"SELECT a.id, {table.ColumnList("a")} FROM import_fill f CROSS JOIN account a WHERE a.id = f.id",
            cancel
        );
        while (await found.ReadAsync(cancel))
            values[found.GetInt64(0)] = table.Values(found, 1);
        return values;
    }
}

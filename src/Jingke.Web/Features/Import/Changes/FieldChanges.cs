using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;
using Jingke.Web.Features.Import.Loading;

namespace Jingke.Web.Features.Import.Changes;

/// <summary>Changes of fields of many rows of one table, gathered and written as sets, one statement for each field.</summary>
internal sealed class FieldChanges(ChangedTable table)
{
    private readonly SortedDictionary<long, SortedDictionary<string, Change>> changes = [];

    /// <summary>A value before and after.</summary>
    public readonly record struct Change(string? Before, string? After);

    /// <summary>Whose rows they are.</summary>
    public ChangedTable Table => table;

    /// <summary>The changes by row and field.</summary>
    public IReadOnlyDictionary<long, SortedDictionary<string, Change>> All => changes;

    /// <summary>Notes that a field gets another value; the first value before stays.</summary>
    public void Set(long id, string field, string? before, string? after)
    {
        if (!changes.TryGetValue(id, out var fields))
            changes.Add(id, fields = new(StringComparer.Ordinal));
        fields[field] = new(fields.TryGetValue(field, out var known) ? known.Before : before, after);
    }

    /// <summary>Takes changes over from elsewhere.</summary>
    public void Set(long id, SortedDictionary<string, Change> fields)
    {
        foreach (var (field, change) in fields)
            Set(id, field, change.Before, change.After);
    }

    /// <summary>Forgets the changes of a row.</summary>
    public void Remove(long id) => changes.Remove(id);

    /// <summary>Writes the new values, in the present transaction. Versions do not rise by this.</summary>
    public async Task ApplyAsync(JingkeDbContext db, CancellationToken cancel)
    {
        foreach (var field in table.Fields)
        {
            var rows = changes.Where(row => row.Value.ContainsKey(field.Name)).ToList();
            if (rows.Count == 0)
                continue;
            await Staging.ExecuteAsync(db, "DROP TABLE IF EXISTS import_set", cancel);
            // Made from the table itself, so that the value has the column's type on either database.
            await Staging.ExecuteAsync(
                db,
                $"CREATE TEMP TABLE import_set AS SELECT id, {field.Column} AS value FROM {table.Table} WHERE 1 = 0",
                cancel
            );
            using (var values = BulkWriter.Open(db, "import_set", "id", "value"))
            {
                foreach (var (id, fields) in rows)
                {
                    values.Long(id);
                    field.Write(values, fields[field.Name].After);
                    values.EndRow();
                }
                values.Complete();
            }
            await Staging.ReadyAsync(db, "import_set", cancel);
            await Staging.ExecuteAsync(
                db,
                $"UPDATE {table.Table} SET {field.Column} = s.value FROM import_set s WHERE s.id = {table.Table}.id",
                cancel
            );
        }
    }
}

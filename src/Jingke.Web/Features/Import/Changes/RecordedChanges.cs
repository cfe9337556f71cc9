using Jingke.Domain.Imports;
using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;
using Jingke.Web.Features.Import.Loading;

namespace Jingke.Web.Features.Import.Changes;

/// <summary>
/// Writes what an import changes about rows that were there before it, keeps what they were, tells the audit log, and raises their
/// versions so that nobody overwrites the change from a form that was open. Rows the import itself created are only written.
/// </summary>
internal static class RecordedChanges
{
    /// <summary>Writes the changes, in the present transaction.</summary>
    /// <param name="db">The context.</param>
    /// <param name="batch">The import.</param>
    /// <param name="changes">What changes.</param>
    /// <param name="audited">Whether the audit log is told of each row; what a sales file merely fills in is recorded with the import.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>How many rows changed that were there before.</returns>
    public static async Task<int> WriteAsync(
        JingkeDbContext db,
        ImportBatch batch,
        FieldChanges changes,
        bool audited,
        CancellationToken cancel
    )
    {
        if (changes.All.Count == 0)
            return 0;
        await changes.ApplyAsync(db, cancel);
        ImportedMoves.Note(db, batch, changes);
        await StageIdsAsync(db, changes, cancel);
        var (old, names) = await OldRowsAsync(db, batch, changes.Table, cancel);
        if (old.Count == 0)
            return 0;

        var kept = await KeptAsync(db, batch, changes.Table, cancel);
        await Staging.ExecuteAsync(
            db,
            "DELETE FROM imported_change WHERE batch_id = @batch AND subject = @subject AND subject_id IN (SELECT id FROM import_touched)",
            cancel,
            ("batch", batch.Id),
            ("subject", changes.Table.Subject)
        );
        using (var rows = BulkWriter.Open(db, "imported_change", "batch_id", "subject", "subject_id", "changes"))
        {
            foreach (var id in old)
            {
                rows.Long(batch.Id);
                rows.Text(changes.Table.Subject);
                rows.Long(id);
                rows.Text(ChangeJson.Write(Merge(kept.GetValueOrDefault(id), changes.All[id])));
                rows.EndRow();
            }
            rows.Complete();
        }
        await Staging.ExecuteAsync(
            db,
            $"""
            UPDATE {changes.Table.Table} SET version = version + 1
            WHERE id IN (SELECT id FROM import_touched) AND (created_by_batch_id IS NULL OR created_by_batch_id <> @batch)
            """,
            cancel,
            ("batch", batch.Id)
        );
        if (audited)
            AuditRows(db, batch, changes, old, names);
        return old.Count - kept.Count;
    }

    private static async Task StageIdsAsync(JingkeDbContext db, FieldChanges changes, CancellationToken cancel)
    {
        await Staging.MakeAsync(db, "import_touched", "id bigint", cancel);
        using (var ids = BulkWriter.Open(db, "import_touched", "id"))
        {
            foreach (var id in changes.All.Keys)
            {
                ids.Long(id);
                ids.EndRow();
            }
            ids.Complete();
        }
        await Staging.ReadyAsync(db, "import_touched", cancel);
    }

    private static async Task<(List<long> Ids, Dictionary<long, string> Names)> OldRowsAsync(
        JingkeDbContext db,
        ImportBatch batch,
        ChangedTable table,
        CancellationToken cancel
    )
    {
        var (ids, names) = (new List<long>(), new Dictionary<long, string>());
        await using var rows = await Staging.ReadAsync(
            db,
            $"""
            SELECT r.id, r.name FROM import_touched t CROSS JOIN {table.Table} r
            WHERE r.id = t.id AND (r.created_by_batch_id IS NULL OR r.created_by_batch_id <> @batch) ORDER BY r.id
            """,
            cancel,
            ("batch", batch.Id)
        );
        while (await rows.ReadAsync(cancel))
        {
            ids.Add(rows.GetInt64(0));
            names[rows.GetInt64(0)] = rows.GetString(1);
        }
        return (ids, names);
    }

    // One import can touch a row twice: it gives an account its code in one chunk and fills its region at the end.
    private static async Task<Dictionary<long, SortedDictionary<string, FieldChanges.Change>>> KeptAsync(
        JingkeDbContext db,
        ImportBatch batch,
        ChangedTable table,
        CancellationToken cancel
    )
    {
        var kept = new Dictionary<long, SortedDictionary<string, FieldChanges.Change>>();
        await using var rows = await Staging.ReadAsync(
            db,
            """
            SELECT c.subject_id, c.changes FROM import_touched t CROSS JOIN imported_change c
            WHERE c.batch_id = @batch AND c.subject = @subject AND c.subject_id = t.id
            """,
            cancel,
            ("batch", batch.Id),
            ("subject", table.Subject)
        );
        while (await rows.ReadAsync(cancel))
            kept[rows.GetInt64(0)] = ChangeJson.Read(rows.GetString(1));
        return kept;
    }

    private static SortedDictionary<string, FieldChanges.Change> Merge(
        SortedDictionary<string, FieldChanges.Change>? kept,
        SortedDictionary<string, FieldChanges.Change> added
    )
    {
        if (kept is null)
            return added;
        foreach (var (field, change) in added)
            kept[field] = new(kept.TryGetValue(field, out var known) ? known.Before : change.Before, change.After);
        return kept;
    }

    private static void AuditRows(
        JingkeDbContext db,
        ImportBatch batch,
        FieldChanges changes,
        List<long> old,
        Dictionary<long, string> names
    )
    {
        using var rows = BulkWriter.Open(db, "audit_entry", "at", "user_id", "action", "subject", "subject_id", "subject_name", "changes");
        foreach (var id in old)
        {
            rows.Instant(batch.StartedAt);
            rows.Guid(batch.CreatedById);
            rows.Text("changed");
            rows.Text(changes.Table.Subject);
            rows.Text(id.ToString(System.Globalization.CultureInfo.InvariantCulture));
            rows.Text(names[id]);
            rows.Text(ChangeJson.Write(changes.All[id]));
            rows.EndRow();
        }
        rows.Complete();
    }
}

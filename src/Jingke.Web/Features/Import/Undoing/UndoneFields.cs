using Jingke.Domain.Imports;
using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;
using Jingke.Web.Data.Search;
using Jingke.Web.Features.Import.Changes;
using Jingke.Web.Features.Import.Loading;
using Jingke.Web.Features.Import.Working;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Import.Undoing;

/// <summary>Gives fields of accounts, contacts and invoices that an import changed back what they were; what someone has changed since stays.</summary>
internal sealed class UndoneFields(JingkeDbContext db, ImportBatch batch, Lease lease, TimeProvider time)
{
    private const int Lot = 5_000;

    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var table in new[] { ChangedTable.Accounts, ChangedTable.Contacts, ChangedTable.Receivables })
            await RunAsync(table, cancel);
    }

    private async Task RunAsync(ChangedTable table, CancellationToken cancel)
    {
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var kept = await TakeAsync(table, cancel);
            if (kept.Count == 0)
                return;
            var changes = await CompareAsync(table, kept, cancel);
            await changes.ApplyAsync(db, cancel);
            if (table == ChangedTable.Receivables)
                await db.RaiseStampAsync(ChangeStamp.Receivables, cancel);
            else
                await TellAsync(table, changes, [.. kept.Keys], cancel);
            await Staging.ExecuteAsync(
                db,
                "DELETE FROM imported_change WHERE batch_id = @batch AND subject = @subject AND subject_id IN (SELECT id FROM import_lot)",
                cancel,
                ("batch", batch.Id),
                ("subject", table.Subject)
            );
            await lease.RequireAsync(db, cancel);
            await transaction.CommitAsync(cancel);
        }
    }

    private async Task<Dictionary<long, string>> TakeAsync(ChangedTable table, CancellationToken cancel)
    {
        var kept = new Dictionary<long, string>();
        await using (
            var rows = await Staging.ReadAsync(
                db,
                $"SELECT subject_id, changes FROM imported_change WHERE batch_id = @batch AND subject = @subject ORDER BY subject_id LIMIT {Lot}",
                cancel,
                ("batch", batch.Id),
                ("subject", table.Subject)
            )
        )
            while (await rows.ReadAsync(cancel))
                kept[rows.GetInt64(0)] = rows.GetString(1);

        await Staging.MakeAsync(db, "import_lot", "id bigint", cancel);
        using (var ids = BulkWriter.Open(db, "import_lot", "id"))
        {
            foreach (var id in kept.Keys)
            {
                ids.Long(id);
                ids.EndRow();
            }
            ids.Complete();
        }
        await Staging.ReadyAsync(db, "import_lot", cancel);
        return kept;
    }

    private async Task TellAsync(ChangedTable table, FieldChanges changes, List<long> ids, CancellationToken cancel)
    {
        ImportedMoves.Note(db, batch, changes, time.GetUtcNow().UtcDateTime);
        await Staging.ExecuteAsync(db, $"UPDATE {table.Table} SET version = version + 1 WHERE id IN (SELECT id FROM import_lot)", cancel);
        await RefreshSearchAsync(table, ids, cancel);
    }

    // In the transaction of the change: a crash must not leave accounts that are found by what they are no longer called.
    private async Task RefreshSearchAsync(ChangedTable table, List<long> ids, CancellationToken cancel)
    {
        if (table == ChangedTable.Contacts)
            ids = await db
                .Contacts.IgnoreQueryFilters()
                .Where(contact => ids.Contains(contact.Id))
                .Select(contact => contact.AccountId)
                .Distinct()
                .ToListAsync(cancel);
        await SearchIndex.RefreshAsync(db, ids, cancel);
    }

    private async Task<FieldChanges> CompareAsync(ChangedTable table, Dictionary<long, string> kept, CancellationToken cancel)
    {
        var changes = new FieldChanges(table);
        await using var rows = await Staging.ReadAsync(
            db,
            $"SELECT r.id, {table.ColumnList("r")} FROM import_lot o CROSS JOIN {table.Table} r WHERE r.id = o.id",
            cancel
        );
        while (await rows.ReadAsync(cancel))
        {
            var (id, now) = (rows.GetInt64(0), table.Values(rows, 1));
            foreach (var (field, change) in ChangeJson.Read(kept[id]))
                if (now[field] == change.After)
                    changes.Set(id, field, change.After, change.Before);
        }
        return changes;
    }
}

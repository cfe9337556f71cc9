using Jingke.Domain.Imports;
using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;
using Jingke.Web.Features.Import.Loading;
using Jingke.Web.Features.Import.Working;

namespace Jingke.Web.Features.Import.Undoing;

/// <summary>Deletes the lines that an import brought and puts those back that it replaced, some ten thousand in a transaction.</summary>
internal sealed class UndoneLines(JingkeDbContext db, ImportBatch batch, Lease lease)
{
    private const int Lot = 50_000;

    private readonly HashSet<long> touched = [];
    private bool others;
    private long done;

    /// <summary>Whose lines changed.</summary>
    public TouchedAccounts Touched => TouchedAccounts.Of(touched, others);

    public async Task RunAsync(CancellationToken cancel)
    {
        // What an earlier, cut-off run of this undo has deleted cannot be seen any more.
        others = batch.Progress > 0;
        foreach (var accounts in await LotsAsync(cancel))
            await DeleteAsync(accounts, cancel);
        while (await RestoreAsync(cancel) > 0) { }
        others |=
            await InTransactionAsync(
                () => Staging.ExecuteAsync(db, "DELETE FROM unattributed_line WHERE batch_id = @batch", cancel, ("batch", batch.Id)),
                cancel
            ) > 0;
    }

    private async Task<List<List<long>>> LotsAsync(CancellationToken cancel)
    {
        var lots = new List<List<long>>();
        var size = (long)Lot;
        await using var rows = await Staging.ReadAsync(
            db,
            "SELECT account_id, COUNT(*) FROM sales_line WHERE batch_id = @batch GROUP BY account_id ORDER BY account_id",
            cancel,
            ("batch", batch.Id)
        );
        while (await rows.ReadAsync(cancel))
        {
            if (size >= Lot)
            {
                lots.Add([]);
                size = 0;
            }
            lots[^1].Add(rows.GetInt64(0));
            touched.Add(rows.GetInt64(0));
            size += rows.GetInt64(1);
        }
        return lots;
    }

    private async Task DeleteAsync(List<long> accounts, CancellationToken cancel) =>
        done += await InTransactionAsync(
            async () =>
            {
                await StageAsync("import_lot", accounts, cancel);
                return await Staging.ExecuteAsync(
                    db,
                    "DELETE FROM sales_line WHERE batch_id = @batch AND account_id IN (SELECT id FROM import_lot)",
                    cancel,
                    ("batch", batch.Id)
                );
            },
            cancel
        );

    private Task<int> RestoreAsync(CancellationToken cancel) =>
        InTransactionAsync(
            async () =>
            {
                var ids = new List<long>();
                await using (
                    var rows = await Staging.ReadAsync(
                        db,
                        $"SELECT id, account_id FROM replaced_line WHERE replaced_by_batch_id = @batch ORDER BY id LIMIT {Lot}",
                        cancel,
                        ("batch", batch.Id)
                    )
                )
                    while (await rows.ReadAsync(cancel))
                    {
                        ids.Add(rows.GetInt64(0));
                        if (await rows.IsDBNullAsync(1, cancel))
                            others = true;
                        else
                            touched.Add(rows.GetInt64(1));
                    }
                if (ids.Count > 0)
                    await PutBackAsync(ids, cancel);
                return ids.Count;
            },
            cancel
        );

    private async Task PutBackAsync(List<long> ids, CancellationToken cancel)
    {
        await StageAsync("import_lot", ids, cancel);
        await using (
            var rows = await Staging.ReadAsync(
                db,
                "SELECT DISTINCT l.account_id FROM import_lot o CROSS JOIN sales_line l WHERE l.id = o.id",
                cancel
            )
        )
            while (await rows.ReadAsync(cancel))
                touched.Add(rows.GetInt64(0));
        await Staging.ExecuteAsync(db, "DELETE FROM sales_line WHERE id IN (SELECT id FROM import_lot)", cancel);
        others |= await Staging.ExecuteAsync(db, "DELETE FROM unattributed_line WHERE id IN (SELECT id FROM import_lot)", cancel) > 0;
        const string from = "FROM replaced_line WHERE replaced_by_batch_id = @batch AND id IN (SELECT id FROM import_lot)";
        await Staging.ExecuteAsync(
            db,
            $"INSERT INTO sales_line (account_id, {SqlNames.Sale}) SELECT account_id, {SqlNames.Sale} {from} AND account_id IS NOT NULL",
            cancel,
            ("batch", batch.Id)
        );
        await Staging.ExecuteAsync(
            db,
            $"INSERT INTO unattributed_line ({SqlNames.Sale}) SELECT {SqlNames.Sale} {from} AND account_id IS NULL",
            cancel,
            ("batch", batch.Id)
        );
        await Staging.ExecuteAsync(db, $"DELETE {from}", cancel, ("batch", batch.Id));
    }

    private async Task StageAsync(string table, List<long> ids, CancellationToken cancel)
    {
        await Staging.MakeAsync(db, table, "id bigint", cancel);
        using (var rows = BulkWriter.Open(db, table, "id"))
        {
            foreach (var id in ids)
            {
                rows.Long(id);
                rows.EndRow();
            }
            rows.Complete();
        }
        await Staging.ReadyAsync(db, table, cancel);
    }

    private async Task<int> InTransactionAsync(Func<Task<int>> work, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var result = await work();
        await lease.RequireAsync(db, cancel);
        await transaction.CommitAsync(cancel);
        lease.Report(done);
        return result;
    }
}

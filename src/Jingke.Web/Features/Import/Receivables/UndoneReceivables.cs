using Jingke.Domain.Imports;
using Jingke.Web.Data;
using Jingke.Web.Features.Import.Loading;
using Jingke.Web.Features.Import.Working;

namespace Jingke.Web.Features.Import.Receivables;

/// <summary>Removes receipts and invoices that an import brought; an invoice for which a later import brought a receipt stays and is counted.</summary>
internal sealed class UndoneReceivables(JingkeDbContext db, ImportBatch batch, Lease lease)
{
    /// <summary>How many invoices stay.</summary>
    public long Kept { get; private set; }

    public async Task RunAsync(CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var removed = await Staging.ExecuteAsync(db, "DELETE FROM receipt WHERE created_by_batch_id = @batch", cancel, ("batch", batch.Id));
        removed += await Staging.ExecuteAsync(
            db,
            "DELETE FROM receivable WHERE created_by_batch_id = @batch AND id NOT IN (SELECT receivable_id FROM receipt)",
            cancel,
            ("batch", batch.Id)
        );
        Kept = await Staging.NumberAsync(
            db,
            "SELECT COUNT(*) FROM receivable WHERE created_by_batch_id = @batch",
            cancel,
            ("batch", batch.Id)
        );
        if (removed > 0)
            await db.RaiseStampAsync(ChangeStamp.Receivables, cancel);
        await lease.RequireAsync(db, cancel);
        await transaction.CommitAsync(cancel);
    }
}

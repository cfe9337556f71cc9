using Jingke.Domain.Imports;
using Jingke.Web.Data;
using Jingke.Web.Data.Facts;
using Jingke.Web.Features.Import.Loading;
using Jingke.Web.Features.Import.Receivables;
using Jingke.Web.Features.Import.Working;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Import.Undoing;

/// <summary>
/// Takes an import back as a whole: its lines go, what they replaced returns, fields it filled are emptied again, and what it created
/// goes where nothing else refers to it. Each step can be repeated, so a crash in between costs nothing but time.
/// </summary>
internal sealed class UndoBatch(JingkeDbFactory factory, FactGround grounds, VetAccounts vet, TimeProvider time)
{
    /// <summary>Undoes a batch in state <see cref="ImportState.Undoing"/>; one that had failed ends as failed, else as undone.</summary>
    /// <exception cref="LeaseLostException">Another worker has taken over and goes on.</exception>
    public async Task RunAsync(ImportBatch batch, Lease lease, CancellationToken cancel)
    {
        await using var db = factory.CreateForSystem();
        await db.Database.OpenConnectionAsync(cancel);
        lease.ReportTotal(Math.Max(1, batch.RowsDone));

        var lines = new UndoneLines(db, batch, lease);
        await lines.RunAsync(cancel);
        await new UndoneFields(db, batch, lease, time).RunAsync(cancel);
        await new UndoneFacts(db, batch, lease, grounds, vet).RunAsync(cancel);
        // Before accounts: one that still has an invoice stays.
        var receivables = new UndoneReceivables(db, batch, lease);
        await receivables.RunAsync(cancel);
        var records = new UndoneRecords(db, batch, lease);
        await records.RunAsync(cancel);
        await EndAsync(db, batch, lease, lines.Touched, records.Kept + receivables.Kept, cancel);
    }

    private async Task EndAsync(
        JingkeDbContext db,
        ImportBatch batch,
        Lease lease,
        TouchedAccounts touched,
        long kept,
        CancellationToken cancel
    )
    {
        var failed = batch.ErrorCode.Length > 0;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await touched.NoteAsync(db, cancel);
        await db.RaiseStampAsync(ChangeStamp.Accounts, cancel);
        // Of a file that failed nothing is there, so nothing is counted either.
        if (failed)
            await db.RejectedRows.Where(row => row.BatchId == batch.Id).ExecuteDeleteAsync(cancel);
        var now = time.GetUtcNow().UtcDateTime;
        var (state, keep) = failed ? (ImportState.Failed, 0) : (ImportState.Undone, 1);
        var ended = await db
            .ImportBatches.Where(one => one.Id == batch.Id && one.LeaseHolder == lease.Holder)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(one => one.State, state)
                        .SetProperty(one => one.FinishedAt, now)
                        .SetProperty(one => one.Kept, kept)
                        .SetProperty(one => one.Read, one => one.Read * keep)
                        .SetProperty(one => one.Accepted, one => one.Accepted * keep)
                        .SetProperty(one => one.Rejected, one => one.Rejected * keep)
                        .SetProperty(one => one.Duplicate, one => one.Duplicate * keep)
                        .SetProperty(one => one.Version, one => one.Version + 1),
                cancel
            );
        if (ended == 0)
            throw new LeaseLostException();
        await transaction.CommitAsync(cancel);
        batch.State = state;
    }
}

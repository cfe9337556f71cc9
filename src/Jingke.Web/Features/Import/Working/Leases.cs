using Jingke.Domain.Imports;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Import.Working;

/// <summary>
/// Hands batches out to workers, one at a time for the whole installation, however many nodes there are. What a crash left is handed
/// out again: at once when the worker is known to be dead, else when its lease has run out.
/// </summary>
internal sealed class Leases(JingkeDbFactory factory, TimeProvider time)
{
    /// <summary>Name of the counter that claims raise: its row is what workers queue for, so that no two claim at once.</summary>
    private const string Gate = "imports";

    private readonly string holder = Worker.New().ToString();

    /// <summary>Claims the batch whose turn it is.</summary>
    /// <param name="only">A certain batch; null for the oldest that waits.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>The batch and the hold on it; null when there is nothing to do, or another worker is busy.</returns>
    public async Task<(ImportBatch Batch, Lease Lease)?> ClaimAsync(long? only, CancellationToken cancel)
    {
        await using var db = factory.CreateForSystem();
        if (await NextAsync(db, only, cancel) is null)
            return null;

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.RaiseStampAsync(Gate, cancel);
        if (await NextAsync(db, only, cancel) is not { } batch)
            return null;
        (batch.LeaseHolder, batch.LeaseUntil) = (holder, (time.GetUtcNow() + Lease.Length).UtcDateTime);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The last transaction of a worker that died has only now come through. Asked again, the batch shows what it wrote.
            return null;
        }
        await transaction.CommitAsync(cancel);
        db.Entry(batch).State = EntityState.Detached;
        return (batch, new Lease(factory, time, batch.Id, holder, batch.TotalRows));
    }

    /// <summary>Whether a worker is busy with a batch.</summary>
    public bool IsHeld(ImportBatch batch) =>
        batch.LeaseUntil is { } until
        && until > time.GetUtcNow().UtcDateTime
        // A holder that another version of the product has named in its own way counts as alive.
        && Worker.Parse(batch.LeaseHolder)?.IsDead() is not true;

    private async Task<ImportBatch?> NextAsync(JingkeDbContext db, long? only, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var underWay = await db
            .ImportBatches.Where(batch =>
                batch.State == ImportState.Checking
                || batch.State == ImportState.Queued
                || batch.State == ImportState.Running
                || batch.State == ImportState.Undoing
            )
            .OrderBy(batch => batch.Id)
            .ToListAsync(cancel);
        return underWay.Exists(IsHeld) ? null : underWay.Find(batch => only is null || batch.Id == only);
    }
}

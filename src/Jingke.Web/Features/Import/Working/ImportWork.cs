using Jingke.Domain;
using Jingke.Domain.Imports;
using Jingke.Web.Data;
using Jingke.Web.Data.Importing;
using Jingke.Web.Data.Search;
using Jingke.Web.Features.Import.Checking;
using Jingke.Web.Features.Import.Loading;
using Jingke.Web.Features.Import.Undoing;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Import.Working;

/// <summary>Does what a claimed batch waits for: the dry run, the load, or taking it back. Whatever a crash cut off goes on from its checkpoint.</summary>
internal sealed class ImportWork(
    JingkeDbFactory factory,
    ImportFiles files,
    CheckFile check,
    LoadFile load,
    UndoBatch undo,
    TimeProvider time,
    ILogger<ImportWork> log
)
{
    /// <summary>Works until the batch rests.</summary>
    /// <returns>Whether sales or accounts changed, so that an evaluation is due.</returns>
    public async Task<bool> RunAsync(ImportBatch batch, Lease lease, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, lease.Lost);
        try
        {
            switch (batch.State)
            {
                case ImportState.Checking:
                    await files.CheckAsync(batch, stop.Token);
                    await check.RunAsync(batch, lease, stop.Token);
                    return false;
                case ImportState.Undoing:
                    await undo.RunAsync(batch, lease, stop.Token);
                    return true;
                default:
                    await LoadAsync(batch, lease, stop.Token);
                    return true;
            }
        }
        catch (RuleException fault) when (batch.State == ImportState.Checking)
        {
            await FinishAsync(batch, lease, ImportState.Failed, fault, stop.Token);
            return false;
        }
        catch (RuleException fault)
        {
            // Nothing half-done: what the file brought before its fault showed is taken back, by the way of an undo that survives a crash.
            log.LogInformation("Import {Batch} is taken back: {Fault}", batch.Id, fault.Message);
            await FinishAsync(batch, lease, ImportState.Undoing, fault, stop.Token);
            await undo.RunAsync(batch, lease, stop.Token);
            return true;
        }
    }

    private async Task LoadAsync(ImportBatch batch, Lease lease, CancellationToken cancel)
    {
        if (batch.State == ImportState.Queued)
            await StartAsync(batch, lease, cancel);
        await files.CheckAsync(batch, cancel);
        lease.Report(batch.RowsDone);
        var touched = await load.RunAsync(batch, lease, cancel);

        await using var db = factory.CreateForSystem();
        await RefreshSearchAsync(db, batch, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await touched.NoteAsync(db, cancel);
        await db.RaiseStampAsync(ChangeStamp.Accounts, cancel);
        var now = time.GetUtcNow().UtcDateTime;
        var ended = await db
            .ImportBatches.Where(one => one.Id == batch.Id && one.LeaseHolder == lease.Holder)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(one => one.State, ImportState.Done)
                        .SetProperty(one => one.FinishedAt, now)
                        .SetProperty(one => one.Progress, 1)
                        .SetProperty(one => one.TotalRows, one => one.Read)
                        .SetProperty(
                            one => one.AccountsUpdated,
                            db.ImportedChanges.LongCount(change => change.BatchId == batch.Id && change.Subject == "Account")
                        )
                        .SetProperty(one => one.Version, one => one.Version + 1),
                cancel
            );
        if (ended == 0)
            throw new LeaseLostException();
        await RememberAsync(db, batch, now, cancel);
        await transaction.CommitAsync(cancel);
        batch.State = ImportState.Done;
    }

    private static async Task RememberAsync(JingkeDbContext db, ImportBatch batch, DateTime now, CancellationToken cancel)
    {
        if (batch.Layout.Length == 0)
            return;
        var remembered = await db.RememberedMappings.FindAsync([batch.Layout], cancel);
        if (remembered is null)
            db.Add(remembered = new() { Layout = batch.Layout });
        (remembered.Kind, remembered.Mapping, remembered.UsedAt) = (batch.Kind, batch.Mapping, now);
        await db.SaveChangesAsync(cancel);
    }

    private async Task StartAsync(ImportBatch batch, Lease lease, CancellationToken cancel)
    {
        batch.StartedAt = time.GetUtcNow().UtcDateTime;
        await FinishAsync(batch, lease, ImportState.Running, null, cancel);
    }

    private async Task FinishAsync(ImportBatch batch, Lease lease, ImportState state, RuleException? fault, CancellationToken cancel)
    {
        await using var db = factory.CreateForSystem();
        var (code, args) = fault is null ? ("", "") : (fault.Code, FaultWords.Write(fault.Args));
        DateTime? finishedAt = state == ImportState.Failed ? time.GetUtcNow().UtcDateTime : null;
        var changed = await db
            .ImportBatches.Where(one => one.Id == batch.Id && one.LeaseHolder == lease.Holder)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(one => one.State, state)
                        .SetProperty(one => one.StartedAt, batch.StartedAt)
                        .SetProperty(one => one.Read, one => one.RowsDone)
                        .SetProperty(one => one.FinishedAt, finishedAt)
                        .SetProperty(one => one.ErrorCode, code)
                        .SetProperty(one => one.ErrorArgs, args)
                        .SetProperty(one => one.Version, one => one.Version + 1),
                cancel
            );
        if (changed == 0)
            throw new LeaseLostException();
        (batch.State, batch.ErrorCode, batch.ErrorArgs) = (state, code, args);
    }

    private static async Task RefreshSearchAsync(JingkeDbContext db, ImportBatch batch, CancellationToken cancel)
    {
        var ids = await db
            .Accounts.IgnoreQueryFilters()
            .Where(account =>
                account.CreatedByBatchId == batch.Id
                || db.ImportedChanges.Any(change =>
                    change.BatchId == batch.Id && change.Subject == "Account" && change.SubjectId == account.Id
                )
                || db.Contacts.IgnoreQueryFilters().Any(contact => contact.AccountId == account.Id && contact.CreatedByBatchId == batch.Id)
            )
            .Select(account => account.Id)
            .ToListAsync(cancel);
        await SearchIndex.RefreshAsync(db, ids, cancel);
    }
}

using Jingke.Domain.Imports;
using Jingke.Web.Data;
using Jingke.Web.Features.Import.Loading;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Import.Working;

/// <summary>
/// A worker's hold on a batch. It is renewed while work goes on, and says how far the work is; when it is lost, or the file system of
/// another node has taken over, <see cref="Lost"/> stops the work.
/// </summary>
internal sealed class Lease : IAsyncDisposable
{
    /// <summary>How long a worker may be silent before another one takes over.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(15);

    private readonly JingkeDbFactory factory;
    private readonly TimeProvider time;
    private readonly CancellationTokenSource lost = new();
    private readonly CancellationTokenSource ended = new();
    private readonly Task renewing;
    private long rows;
    private long total;

    public Lease(JingkeDbFactory factory, TimeProvider time, long batch, string holder, long total)
    {
        (this.factory, this.time, Batch, Holder, this.total) = (factory, time, batch, holder, total);
        renewing = Task.Run(RenewAsync);
    }

    /// <summary>The batch.</summary>
    public long Batch { get; }

    /// <summary>The worker, as the database knows it.</summary>
    public string Holder { get; }

    /// <summary>Cancelled when another worker has taken over.</summary>
    public CancellationToken Lost => lost.Token;

    /// <summary>Says how many rows the present pass has got through.</summary>
    public void Report(long rowsDone) => Volatile.Write(ref rows, rowsDone);

    /// <summary>Says how many rows there are, once that is known.</summary>
    public void ReportTotal(long rowsInAll) => Volatile.Write(ref total, rowsInAll);

    /// <summary>Makes sure, inside a transaction, that the work is still this worker's; else nothing of it may be committed.</summary>
    /// <exception cref="LeaseLostException">It is not.</exception>
    public async Task RequireAsync(JingkeDbContext db, CancellationToken cancel)
    {
        var held = await Staging.ExecuteAsync(
            db,
            "UPDATE import_batch SET version = version + 1 WHERE id = @batch AND lease_holder = @holder",
            cancel,
            ("batch", Batch),
            ("holder", Holder)
        );
        if (held == 0)
            throw new LeaseLostException();
    }

    /// <summary>Lets the batch go: whoever comes next may take it at once.</summary>
    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await renewing;
        await using var db = factory.CreateForSystem();
        await db.Database.OpenConnectionAsync();
        await Staging.ExecuteAsync(
            db,
            "UPDATE import_batch SET lease_holder = '', lease_until = NULL WHERE id = @batch AND lease_holder = @holder",
            CancellationToken.None,
            ("batch", Batch),
            ("holder", Holder)
        );
        ended.Dispose();
        lost.Dispose();
    }

    private async Task RenewAsync()
    {
        var (shown, told, renewedAt) = (-1d, -1L, time.GetTimestamp());
        using var timer = new PeriodicTimer(Beat, time);
        try
        {
            while (await timer.WaitForNextTickAsync(ended.Token))
            {
                var all = Volatile.Read(ref total);
                var progress = all > 0 ? Math.Min(1, Volatile.Read(ref rows) / (double)all) : 0;
                if (
                    Math.Abs(progress - shown) < 0.005
                    && (all > 0 || told == Volatile.Read(ref rows))
                    && time.GetElapsedTime(renewedAt) < Renewal
                )
                    continue;
                if (!await WriteAsync(progress, Volatile.Read(ref rows)))
                {
                    await lost.CancelAsync();
                    return;
                }
                (shown, told, renewedAt) = (progress, Volatile.Read(ref rows), time.GetTimestamp());
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The work is done.
        }
    }

    private async Task<bool> WriteAsync(double progress, long done)
    {
        try
        {
            await using var db = factory.CreateForSystem();
            await db.Database.OpenConnectionAsync(ended.Token);
            var until = (time.GetUtcNow() + Length).UtcDateTime;
            // While it loads, the chunks themselves say what is read.
            return await db
                    .ImportBatches.Where(batch => batch.Id == Batch && batch.LeaseHolder == Holder)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(batch => batch.LeaseUntil, until)
                                .SetProperty(batch => batch.Progress, progress)
                                .SetProperty(batch => batch.Read, batch => batch.State == ImportState.Checking ? done : batch.Read)
                                .SetProperty(batch => batch.Version, batch => batch.Version + 1),
                        ended.Token
                    ) > 0;
        }
        catch (System.Data.Common.DbException) when (!ended.IsCancellationRequested)
        {
            // A busy database is no lost lease; the next beat tries again, and every chunk checks for itself.
            return true;
        }
    }
}

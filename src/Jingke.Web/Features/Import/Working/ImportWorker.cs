using Jingke.Web.Ledger.Evaluation;

namespace Jingke.Web.Features.Import.Working;

/// <summary>
/// Takes up what waits, one batch after the other, on whichever node comes first. At the start of the product it takes up what a crash
/// has cut off.
/// </summary>
internal sealed class ImportWorker(
    Leases leases,
    ImportWork work,
    EvaluateFreshSales evaluate,
    TimeProvider time,
    ILogger<ImportWorker> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Pause;
            try
            {
                if (await NextAsync(stoppingToken))
                    continue;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // A disk that is full, a database that is away: the batch keeps its checkpoint and is taken up again.
                log.LogError(fault, "An import was interrupted and goes on from its checkpoint");
                pause = PauseAfterFault;
            }
            try
            {
                await Task.Delay(pause, time, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>Does one batch, if one waits.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> NextAsync(CancellationToken cancel)
    {
        if (await leases.ClaimAsync(only: null, cancel) is not { } claimed)
            return false;
        var changed = false;
        await using (claimed.Lease)
        {
            try
            {
                changed = await work.RunAsync(claimed.Batch, claimed.Lease, cancel);
            }
            catch (LeaseLostException)
            {
                log.LogWarning("Import {Batch} went on elsewhere", claimed.Batch.Id);
            }
            catch (OperationCanceledException) when (claimed.Lease.Lost.IsCancellationRequested)
            {
                log.LogWarning("Import {Batch} went on elsewhere", claimed.Batch.Id);
            }
        }
        if (changed)
            await evaluate.RunAsync("import", cancel);
        return true;
    }
}

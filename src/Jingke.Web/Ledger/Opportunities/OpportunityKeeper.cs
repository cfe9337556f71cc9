using Jingke.Domain;

namespace Jingke.Web.Ledger.Opportunities;

/// <summary>Has opportunities worked out in the background as soon as a ledger is there, one after another, so that pages do not wait.</summary>
internal sealed class OpportunityKeeper(
    LedgerStore store,
    DueBook due,
    CrossBook cross,
    LikenessBook likeness,
    ILogger<OpportunityKeeper> log
) : IHostedService, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly CancellationTokenSource stopping = new();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        store.Swapped += Follow;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        store.Swapped -= Follow;
        return stopping.CancelAsync();
    }

    public void Dispose() => stopping.Dispose();

    private void Follow(LedgerState next) => _ = Task.Run(RunAsync);

    private async Task RunAsync()
    {
        try
        {
            await due.RunAsync(Patience, stopping.Token);
            await cross.RunAsync(Patience, stopping.Token);
            await likeness.RunAsync(Patience, stopping.Token);
            // What was only carried over is worked out anew once it has rested.
            await Task.Delay(likeness.Rest, stopping.Token);
            await likeness.RunAsync(Patience, stopping.Token);
        }
        catch (Exception end) when (end is OperationCanceledException or RuleException)
        {
            // The product stops, or it takes long and goes on by itself.
        }
        catch (Exception fault)
        {
            log.LogError(fault, "Working out opportunities failed; the next page that asks tries again");
        }
    }
}

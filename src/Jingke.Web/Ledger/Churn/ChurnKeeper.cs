using Jingke.Domain;

namespace Jingke.Web.Ledger.Churn;

/// <summary>Has the findings worked out in the background as soon as a ledger is there, so that the first page does not wait for them.</summary>
internal sealed class ChurnKeeper(LedgerStore store, ChurnBook book, ILogger<ChurnKeeper> log) : IHostedService, IDisposable
{
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
            await book.RunAsync(ChurnBook.Patient, stopping.Token);
        }
        catch (Exception end) when (end is OperationCanceledException or RuleException)
        {
            // The product stops, or it takes long and goes on by itself.
        }
        catch (Exception fault)
        {
            log.LogError(fault, "Working out churn failed; the next page that asks tries again");
        }
    }
}

using Jingke.Domain;

namespace Jingke.Web.Ledger.Findings;

/// <summary>
/// Has all findings worked out in the background as soon as a ledger is there, one book after another in the order of their registration,
/// so that pages do not wait. What was only carried over is worked out anew once it has rested.
/// </summary>
internal sealed class FindingsKeeper(LedgerStore store, IEnumerable<IFindingsBook> books, ILogger<FindingsKeeper> log)
    : IHostedService,
        IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly Lock gate = new();
    private Task running = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        store.Swapped += Follow;
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        store.Swapped -= Follow;
        await stopping.CancelAsync();
        // What it reads with is disposed of next.
        await Rounds().WaitAsync(cancellationToken);
    }

    public void Dispose() => stopping.Dispose();

    private Task Rounds()
    {
        lock (gate)
            return running;
    }

    // Rounds may overlap: a book that already works for this ledger is only waited for.
    private void Follow(LedgerState next)
    {
        lock (gate)
            running = Task.WhenAll(running, Task.Run(() => RunAsync(stopping.Token)));
    }

    private async Task RunAsync(CancellationToken cancel)
    {
        foreach (var book in books)
            await KeepAsync(book, TimeSpan.Zero, cancel);
        foreach (var book in books.Where(book => book.Rest > TimeSpan.Zero))
            await KeepAsync(book, book.Rest, cancel);
    }

    private async Task KeepAsync(IFindingsBook book, TimeSpan after, CancellationToken cancel)
    {
        try
        {
            await Task.Delay(after, cancel);
            await book.KeepAsync(cancel);
        }
        catch (Exception end) when (end is OperationCanceledException or RuleException)
        {
            // The product stops, or the ledger is being read anew and the next swap makes up for it.
        }
        catch (Exception fault)
        {
            log.LogError(fault, "{Book} failed; the next page that asks tries again", book.GetType().Name);
        }
    }
}

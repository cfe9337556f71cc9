using Jingke.Domain;

namespace Jingke.Web.Ledger;

/// <summary>
/// Holds the ledger that pages read. The keeper swaps a new one in; whoever took the old one goes on with it undisturbed.
/// </summary>
public sealed class LedgerStore
{
    private readonly TaskCompletionSource firstLoad = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LedgerState? current;
    private long linesRead;

    /// <summary>Told of every ledger that is swapped in, on the keeper's thread; who has much to do does it elsewhere.</summary>
    internal Action<LedgerState>? Swapped { get; set; }

    /// <summary>The current ledger; null until the first load is done.</summary>
    public LedgerState? Current => Volatile.Read(ref current);

    /// <summary>Lines read so far by the load under way; for 'loading' notices.</summary>
    public long LinesRead => Volatile.Read(ref linesRead);

    /// <summary>The current ledger.</summary>
    /// <exception cref="RuleException"><c>ledger.loading</c>: pages show it as a notice that reloads by itself.</exception>
    public LedgerState Require() => Current ?? throw new RuleException("ledger.loading", LinesRead);

    /// <summary>Waits for the first load.</summary>
    public async Task<LedgerState> WaitAsync(CancellationToken cancel)
    {
        await firstLoad.Task.WaitAsync(cancel);
        return Current!;
    }

    internal void Progress(long lines) => Volatile.Write(ref linesRead, lines);

    internal void Swap(LedgerState next)
    {
        Volatile.Write(ref current, next);
        firstLoad.TrySetResult();
        Swapped?.Invoke(next);
    }
}

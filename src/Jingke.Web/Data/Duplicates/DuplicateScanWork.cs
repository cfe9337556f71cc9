using Jingke.Domain.Duplicates;

namespace Jingke.Web.Data.Duplicates;

/// <summary>Runs a scan in the background, one at a time on this node, and knows how far it is.</summary>
internal sealed class DuplicateScanWork(ScanDuplicates scan, IHostApplicationLifetime life, ILogger<DuplicateScanWork> log) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private long done;
    private volatile bool failed;

    /// <summary>Whether a scan goes on.</summary>
    public bool IsRunning => turn.CurrentCount == 0;

    /// <summary>Whether the last one failed, and so changed nothing.</summary>
    public bool HasFailed => failed;

    /// <summary>How much is done, in thousandths.</summary>
    public long Done => Interlocked.Read(ref done);

    /// <summary>Begins a scan; nothing happens while one goes on.</summary>
    public void Start() => _ = Task.Run(() => TryAsync(life.ApplicationStopping));

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    /// <summary>Runs a scan to its end; null when one goes on already.</summary>
    public async Task<DuplicateScan?> RunAsync(CancellationToken cancel)
    {
        if (!await turn.WaitAsync(0, cancel))
            return null;
        try
        {
            Interlocked.Exchange(ref done, 0);
            failed = false;
            return await scan.RunAsync(share => Interlocked.Exchange(ref done, (long)(share * 1000)), cancel);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            failed = true;
            throw;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task TryAsync(CancellationToken cancel)
    {
        try
        {
            await RunAsync(cancel);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "The scan for duplicates that a person asked for failed; nothing was changed");
        }
        catch (OperationCanceledException)
        {
            // The program ends; the nightly scan makes up for it.
        }
    }
}

using Jingke.Web.Data.Facts;
using Jingke.Web.Ledger.Evaluation;

namespace Jingke.Web.Features.SampleData;

/// <summary>Loads or removes the sample data in the background, one at a time, and knows how far it is.</summary>
internal sealed class SampleDataWork(
    LoadSampleData load,
    RemoveSampleData remove,
    EvaluateFreshSales evaluate,
    VetAllFacts vet,
    SampleTrend trend,
    IHostApplicationLifetime life,
    ILogger<SampleDataWork> log
)
{
    private Now now = new("", 0, 0, IsRunning: false, HasFailed: false);
    private int running;

    /// <summary>What is going on.</summary>
    /// <param name="Word">Key of the words for it.</param>
    /// <param name="Done">How much is done.</param>
    /// <param name="Total">How much there is; 0 while that is not known.</param>
    /// <param name="IsRunning">Whether it goes on.</param>
    /// <param name="HasFailed">Whether the last work failed, and so changed nothing.</param>
    internal sealed record Now(string Word, long Done, long Total, bool IsRunning, bool HasFailed);

    /// <summary>How far it is.</summary>
    public Now Current => Volatile.Read(ref now);

    /// <summary>Begins to load; nothing happens while something is going on.</summary>
    public void Load() =>
        Start(
            "Loading",
            async cancel =>
            {
                await load.RunAsync((done, total) => Tell("Loading", done, total), cancel);
                await EvaluateAsync(cancel);
                await VetAsync(cancel);
                // Once more: what is usual is known only when something is believed.
                await VetAsync(cancel);
                await trend.RunAsync(cancel);
            }
        );

    /// <summary>Begins to remove; nothing happens while something is going on.</summary>
    public void Remove() =>
        Start(
            "Removing",
            async cancel =>
            {
                await remove.RunAsync(cancel);
                await EvaluateAsync(cancel);
                await VetAsync(cancel);
            }
        );

    private Task<VetAllFacts.Result> VetAsync(CancellationToken cancel)
    {
        Tell("Vetting", 0, 0);
        return vet.RunAsync(cancel);
    }

    private Task EvaluateAsync(CancellationToken cancel)
    {
        Tell("Evaluating", 0, 0);
        return evaluate.RunAsync("import", cancel);
    }

    private void Tell(string word, long done, long total) =>
        Volatile.Write(ref now, new(word, done, total, IsRunning: true, HasFailed: false));

    private void Start(string word, Func<CancellationToken, Task> work)
    {
        if (Interlocked.Exchange(ref running, 1) == 1)
            return;

        Tell(word, 0, 0);
        _ = Task.Run(() => RunAsync(work));
    }

    private async Task RunAsync(Func<CancellationToken, Task> work)
    {
        var failed = false;
        try
        {
            await work(life.ApplicationStopping);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "The sample data could not be loaded or removed");
            failed = true;
        }
        finally
        {
            Volatile.Write(ref now, new("", 0, 0, IsRunning: false, failed));
            Volatile.Write(ref running, 0);
        }
    }
}

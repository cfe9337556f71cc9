using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data;

/// <summary>
/// Notices that data which this node keeps in memory were changed, by whichever node or process, and has them loaded again.
/// It reads the change stamps once a second; each subscriber runs by itself, so that a long reload of one does not hold up another.
/// </summary>
internal sealed class ChangeWatch(JingkeDbFactory factory, TimeProvider time, ILogger<ChangeWatch> log) : BackgroundService
{
    /// <summary>How long a change made elsewhere may go unnoticed.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly List<Subscriber> subscribers = [];

    /// <summary>
    /// Has something loaded again whenever one of the stamps rose, and once soon after the start. A subscriber never runs twice at once;
    /// what changes while it runs makes it run once more; what it throws is logged and it is tried again.
    /// </summary>
    /// <param name="stamps">Names of <see cref="ChangeStamp"/>.</param>
    /// <param name="reload">Loads again.</param>
    public void On(IReadOnlyList<string> stamps, Func<CancellationToken, Task> reload)
    {
        lock (gate)
            subscribers.Add(new(stamps, reload));
    }

    /// <summary>Reads the stamps now and has everything loaded again that is behind.</summary>
    /// <returns>A task that ends when all of it is loaded.</returns>
    public async Task CheckAsync(CancellationToken cancel) => await ReloadAsync(await StampsAsync(cancel), cancel);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        var answers = true;
        try
        {
            do
            {
                try
                {
                    // Not awaited: a reload may take longer than the interval.
                    _ = ReloadAsync(await StampsAsync(stoppingToken), stoppingToken);
                    answers = true;
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    if (answers)
                        log.LogWarning(failure, "The database does not answer; changes made elsewhere are noticed when it does again");
                    answers = false;
                }
            } while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The product stops; what a reload works with is disposed of next.
            await Task.WhenAll(Subscribers.Select(subscriber => subscriber.Running));
        }
    }

    private Subscriber[] Subscribers
    {
        get
        {
            lock (gate)
                return [.. subscribers];
        }
    }

    private async Task<Dictionary<string, long>> StampsAsync(CancellationToken cancel)
    {
        await using var db = factory.CreateForSystem();
        return await db.ChangeStamps.AsNoTracking().ToDictionaryAsync(stamp => stamp.Name, stamp => stamp.Value, cancel);
    }

    private Task ReloadAsync(Dictionary<string, long> stamps, CancellationToken cancel) =>
        Task.WhenAll(Subscribers.Select(subscriber => subscriber.CatchUpAsync(stamps, log, cancel)));

    private sealed class Subscriber(IReadOnlyList<string> stamps, Func<CancellationToken, Task> reload)
    {
        private long seen = -1;
        private int running;

        /// <summary>Ends when the reload that runs now has ended; never fails.</summary>
        public Task Running { get; private set; } = Task.CompletedTask;

        public Task CatchUpAsync(Dictionary<string, long> values, ILogger log, CancellationToken cancel)
        {
            var now = stamps.Sum(stamp => values.GetValueOrDefault(stamp));
            if (now == Volatile.Read(ref seen) || Interlocked.Exchange(ref running, 1) == 1)
                return Task.CompletedTask;
            return Running = RunAsync(now, log, cancel);
        }

        private async Task RunAsync(long now, ILogger log, CancellationToken cancel)
        {
            try
            {
                await reload(cancel);
                Volatile.Write(ref seen, now);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                // Asked again with the next look, or never when the product stops.
            }
            catch (Exception failure)
            {
                log.LogError(failure, "Reloading after a change of {Stamps} failed and is tried again", string.Join(", ", stamps));
            }
            finally
            {
                Volatile.Write(ref running, 0);
            }
        }
    }
}

using Jingke.Domain.Evaluations;

namespace Jingke.Web.Ledger.Evaluation;

/// <summary>Starts an evaluation that goes on when the person leaves, and waits a moment for its result.</summary>
internal sealed class EvaluateInBackground(EvaluateAccounts evaluate, IHostApplicationLifetime host, ILogger<EvaluateInBackground> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Starts it.</summary>
    /// <param name="trigger">Why, as in <see cref="EvaluationRun.Trigger"/>.</param>
    /// <returns>Whether it has ended already, and the run it ended with; null when there are no sales.</returns>
    public async Task<(bool HasEnded, EvaluationRun? Run)> StartAsync(string trigger)
    {
        var work = Task.Run(() => RunAsync(trigger, host.ApplicationStopping));
        return await Task.WhenAny(work, Task.Delay(Patience)) == work ? (true, await work) : (false, null);
    }

    private async Task<EvaluationRun?> RunAsync(string trigger, CancellationToken cancel)
    {
        try
        {
            return await evaluate.RunAsync(trigger, cancel);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Nobody may be waiting any more; the nightly run tries again.
            log.LogError(fault, "The evaluation that a person asked for failed");
            throw;
        }
    }
}

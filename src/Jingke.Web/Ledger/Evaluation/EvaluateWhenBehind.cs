namespace Jingke.Web.Ledger.Evaluation;

/// <summary>
/// Evaluates once after start: whatever ended the process before (a crash between an import and its evaluation, a night switched off)
/// is made up for. Does nothing when nothing changed.
/// </summary>
internal sealed class EvaluateWhenBehind(EvaluateAccounts evaluate, ILogger<EvaluateWhenBehind> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await evaluate.RunAsync("start", stoppingToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "The evaluation after start failed; the nightly one will try again");
        }
    }
}

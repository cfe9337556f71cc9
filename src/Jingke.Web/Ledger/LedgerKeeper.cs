using Jingke.Web.Data;
using Jingke.Web.Ledger.Evaluation;

namespace Jingke.Web.Ledger;

/// <summary>
/// Loads the ledger in the background at start, and again whenever sales, accounts or people change. Changes that come while it loads
/// are taken together in the next round, so a busy import costs one refresh at a time.
/// </summary>
internal sealed class LedgerKeeper(LedgerStore store, LoadLedger load, RatingsBook ratings, ChangeWatch watch, ILogger<LedgerKeeper> log)
    : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        watch.On([ChangeStamp.Sales, ChangeStamp.Accounts, ChangeStamp.People], RefreshAsync);
        watch.On([ChangeStamp.Evaluations], ratings.CatchUpAsync);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task RefreshAsync(CancellationToken cancel)
    {
        var next = await Task.Run(() => load.RunAsync(store.Current, store.Progress, cancel), cancel);
        store.Swap(next);
        log.LogInformation(
            "Ledger {Serial}: {Lines} lines of {Accounts} accounts in {Seconds:0.00} s, {Megabytes} MB",
            next.Serial,
            next.Ledger.LineCount,
            next.Ledger.AccountCount,
            next.LoadedIn.TotalSeconds,
            next.Ledger.Bytes >> 20
        );
    }
}

using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Ledger.Evaluation;

/// <summary>Evaluates accounts once the ledger holds the sales that were just written.</summary>
internal sealed class EvaluateFreshSales(
    JingkeDbFactory factory,
    LedgerStore store,
    ChangeWatch watch,
    EvaluateAccounts evaluate,
    TimeProvider time
)
{
    /// <summary>Waits for the ledger, then evaluates.</summary>
    public async Task RunAsync(string trigger, CancellationToken cancel)
    {
        long last;
        await using (var db = factory.CreateForSystem())
            last = await db.ChangedAccounts.MaxAsync(note => (long?)note.Id, cancel) ?? 0;
        for (var pause = 20; (await store.WaitAsync(cancel)).LastChange < last; pause = Math.Min(500, pause * 2))
        {
            await watch.CheckAsync(cancel);
            if (store.Require().LastChange < last)
                await Task.Delay(TimeSpan.FromMilliseconds(pause), time, cancel);
        }
        await evaluate.RunAsync(trigger, cancel);
    }
}

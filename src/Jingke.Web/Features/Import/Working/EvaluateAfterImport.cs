using Jingke.Web.Data;
using Jingke.Web.Ledger;
using Jingke.Web.Ledger.Evaluation;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Import.Working;

/// <summary>Evaluates accounts once the ledger has what an import brought.</summary>
internal sealed class EvaluateAfterImport(
    JingkeDbFactory factory,
    LedgerStore store,
    ChangeWatch watch,
    EvaluateAccounts evaluate,
    TimeProvider time
)
{
    public async Task RunAsync(CancellationToken cancel)
    {
        long last;
        await using (var db = factory.CreateForSystem())
            last = await db.ChangedAccounts.MaxAsync(note => (long?)note.Id, cancel) ?? 0;
        for (var pause = 20; (await store.WaitAsync(cancel)).LastChange < last; pause = Math.Min(500, pause * 2))
        {
            await watch.CheckAsync(cancel);
            if (store.Current!.LastChange < last)
                await Task.Delay(TimeSpan.FromMilliseconds(pause), time, cancel);
        }
        await evaluate.RunAsync("import", cancel);
    }
}

using Jingke.Analytics.Ledger;
using Jingke.Domain;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Ledger.Credit;

/// <summary>
/// Keeps where the credit of all accounts stands, until sales, receivables, cards, investigations, decisions or the rules change. Worked
/// out once for everybody; what a viewer sees of it is told by <see cref="SeenCredit"/>.
/// </summary>
internal sealed class CreditBook(JingkeDbFactory factory, CreditRulesInForce inForce, ReadCredit read, Analyses analyses, Clock clock)
{
    private static readonly string[] Stamps = [ChangeStamp.Credit, ChangeStamp.Receivables, ChangeStamp.Settings, ChangeStamp.Accounts];

    private readonly Lock gate = new();
    private Entry? current;

    private sealed record Entry(Key Key, Task<CreditStanding[]> Task);

    private sealed record Key(SalesLedger Ledger, DateOnly Today, long Stamps, long Fact);

    /// <summary>Asks.</summary>
    /// <param name="patience">How long to wait where it has to be worked out.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <exception cref="RuleException"><c>ledger.loading</c>; <c>credit.working</c> while it takes long.</exception>
    public async Task<CreditStanding[]> RunAsync(TimeSpan patience, CancellationToken cancel)
    {
        var key = await KeyAsync(cancel);
        Task<CreditStanding[]> task;
        lock (gate)
        {
            if (current?.Key != key || current.Task.IsFaulted)
                current = new(key, Task.Run(MakeAsync, CancellationToken.None));
            task = current.Task;
        }

        try
        {
            return await task.WaitAsync(patience, cancel);
        }
        catch (TimeoutException)
        {
            throw new RuleException("credit.working");
        }
    }

    private async Task<Key> KeyAsync(CancellationToken cancel)
    {
        var ledger = analyses.ViewOf(Viewer.System).Ledger;
        await using var db = factory.CreateForSystem();
        var stamps = await db.ChangeStamps.Where(stamp => Stamps.Contains(stamp.Name)).SumAsync(stamp => stamp.Value, cancel);
        // A fact that is settled or grows old does not show here; the list catches up with the next change, or at night with the day.
        var fact = await db.Facts.IgnoreQueryFilters().MaxAsync(each => (long?)each.Id, cancel) ?? 0;
        return new(ledger, clock.Today, stamps, fact);
    }

    private async Task<CreditStanding[]> MakeAsync()
    {
        await using var db = factory.CreateForSystem();
        return await read.AllAsync(db, await inForce.RunAsync(CancellationToken.None), CancellationToken.None);
    }
}

using System.Diagnostics;
using Jingke.Analytics.Ledger;
using Jingke.Domain;
using Jingke.Web.Data.Access;
using Jingke.Web.Ledger.Evaluation;

namespace Jingke.Web.Ledger.Churn;

/// <summary>
/// Keeps what is found about staying and going: worked out in the background whenever a ledger is swapped in, and once more where someone
/// asks under other rules or on another day. A change of names or owners keeps what was found.
/// </summary>
internal sealed class ChurnBook(Analyses analyses, ChurnRulesInForce rulesInForce, TierRulesInForce tierRules, ILogger<ChurnBook> log)
{
    /// <summary>Of a page that shows nothing else: longer than a million accounts need.</summary>
    public static readonly TimeSpan Patient = TimeSpan.FromSeconds(20);

    /// <summary>Of a page on which they stand beside other things.</summary>
    public static readonly TimeSpan Brief = TimeSpan.FromSeconds(3);

    private readonly Lock gate = new();
    private Entry? current;

    private sealed record Entry(Key Key, Task<ChurnFindings> Task);

    private sealed record Key(SalesLedger Ledger, DateOnly AsOf, long Rules, long TierRules);

    /// <summary>The findings for the current ledger.</summary>
    /// <param name="patience">How long to wait for them.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <exception cref="RuleException"><c>ledger.loading</c>; <c>churn.working</c> while they take long.</exception>
    public async Task<ChurnFindings> RunAsync(TimeSpan patience, CancellationToken cancel)
    {
        var (rules, tiers) = (await rulesInForce.RunAsync(cancel), await tierRules.RunAsync(cancel));
        var view = analyses.ViewOf(Viewer.System);
        var key = new Key(view.Ledger, view.AsOf, rules.Id, tiers.Id);
        Task<ChurnFindings> task;
        lock (gate)
        {
            if (current?.Key != key || current.Task.IsFaulted)
                current = new(key, Make(view, key, rules, tiers, current));
            task = current.Task;
        }

        try
        {
            return await task.WaitAsync(patience, cancel);
        }
        catch (TimeoutException)
        {
            throw new RuleException("churn.working");
        }
    }

    private Task<ChurnFindings> Make(LedgerView view, Key key, ChurnRulesInForce.Answer rules, TierRulesInForce.Answer tiers, Entry? before)
    {
        // Names and owners change nothing of it, and bounds nothing of what a model expects.
        var same =
            before is { Task.IsCompletedSuccessfully: true } && before.Key.AsOf == key.AsOf && before.Task.Result.HasLinesOf(view.Ledger)
                ? before.Task.Result
                : null;
        if (same is not null && before!.Key with { Ledger = key.Ledger } == key)
            return Task.FromResult(same.For(view.Ledger));

        return Task.Run(() =>
        {
            var since = Stopwatch.GetTimestamp();
            var found = ChurnFindings.Of(view, rules.Rules, tiers.Rules, same?.Outlook);
            log.LogInformation(
                "Churn of {Accounts} accounts in {Seconds:0.00} s",
                view.Ledger.AccountCount,
                Stopwatch.GetElapsedTime(since).TotalSeconds
            );
            return found;
        });
    }
}

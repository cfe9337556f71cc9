using System.Diagnostics;
using Jingke.Analytics.Ledger;
using Jingke.Domain;
using Jingke.Web.Data.Access;

namespace Jingke.Web.Ledger.Opportunities;

/// <summary>
/// Keeps one kind of findings for the current ledger: worked out once, off the request, and read by everyone within their scope. Whoever
/// asks while it is being worked out waits for the same result.
/// </summary>
internal abstract class FindingsBook<T>(Analyses analyses, ILogger log)
    where T : class, ILedgerFindings
{
    private readonly Lock gate = new();
    private Entry? current;

    private sealed record Entry(Key Key, AccountSet? Accounts, Task<T> Task, long Since, bool IsBehind);

    private sealed record Key(SalesLedger Ledger, DateOnly AsOf, long Rules);

    /// <summary>The findings for the current ledger.</summary>
    /// <param name="patience">How long to wait for them.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <exception cref="RuleException"><c>ledger.loading</c>; <c>opportunities.working</c> while they take long.</exception>
    public async Task<T> RunAsync(TimeSpan patience, CancellationToken cancel)
    {
        var rules = await RulesAsync(cancel);
        var view = analyses.ViewOf(Viewer.System);
        var key = new Key(view.Ledger, view.AsOf, rules);
        Task<T> task;
        lock (gate)
        {
            if (current?.Key != key || current.Task.IsFaulted || (current.IsBehind && HasRested(current)))
                current = Next(view, key, current);
            task = current.Task;
        }

        try
        {
            return await task.WaitAsync(patience, cancel);
        }
        catch (TimeoutException)
        {
            throw new RuleException("opportunities.working");
        }
    }

    /// <summary>
    /// How long findings stay as they are although accounts change their attributes: where people edit all day, nothing else would be done.
    /// </summary>
    public virtual TimeSpan Rest => TimeSpan.Zero;

    /// <summary>Number of the rules in force that the findings depend on.</summary>
    protected virtual Task<long> RulesAsync(CancellationToken cancel) => Task.FromResult(0L);

    /// <summary>The same findings for a ledger with the same lines and other directories; null where those change the findings.</summary>
    protected abstract T? Adapt(T before, LedgerView view);

    /// <summary>The findings as they were, with the indexes of a ledger that has the same lines; used while they rest.</summary>
    protected virtual T? Carry(T before, LedgerView view) => null;

    /// <summary>Works them out.</summary>
    protected abstract Task<T> MakeAsync(LedgerView view);

    private Entry Next(LedgerView view, Key key, Entry? before)
    {
        if (before is not null && !(before.IsBehind && HasRested(before)) && KnownOf(view, key, before) is { } known)
        {
            if (Adapt(known, view) is { } same)
                return before with { Key = key, Accounts = view.Accounts, Task = Task.FromResult(same) };
            if (!HasRested(before) && Carry(known, view) is { } carried)
                return before with { Key = key, Accounts = view.Accounts, Task = Task.FromResult(carried), IsBehind = true };
        }
        return new(key, view.Accounts, Task.Run(() => TimedAsync(view)), Stopwatch.GetTimestamp(), IsBehind: false);
    }

    private bool HasRested(Entry entry) => Stopwatch.GetElapsedTime(entry.Since) >= Rest;

    private static T? KnownOf(LedgerView view, Key key, Entry before) =>
        before is { Task.IsCompletedSuccessfully: true, Task.Result: var known }
        && before.Key with { Ledger = key.Ledger } == key
        && HasLinesOf(known.Ledger, view.Ledger)
        && AreSame(before.Accounts, view.Accounts, known.Ledger.AccountCount)
            ? known
            : null;

    private async Task<T> TimedAsync(LedgerView view)
    {
        var since = Stopwatch.GetTimestamp();
        var found = await MakeAsync(view);
        log.LogInformation(
            "{Findings} of {Accounts} accounts in {Seconds:0.00} s",
            typeof(T).Name,
            view.Ledger.AccountCount,
            Stopwatch.GetElapsedTime(since).TotalSeconds
        );
        return found;
    }

    private static bool HasLinesOf(SalesLedger one, SalesLedger other) => one.Amounts == other.Amounts && one.Days == other.Days;

    // Who was put into the recycle bin or taken out of it counts in other figures than before.
    private static bool AreSame(AccountSet? one, AccountSet? other, int count)
    {
        for (var account = 0; account < count && (one is not null || other is not null); account++)
            if (one?.Contains(account) == false != (other?.Contains(account) == false))
                return false;
        return true;
    }
}

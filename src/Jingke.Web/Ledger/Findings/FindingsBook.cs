using System.Diagnostics;
using Jingke.Analytics.Ledger;
using Jingke.Domain;
using Jingke.Web.Data.Access;

namespace Jingke.Web.Ledger.Findings;

/// <summary>
/// Keeps one kind of findings for the current ledger: worked out once, off the request, and read by everyone within their scope. Whoever
/// asks while it is being worked out waits for the same result.
/// </summary>
internal abstract class FindingsBook<T>(Analyses analyses, ILogger log) : IFindingsBook
    where T : class, ILedgerFindings
{
    private readonly Lock gate = new();
    private Entry? current;

    private sealed record Entry(Key Key, AccountSet? Accounts, Task<T> Task, long Since, bool IsBehind);

    private sealed record Key(SalesLedger Ledger, DateOnly AsOf, string Rules);

    /// <summary>The findings for the current ledger.</summary>
    /// <param name="patience">How long to wait for them.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <exception cref="RuleException"><c>ledger.loading</c>; <c>findings.working</c> while they take long.</exception>
    public async Task<T> RunAsync(TimeSpan patience, CancellationToken cancel)
    {
        var view = analyses.ViewOf(Viewer.System);
        var key = new Key(view.Ledger, view.AsOf, await RulesAsync(view, cancel));
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
            throw new RuleException("findings.working");
        }
    }

    /// <inheritdoc/>
    public Task KeepAsync(CancellationToken cancel) => RunAsync(Timeout.InfiniteTimeSpan, cancel);

    /// <summary>
    /// How long findings stay as they are although accounts change their attributes: where people edit all day, nothing else would be done.
    /// </summary>
    public virtual TimeSpan Rest => TimeSpan.Zero;

    /// <summary>Names what the findings depend on besides the ledger: rules in force, ratings. Equal names mean equal findings.</summary>
    protected virtual Task<string> RulesAsync(LedgerView view, CancellationToken cancel) => Task.FromResult("");

    /// <summary>The same findings for a ledger with the same lines and other directories; null where those change the findings.</summary>
    protected abstract T? Adapt(T before, LedgerView view);

    /// <summary>The findings as they were, with the indexes of a ledger that has the same lines; used while they rest.</summary>
    protected virtual T? Carry(T before, LedgerView view) => null;

    /// <summary>Works them out.</summary>
    /// <param name="view">All accounts in use, as of the day to judge at.</param>
    /// <param name="before">Findings of the same lines, day and accounts, perhaps under other rules; null where there are none.</param>
    protected abstract Task<T> MakeAsync(LedgerView view, T? before);

    private Entry Next(LedgerView view, Key key, Entry? before)
    {
        var known = before is null ? null : KnownOf(view, key, before);
        if (known is not null && before!.Key.Rules == key.Rules && !(before.IsBehind && HasRested(before)))
        {
            if (Adapt(known, view) is { } same)
                return before with { Key = key, Accounts = view.Accounts, Task = Task.FromResult(same) };
            if (!HasRested(before) && Carry(known, view) is { } carried)
                return before with { Key = key, Accounts = view.Accounts, Task = Task.FromResult(carried), IsBehind = true };
        }
        return new(key, view.Accounts, Task.Run(() => TimedAsync(view, known)), Stopwatch.GetTimestamp(), IsBehind: false);
    }

    private bool HasRested(Entry entry) => Stopwatch.GetElapsedTime(entry.Since) >= Rest;

    private static T? KnownOf(LedgerView view, Key key, Entry before) =>
        before is { Task.IsCompletedSuccessfully: true, Task.Result: var known }
        && before.Key.AsOf == key.AsOf
        && known.Ledger.HasLinesOf(view.Ledger)
        && AreSame(before.Accounts, view.Accounts, known.Ledger.AccountCount)
            ? known
            : null;

    private async Task<T> TimedAsync(LedgerView view, T? before)
    {
        var since = Stopwatch.GetTimestamp();
        var found = await MakeAsync(view, before);
        log.LogInformation(
            "{Findings} of {Accounts} accounts in {Seconds:0.00} s",
            typeof(T).Name,
            view.Ledger.AccountCount,
            Stopwatch.GetElapsedTime(since).TotalSeconds
        );
        return found;
    }

    // Who was put into the recycle bin or taken out of it counts in other figures than before.
    private static bool AreSame(AccountSet? one, AccountSet? other, int count)
    {
        for (var account = 0; account < count && (one is not null || other is not null); account++)
            if (one?.Contains(account) == false != (other?.Contains(account) == false))
                return false;
        return true;
    }
}

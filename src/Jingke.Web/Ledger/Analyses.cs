using Jingke.Analytics;
using Jingke.Analytics.Ledger;
using Jingke.Analytics.Periods;
using Jingke.Web.Data.Access;
using Microsoft.Extensions.Caching.Memory;

namespace Jingke.Web.Ledger;

/// <summary>
/// Analyses as a viewer sees them. Results are kept for as long as their ledger is current, because a page, its next page and its
/// export ask the same question; a person with another scope never shares them.
/// </summary>
public sealed class Analyses(LedgerStore store, TimeProvider time) : IDisposable
{
    // Counted in rows (accounts) of results: about 150 bytes each, so 300 MB at most.
    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = 2_000_000 });

    /// <summary>
    /// The question a page asks: which days, compared with which, as of when. Null parts take their defaults. At month grain the answer
    /// speaks of whole months; the view tells which days it is about.
    /// </summary>
    public sealed record Question(DayRange? Period = null, DayRange? Comparison = null, DateOnly? AsOf = null);

    /// <summary>What a viewer sees of the ledger for a question.</summary>
    /// <exception cref="Domain.RuleException"><c>ledger.loading</c></exception>
    public LedgerView ViewOf(Viewer viewer, Question? question = null)
    {
        var state = store.Require();
        var scope = Keep(
            ("scope", state.Serial, viewer.ScopeKey, (object?)null),
            () => (ViewerScope.Of(state, viewer), state.Ledger.AccountCount / 64)
        );
        var (asOf, period, comparison) = (question?.AsOf ?? AsOf(state.Ledger), question?.Period, question?.Comparison);
        if (state.Ledger.Grain == LedgerGrain.Month && asOf is { } day)
        {
            asOf = new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(-1);
            period = (period ?? Period.LastTwelveMonths(asOf.Value)).WidenToMonths();
            comparison = comparison?.WidenToMonths();
        }

        var view = LedgerView.Of(state.Ledger, asOf, period, scope);
        return comparison is { } other ? view with { Comparison = other } : view;
    }

    /// <summary>The newest line's day. A line dated in the future is a slip; it must not move 'today' for everybody.</summary>
    private DateOnly? AsOf(SalesLedger ledger)
    {
        // A day later than UTC's: somewhere it is already tomorrow.
        var latest = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(1);
        return ledger.LastOn is { } newest
            ? newest < latest
                ? newest
                : latest
            : null;
    }

    /// <summary>The standing of every account that a viewer sees.</summary>
    /// <exception cref="Domain.RuleException"><c>ledger.loading</c></exception>
    public SalesAnalysis Of(Viewer viewer, Question? question = null) => Of(viewer, ViewOf(viewer, question));

    /// <summary>The standing of every account of a view.</summary>
    /// <param name="viewer">Who is looking.</param>
    /// <param name="view">The view, from <see cref="ViewOf"/>.</param>
    public SalesAnalysis Of(Viewer viewer, LedgerView view) =>
        Of(viewer, view, "standing", () => (SalesAnalysis.Of(view), view.Accounts?.Count ?? view.Ledger.AccountCount));

    /// <summary>Any other result that depends only on a view, kept under a name.</summary>
    /// <param name="viewer">Who is looking.</param>
    /// <param name="view">The view, from <see cref="ViewOf"/>.</param>
    /// <param name="name">Name of the result with its further arguments; equal names mean equal results.</param>
    /// <param name="make">Computes the result and tells its size in rows.</param>
    public T Of<T>(Viewer viewer, LedgerView view, string name, Func<(T Result, int Rows)> make)
    {
        var state = store.Require();
        // A view of a ledger that was replaced meanwhile answers its own request, but must not be kept for the new one.
        return ReferenceEquals(view.Ledger, state.Ledger)
            ? Keep((name, state.Serial, viewer.ScopeKey, (object?)(view.Period, view.Comparison, view.AsOf)), make)
            : make().Result;
    }

    /// <inheritdoc/>
    public void Dispose() => kept.Dispose();

    private T Keep<T>(object key, Func<(T Result, int Rows)> make)
    {
        if (kept.TryGetValue(key, out var found))
            return (T)found!;

        var (result, rows) = make();
        kept.Set(
            key,
            (object?)result,
            new MemoryCacheEntryOptions { Size = Math.Max(rows, 1), SlidingExpiration = TimeSpan.FromMinutes(20) }
        );
        return result;
    }
}

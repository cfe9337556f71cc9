using Jingke.Analytics.Breakdowns;
using Jingke.Analytics.Forecasting;
using Jingke.Analytics.Ledger;
using Jingke.Analytics.Periods;
using Jingke.Analytics.Series;
using Jingke.Web.Common;
using Jingke.Web.Data.Access;

namespace Jingke.Web.Ledger.Forecasts;

/// <summary>
/// Forecasts of series that the viewer of this request sees: all their accounts, a group of a dimension, one account. Each takes some tens
/// of milliseconds, so it is worked out when somebody asks and kept while the ledger is current.
/// </summary>
internal sealed class SeriesForecasts(LedgerStore store, Analyses analyses, CurrentUser user, Clock clock)
{
    // A forecast with its candidates and trials is as large as so many rows of the kept results.
    private const int SizeInRows = 100;

    /// <summary>All accounts of a view.</summary>
    public SeriesForecast OfAll(LedgerView view) => Of(view, "all", days => MonthlySeries.Of(view.Ledger, days, view.Accounts));

    /// <summary>A group of a dimension, as far as it lies in the view.</summary>
    /// <param name="view">The view.</param>
    /// <param name="grouping">The groups.</param>
    /// <param name="group">Number of the group.</param>
    /// <param name="key">Names grouping and group: equal keys mean equal groups.</param>
    public SeriesForecast OfGroup(LedgerView view, Grouping grouping, int group, string key) =>
        Of(view, key, days => MonthlySeries.OfGroup(view.Ledger, days, grouping, group, view.Accounts));

    /// <summary>One account, by its index in the ledger; the caller has made sure that it lies in the view.</summary>
    public SeriesForecast OfAccount(LedgerView view, int account) =>
        Of(view, $"account:{account}", days => MonthlySeries.OfAccount(view.Ledger, days, account));

    /// <summary>Some accounts, in their order, worked out side by side; as for one.</summary>
    public IReadOnlyList<SeriesForecast> OfAccounts(LedgerView view, IReadOnlyList<int> accounts)
    {
        // Who is looking is found out once, not by each thread.
        _ = user.Viewer;
        var found = new SeriesForecast[accounts.Count];
        Parallel.For(0, found.Length, at => found[at] = OfAccount(view, accounts[at]));
        return found;
    }

    /// <summary>One account as the viewer sees it today; null while the ledger is loaded, and for an account out of sight.</summary>
    public LedgerForecast? OfAccount(long id)
    {
        if (store.Current is null)
            return null;

        var view = analyses.ViewOf(user.Viewer);
        var account = view.Ledger.Accounts.IndexOf(id);
        return account >= 0 && view.Accounts?.Contains(account) != false ? OfAccount(view, account).Forecast : null;
    }

    private SeriesForecast Of(LedgerView view, string key, Func<DayRange, MonthlySeries> series)
    {
        if (view.AllTime is not { } all)
            return new(null, null, view.AsOf);

        // A ledger by month ends with the month of its newest line, which may not be over.
        var until = clock.Today < view.AsOf ? clock.Today : view.AsOf;
        return analyses.Of(
            user.Viewer,
            view,
            $"forecast:{key}:{until.DayNumber}",
            () =>
            {
                var found = series(all);
                return (new SeriesForecast(found, LedgerForecast.Of(found, until), view.AsOf), SizeInRows);
            }
        );
    }
}

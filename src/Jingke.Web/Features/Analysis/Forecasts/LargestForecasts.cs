using Jingke.Analytics.Forecasting;
using Jingke.Web.Common;
using Jingke.Web.Ledger.Forecasts;

namespace Jingke.Web.Features.Analysis.Forecasts;

/// <summary>
/// The coming year of each of the largest accounts in sight, where most is at stake first: whom to ask before sales fall, and who grows.
/// Bounded, because each forecast takes some tens of milliseconds the first time.
/// </summary>
internal sealed class LargestForecasts(AnalysisScope scope, SeriesForecasts forecasts)
{
    /// <summary>How many accounts.</summary>
    public const int Most = 30;

    /// <summary>Columns that the list can be sorted by; "size" is the change in money, up or down.</summary>
    public static readonly string[] Sorts = ["size", "name", "next", "previous", "change", "error"];

    /// <summary>One account.</summary>
    /// <param name="Id">The account.</param>
    /// <param name="Code">Its code; may be empty.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Totals">What is to be expected; null where the history is too short.</param>
    /// <param name="TotalError">Mean error of the sum in the trials, as part of it; null where there is none.</param>
    public sealed record Row(long Id, string Code, string Name, ForecastTotals? Totals, double? TotalError)
    {
        /// <summary>Next months less as many before, ten-thousandths; null where either is not known.</summary>
        public double? Difference => Totals is { Previous: { } before } ? Totals.Next.Value - before : null;

        /// <summary>The same as part of what was; null where that is not positive.</summary>
        public double? Change => Totals is null ? null : ForecastAmounts.Change(Totals.Next.Value, Totals.Previous);
    }

    /// <summary>Lists them.</summary>
    /// <param name="asOf">The day up to which sales count; null for the newest line.</param>
    /// <param name="sort">The order.</param>
    public IReadOnlyList<Row> Run(DateOnly? asOf, Sort sort)
    {
        var view = scope.ViewOf(new(AsOf: asOf));
        var standing = scope.StandingOf(new(AsOf: asOf));
        int[] largest = [.. standing.Ranking.Rows.Take(Most).Select(standing.Figures.Rows.AccountAt)];
        var (found, accounts) = (forecasts.OfAccounts(view, largest), view.Ledger.Accounts);
        var rows = largest.Select(
            (account, at) =>
                new Row(
                    accounts.Ids[account],
                    accounts.Codes[account],
                    accounts.Names[account],
                    found[at].Forecast is { } forecast ? ForecastTotals.Of(forecast) : null,
                    found[at].Forecast?.Forecast.PastError?.TotalError
                )
        );
        return [.. Sorted(rows, sort)];
    }

    // They come largest first, and a stable sort keeps that among equals; what is not known stands last either way.
    internal static IEnumerable<Row> Sorted(IEnumerable<Row> rows, Sort sort) =>
        sort.Key switch
        {
            "name" => sort.Descending
                ? rows.OrderByDescending(row => row.Name, StringComparer.Ordinal)
                : rows.OrderBy(row => row.Name, StringComparer.Ordinal),
            "next" => By(rows, row => row.Totals?.Next.Value, sort),
            "previous" => By(rows, row => row.Totals?.Previous, sort),
            "change" => By(rows, row => row.Change, sort),
            "error" => By(rows, row => row.TotalError, sort),
            _ => By(rows, row => row.Difference is { } difference ? Math.Abs(difference) : null, sort),
        };

    private static IEnumerable<Row> By(IEnumerable<Row> rows, Func<Row, double?> key, Sort sort) =>
        rows.OrderBy(row => key(row) is null).ThenBy(row => sort.Descending ? -key(row) : key(row));
}

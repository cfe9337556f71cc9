using Jingke.Analytics.Forecasting;
using Jingke.Analytics.Ledger;
using Jingke.Analytics.Performance;
using Jingke.Analytics.Periods;
using Jingke.Analytics.Series;
using Jingke.Web.Data.Access;
using Jingke.Web.Ledger;
using Jingke.Web.Ledger.Churn;

namespace Jingke.Web.Features.KeyAccounts.Files;

/// <summary>Asks the ledger what the file of an account shows, within the viewer's scope; kept while the ledger is current.</summary>
internal sealed class FileFigures(LedgerStore store, Analyses analyses, SeenChurn churn, CurrentUser user)
{
    private const int MostProducts = 10;

    private sealed record Kept(MonthlySeries Months, LedgerForecast? Forecast, PerformancePage Products);

    /// <summary>The figures; null while sales are being read, without any, and for an account that the ledger does not know yet.</summary>
    public async Task<FigureOfFile?> RunAsync(long accountId, CancellationToken cancel)
    {
        if (store.Current is not { Ledger.LineCount: > 0 })
            return null;

        var standing = analyses.Of(user.Viewer);
        var view = standing.View;
        var account = view.Ledger.Accounts.IndexOf(accountId);
        if (account < 0 || view.AllTime is not { } all || standing.Figures.Rows.RowOf(account) is not (>= 0 and var row))
            return null;

        var kept = analyses.Of(user.Viewer, view, $"key-account-file:{account}", () => (Look(view, all, account), 10));
        var figure = standing.Figures[row];
        var seen = await churn.BrieflyAsync(cancel);
        return new(
            view.AsOf,
            view.Period,
            figure,
            standing.Ranking.RankOf(row),
            standing.Ranking.RankChangeOf(row),
            standing.Figures.ActiveAccounts,
            standing.Ranking.ShareOf(row),
            kept.Months,
            [.. kept.Products.Rows.Select(product => ProductOf(view.Ledger, product))],
            kept.Products.Total,
            kept.Forecast,
            seen?.Find(accountId) is { } found ? seen.Findings[found] : null
        );
    }

    private static Kept Look(LedgerView view, DayRange all, int account)
    {
        var only = new AccountSet(view.Ledger.AccountCount);
        only.Add(account);
        var months = MonthlySeries.OfAccount(view.Ledger, all, account);
        return new(months, LedgerForecast.Of(months, view.AsOf), PerformancePage.Of(view with { Accounts = only }, 0, MostProducts));
    }

    private static ProductOfFile ProductOf(SalesLedger ledger, ProductPerformance row) =>
        new(ledger.Products.Ids[row.Product], ledger.Products.Names[row.Product], row.NetSales, row.Share, row.YearOnYear);
}

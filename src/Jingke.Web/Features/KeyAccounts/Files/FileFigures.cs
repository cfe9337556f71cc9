using Jingke.Analytics.Ledger;
using Jingke.Analytics.Performance;
using Jingke.Web.Data.Access;
using Jingke.Web.Ledger;
using Jingke.Web.Ledger.Churn;
using Jingke.Web.Ledger.Forecasts;

namespace Jingke.Web.Features.KeyAccounts.Files;

/// <summary>Asks the ledger what the file of an account shows, within the viewer's scope; kept while the ledger is current.</summary>
internal sealed class FileFigures(LedgerStore store, Analyses analyses, SeriesForecasts forecasts, SeenChurn churn, CurrentUser user)
{
    private const int MostProducts = 10;

    /// <summary>The figures; null while sales are being read, without any, and for an account that the ledger does not know yet.</summary>
    public async Task<FigureOfFile?> RunAsync(long accountId, CancellationToken cancel)
    {
        if (store.Current is not { Ledger.LineCount: > 0 })
            return null;

        var standing = analyses.Of(user.Viewer);
        var view = standing.View;
        var account = view.Ledger.Accounts.IndexOf(accountId);
        if (account < 0 || view.AllTime is null || standing.Figures.Rows.RowOf(account) is not (>= 0 and var row))
            return null;

        var products = analyses.Of(user.Viewer, view, $"key-account-file:{account}", () => (ProductsOf(view, account), 10));
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
            forecasts.OfAccount(view, account),
            [.. products.Rows.Select(product => ProductOf(view.Ledger, product))],
            products.Total,
            seen?.Find(accountId) is { } found ? seen.Findings[found] : null
        );
    }

    private static PerformancePage ProductsOf(LedgerView view, int account)
    {
        var only = new AccountSet(view.Ledger.AccountCount);
        only.Add(account);
        return PerformancePage.Of(view with { Accounts = only }, 0, MostProducts);
    }

    private static ProductOfFile ProductOf(SalesLedger ledger, ProductPerformance row) =>
        new(ledger.Products.Ids[row.Product], ledger.Products.Names[row.Product], row.NetSales, row.Share, row.YearOnYear);
}

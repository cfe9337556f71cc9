using Jingke.Analytics;
using Jingke.Analytics.Figures;
using Jingke.Analytics.Series;
using Jingke.Domain.Credit;

namespace Jingke.Web.Ledger.Credit;

/// <summary>What our own books say of accounts, as values of items. Among all accounts of the company, whoever looks.</summary>
/// <param name="analysis">The standing of all accounts over the last 12 months.</param>
internal sealed class OwnFigures(SalesAnalysis analysis)
{
    // Sales that grow by this share or more are worth 1, those that fall by it 0.
    private const double FullGrowth = 0.3;
    private const int Months = 12;

    /// <summary>Net sales of the last 12 months, ten-thousandths; 0 for who is not in the ledger.</summary>
    public long SalesOf(long accountId) => FigureOf(accountId)?.NetSales ?? 0;

    /// <summary>The value of a measure, 0 to 1; null where the books say nothing.</summary>
    public double? ValueOf(ScoreMeasure measure, long accountId)
    {
        if (FigureOf(accountId) is not { } figure)
            return null;

        return measure switch
        {
            ScoreMeasure.Turnover => figure.IsActive ? analysis.Scores.Monetary[analysis.Figures.Rows.RowOf(figure.Account)] : null,
            ScoreMeasure.Growth => figure.YearOnYear.Change is { } change
                ? Math.Clamp((change + FullGrowth) / (2 * FullGrowth), 0, 1)
                : null,
            ScoreMeasure.Steadiness => figure.IsActive || figure.WasActive ? SteadinessOf(figure.Account) : null,
            _ => null,
        };
    }

    private double SteadinessOf(int account)
    {
        var series = MonthlySeries.OfAccount(analysis.View.Ledger, analysis.View.Period, account);
        // Twelve months that begin within a month touch thirteen.
        return Math.Min((double)series.NetSales.Count(sales => sales > 0) / Months, 1);
    }

    private AccountFigure? FigureOf(long accountId) =>
        analysis.View.Ledger.Accounts.IndexOf(accountId) is >= 0 and var account ? analysis.Figures.Of(account) : null;
}

using Jingke.Analytics.Figures;
using Jingke.Analytics.Forecasting;
using Jingke.Analytics.Periods;
using Jingke.Analytics.Series;
using Jingke.Web.Ledger.Churn;
using Jingke.Web.Ledger.Forecasts;

namespace Jingke.Web.Features.KeyAccounts.Files;

/// <summary>A product that an account buys.</summary>
/// <param name="ProductId">0 for lines that name none.</param>
/// <param name="Name">Its name; empty where lines name none.</param>
/// <param name="NetSales">Net sales of 12 months, ten-thousandths.</param>
/// <param name="Share">Share of the account's net sales; null when those are not positive.</param>
/// <param name="Change">Against the 12 months before.</param>
public sealed record ProductOfFile(long ProductId, string Name, long NetSales, double? Share, YearOnYear Change);

/// <summary>What the books say of one account: its last 12 months, its months, what is to be expected.</summary>
/// <param name="AsOf">The last day that counts.</param>
/// <param name="Period">The 12 months looked at.</param>
/// <param name="Figure">Net sales, orders, year on year.</param>
/// <param name="Rank">By net sales among the accounts that the viewer sees; null without sales.</param>
/// <param name="RankChange">Places gained since the year before.</param>
/// <param name="Accounts">How many accounts are ranked.</param>
/// <param name="Share">Share of the net sales of the accounts that the viewer sees.</param>
/// <param name="Sales">Net sales by month from the first line on, and what is to be expected.</param>
/// <param name="Products">What it buys most of, at most ten.</param>
/// <param name="ProductCount">How many products it bought in either year.</param>
/// <param name="Churn">Whether it stays; null while that is being worked out.</param>
public sealed record FigureOfFile(
    DateOnly AsOf,
    DayRange Period,
    AccountFigure Figure,
    int? Rank,
    int? RankChange,
    int Accounts,
    double? Share,
    SeriesForecast Sales,
    IReadOnlyList<ProductOfFile> Products,
    int ProductCount,
    ChurnFigure? Churn
)
{
    private const int ForecastMonths = 12;

    /// <summary>Expected net sales of the 12 months after the last whole one, ten-thousandths; null without a forecast.</summary>
    public long? NextYear => Forecast is { } forecast ? Sum(forecast.Forecast.Points.Take(ForecastMonths)) : null;

    /// <summary>Net sales by month from the first line on.</summary>
    public MonthlySeries Months => Sales.Series!;

    /// <summary>The coming twelve months; null with too short a history.</summary>
    public LedgerForecast? Forecast => Sales.Forecast;

    private static long Sum(IEnumerable<ForecastPoint> points) => (long)Math.Round(points.Sum(point => point.Value));
}

using Jingke.Analytics.Forecasting;
using Jingke.Analytics.Series;

namespace Jingke.Web.Ledger.Forecasts;

/// <summary>A series and what is to be expected of it.</summary>
/// <param name="Series">Net sales by month up to as-of, a month that is not over included; null where there is no line by then.</param>
/// <param name="Forecast">
/// Twelve months after the last whole one; the first of them is the month that is not over. Null when fewer than
/// <see cref="LedgerForecast.FewestMonths"/> whole months are known.
/// </param>
public sealed record SeriesForecast(MonthlySeries? Series, LedgerForecast? Forecast)
{
    /// <summary>Whether any month has sales.</summary>
    public bool HasSales => Series is not null && Series.NetSales.AsSpan().ContainsAnyExcept(0);
}

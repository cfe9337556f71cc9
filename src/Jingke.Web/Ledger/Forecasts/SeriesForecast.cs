using Jingke.Analytics.Forecasting;
using Jingke.Analytics.Periods;
using Jingke.Analytics.Series;

namespace Jingke.Web.Ledger.Forecasts;

/// <summary>A series and what is to be expected of it.</summary>
/// <param name="Series">Net sales by month up to as-of, a month that is not over included; null where there is no line by then.</param>
/// <param name="Longest">
/// The month that is not over and twelve after it, or the twelve after the last whole one; null when fewer than
/// <see cref="LedgerForecast.FewestMonths"/> whole months are known.
/// </param>
/// <param name="AsOf">The last day that counts.</param>
public sealed record SeriesForecast(MonthlySeries? Series, LedgerForecast? Longest, DateOnly AsOf)
{
    private const int Months = 12;

    /// <summary>Twelve months after the last whole one; the first of them is the month that is not over. Null as above.</summary>
    public LedgerForecast? Forecast { get; } = Longest?.First(Months);

    /// <summary>Whether any month has sales.</summary>
    public bool HasSales => Series is not null && Series.NetSales.AsSpan().ContainsAnyExcept(0);

    /// <summary>Net sales of the days of a range that are known, ten-thousandths. The range is of whole months.</summary>
    public long SoldIn(DayRange range) => Sum(range, DateOnly.MaxValue);

    /// <summary>
    /// What a year comes to when the months that are not over come as forecast, ten-thousandths. What was sold once the year is over; null
    /// where the forecast does not reach its end.
    /// </summary>
    public long? ExpectedIn(DayRange year)
    {
        if (year.To <= AsOf)
            return SoldIn(year);
        if (Longest is not { } forecast || forecast.MonthOf(forecast.Forecast.Points.Count) <= year.To)
            return null;

        var coming = 0d;
        for (var month = 0; month < forecast.Forecast.Points.Count; month++)
            if (year.Contains(forecast.MonthOf(month)))
                coming += forecast.Forecast.Points[month].Value;
        return Sum(year, forecast.FirstMonth) + (long)Math.Round(coming);
    }

    /// <summary>Net sales of the months of a range that lie before a day.</summary>
    private long Sum(DayRange range, DateOnly before)
    {
        if (Series is null)
            return 0;

        var sum = 0L;
        for (var month = 0; month < Series.NetSales.Length; month++)
            if (Series.MonthOf(month) < before && range.Contains(Series.MonthOf(month)))
                sum += Series.NetSales[month];
        return sum;
    }
}

namespace Jingke.Analytics.Forecasting;

/// <summary>The sums people ask for, and what they are compared with.</summary>
/// <param name="Months">How many months <paramref name="Next"/> sums up: 12, or fewer where fewer were forecast.</param>
/// <param name="Next">The months after the last whole one, from <see cref="LedgerForecast.FirstMonth"/>, ten-thousandths.</param>
/// <param name="Previous">Net sales of as many whole months before, ten-thousandths; null where the history is shorter.</param>
/// <param name="Year">The calendar year of the first month that is forecast.</param>
/// <param name="Known">Net sales of its whole months so far, ten-thousandths.</param>
/// <param name="WholeYear">Those and the months that are forecast until its end.</param>
/// <param name="YearBefore">Net sales of the calendar year before, ten-thousandths; null where the history does not hold all of it.</param>
public sealed record ForecastTotals(
    int Months,
    ForecastPoint Next,
    long? Previous,
    int Year,
    long Known,
    ForecastPoint WholeYear,
    long? YearBefore
)
{
    private const int Season = 12;

    /// <summary>Sums a forecast up.</summary>
    public static ForecastTotals Of(LedgerForecast forecast)
    {
        var (history, points, year) = (forecast.History.NetSales, forecast.Forecast.Points, forecast.FirstMonth.Year);
        var months = Math.Min(Season, points.Count);
        var passed = forecast.FirstMonth.Month - 1;
        var values = Array.ConvertAll(history, value => (double)value);
        var known = history[Math.Max(history.Length - passed, 0)..].Sum();
        return new(
            months,
            ForecastSum.Of(forecast.Forecast, values, months),
            history.Length >= months ? history[^months..].Sum() : null,
            year,
            known,
            ForecastSum.Of(forecast.Forecast, values, Math.Min(Season - passed, points.Count)).Plus(known),
            history.Length >= passed + Season ? history.AsSpan(history.Length - passed - Season, Season).ToArray().Sum() : null
        );
    }

    /// <summary>Net sales of the same month a year before a month that is forecast, ten-thousandths; null where that is not known.</summary>
    /// <param name="forecast">The forecast.</param>
    /// <param name="index">Which month; 0 is the next one.</param>
    public static long? YearEarlier(LedgerForecast forecast, int index) =>
        forecast.History.NetSales.Length + index - Season is var at && at >= 0 && at < forecast.History.NetSales.Length
            ? forecast.History.NetSales[at]
            : null;
}

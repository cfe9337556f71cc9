using Jingke.Analytics.Series;

namespace Jingke.Analytics.Forecasting;

/// <summary>A forecast of net sales by calendar month.</summary>
/// <param name="FirstMonth">First day of the first month that is forecast: the one after the last whole month.</param>
/// <param name="LeftOut">
/// First day of the month that was left out of the history because it is not over; null when none was. It is the first that is forecast, as
/// a whole month.
/// </param>
/// <param name="History">The months the forecast rests on, from the first with sales to the last whole one, ten-thousandths.</param>
/// <param name="Forecast">The forecast, values in ten-thousandths.</param>
public sealed record LedgerForecast(DateOnly FirstMonth, DateOnly? LeftOut, MonthlySeries History, Forecast Forecast)
{
    /// <summary>With fewer whole months there is nothing a figure could rest on.</summary>
    public const int FewestMonths = 6;

    /// <summary>Forecasts a series of the ledger automatically.</summary>
    /// <param name="series">Net sales by month; months before the first sale are no history and are left out.</param>
    /// <param name="asOf">The last day that counts. Where it is not the last of its month, that month is left out, as are later ones.</param>
    /// <param name="months">
    /// How many months after that of <paramref name="asOf"/>, at least 1 and fewer than <see cref="ForecastMethod.LongestHorizon"/>; a month
    /// that is not over is forecast besides.
    /// </param>
    /// <returns>Null when fewer than <see cref="FewestMonths"/> whole months are known.</returns>
    public static LedgerForecast? Of(MonthlySeries series, DateOnly asOf, int months = 12)
    {
        var whole = WholeMonths(series, asOf);
        var first = Array.FindIndex(whole, value => value != 0);
        if (first < 0 || whole.Length - first < FewestMonths)
            return null;

        DateOnly? begun = whole.Length < series.NetSales.Length && !IsMonthEnd(asOf) ? new DateOnly(asOf.Year, asOf.Month, 1) : null;
        var history = new MonthlySeries(series.MonthOf(first), whole[first..]);
        var values = Array.ConvertAll(history.NetSales, value => (double)value);
        var forecast = Forecaster.Automatic(values, begun is null ? months : months + 1);
        return new LedgerForecast(series.MonthOf(whole.Length), begun, history, forecast);
    }

    /// <summary>The first day of a month that is forecast; 0 is the next one.</summary>
    public DateOnly MonthOf(int index) => FirstMonth.AddMonths(index);

    /// <summary>The same of fewer coming months.</summary>
    /// <param name="months">How many of those that are forecast, from the first one.</param>
    public LedgerForecast First(int months) => this with { Forecast = Forecast with { Points = [.. Forecast.Points.Take(months)] } };

    /// <summary>What the method says of a month of the history from those before it, ten-thousandths; null where it has nothing to go on.</summary>
    /// <param name="index">Which month of the history; 0 is the first.</param>
    public long? FittedOf(int index) =>
        index < Forecast.Fitted.Count && !double.IsNaN(Forecast.Fitted[index]) ? Amount(Forecast.Fitted[index]) : null;

    /// <summary>A value as amounts are kept; an interval that no amount could reach ends at the largest one.</summary>
    /// <param name="tenThousandths">The value; null stays null.</param>
    public static long? Amount(double? tenThousandths) => tenThousandths is { } value ? long.CreateSaturating(Math.Round(value)) : null;

    private static long[] WholeMonths(MonthlySeries series, DateOnly asOf)
    {
        var months = ((asOf.Year - series.FirstMonth.Year) * 12) + asOf.Month - series.FirstMonth.Month + (IsMonthEnd(asOf) ? 1 : 0);
        return series.NetSales[..Math.Clamp(months, 0, series.NetSales.Length)];
    }

    private static bool IsMonthEnd(DateOnly day) => day.AddDays(1).Day == 1;
}

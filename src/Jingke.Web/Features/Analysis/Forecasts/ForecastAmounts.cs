using Jingke.Analytics.Forecasting;
using Jingke.Web.Common;

namespace Jingke.Web.Features.Analysis.Forecasts;

/// <summary>Values of a forecast as amounts, written.</summary>
internal static class ForecastAmounts
{
    /// <summary>Exact, for tables.</summary>
    public static string Exact(double? value) => Format.Money(LedgerForecast.Amount(value));

    /// <summary>As people say it.</summary>
    public static string Short(double? value) => Format.MoneyShort(LedgerForecast.Amount(value));

    /// <summary>Change against something known, 0.18 is +18 %; null where that is not positive.</summary>
    public static double? Change(double value, long? before) => before is > 0 ? (value / before) - 1 : null;
}

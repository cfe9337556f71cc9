using Jingke.Analytics.Forecasting;

namespace Jingke.Web.Common.Reasons;

/// <summary>How ways to forecast are called.</summary>
internal static class ForecastWords
{
    /// <summary>A method, or several that were joined: ETS、Theta 与阻尼平滑的平均 + 上年同月.</summary>
    public static string NameOf(ForecastMethod method) =>
        string.Join(" + ", method.Code.Split('+').Select(code => ReasonTexts.Get($"Forecast.method.{code}")));
}

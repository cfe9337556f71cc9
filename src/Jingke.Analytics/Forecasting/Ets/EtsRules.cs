namespace Jingke.Analytics.Forecasting.Ets;

/// <summary>The models as methods of forecasting.</summary>
internal static class EtsRules
{
    /// <summary>One model without season.</summary>
    public static ForecastPath? Fixed(EtsForm form, double[] y, int horizon) => EtsFit.For(y, form, 1)?.Exact()?.Path(horizon);

    /// <summary>The model with the smallest AICc.</summary>
    public static ForecastPath? Chosen(double[] y, int season, int horizon) => EtsChoice.Of(y, season)?.Path(horizon);
}

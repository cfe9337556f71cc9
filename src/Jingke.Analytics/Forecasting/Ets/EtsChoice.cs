namespace Jingke.Analytics.Forecasting.Ets;

/// <summary>The choice of a model for a series.</summary>
internal static class EtsChoice
{
    private const int Promising = 4;

    /// <summary>
    /// The best of the candidates by AICc; null where the series is too short for any. All are compared with the first states that the
    /// decomposition gives; the most promising are then fitted with their first states.
    /// </summary>
    public static EtsModel? Of(double[] y, int season) =>
        EtsForm
            .Candidates.Select(form => EtsFit.For(y, form, season)?.Screened())
            .OfType<EtsModel>()
            .Where(model => double.IsFinite(model.Aicc))
            .OrderBy(model => model.Aicc)
            .Take(Promising)
            .Select(model => EtsFit.For(y, model.Form, season)?.Fitted())
            .OfType<EtsModel>()
            .MinBy(model => model.Aicc);
}

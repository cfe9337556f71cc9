namespace Jingke.Web.Features.Analysis.Forecasts;

/// <summary>Words of the forecast pages: <c>ForecastTexts.resx</c> and its translations.</summary>
internal sealed class ForecastTexts;

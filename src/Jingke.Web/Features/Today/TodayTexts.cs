namespace Jingke.Web.Features.Today;

/// <summary>Words of the start page.</summary>
internal sealed class TodayTexts;

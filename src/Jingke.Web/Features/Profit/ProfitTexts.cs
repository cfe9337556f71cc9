namespace Jingke.Web.Features.Profit;

/// <summary>Words of the pages of true profit.</summary>
internal sealed class ProfitTexts;

namespace Jingke.Web.Features.Churn;

/// <summary>Words of the pages about staying and going.</summary>
internal sealed class ChurnTexts;

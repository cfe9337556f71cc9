namespace Jingke.Web.Features.Analysis;

/// <summary>Words of the analysis pages: <c>AnalysisTexts.resx</c> and its translations.</summary>
internal sealed class AnalysisTexts;

namespace Jingke.Web.Features.Search;

/// <summary>Words of the search: <c>SearchTexts.resx</c> and its two translations.</summary>
internal sealed class SearchTexts;

namespace Jingke.Web.Features.Opportunities;

/// <summary>Words of the pages about what may be sold to whom.</summary>
internal sealed class OpportunityTexts;

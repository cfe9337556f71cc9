namespace Jingke.Web.Features.FieldCatalogue;

/// <summary>Words of the pages on fields and channels.</summary>
internal sealed class FieldCatalogueTexts;

namespace Jingke.Web.Data.Facts;

/// <summary>Words of the catalogue: sections, types and what fields are about.</summary>
internal sealed class CatalogueTexts;

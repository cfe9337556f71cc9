namespace Jingke.Web.Features.Duplicates;

/// <summary>Words of the duplicate check and of merging.</summary>
internal sealed class DuplicateTexts;

namespace Jingke.Web.Features.RecycleBin;

/// <summary>Words of the recycle bin: <c>RecycleBinTexts.resx</c> and its two translations.</summary>
internal sealed class RecycleBinTexts;

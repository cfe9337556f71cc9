namespace Jingke.Web.Common;

/// <summary>Words of the shell and of the shared components: <c>CommonTexts.resx</c> and its two translations.</summary>
internal sealed class CommonTexts;

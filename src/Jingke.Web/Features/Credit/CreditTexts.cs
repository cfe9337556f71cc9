namespace Jingke.Web.Features.Credit;

/// <summary>Words of the pages about credit.</summary>
internal sealed class CreditTexts;

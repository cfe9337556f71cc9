namespace Jingke.Web.Features.KeyAccounts;

/// <summary>Words of the key-account pages: <c>KeyAccountTexts.resx</c> and its two translations.</summary>
public sealed class KeyAccountTexts;

namespace Jingke.Web.Features.KeyAccounts.Files;

/// <summary>Words of the files of key accounts: <c>KeyFileTexts.resx</c> and its two translations.</summary>
public sealed class KeyFileTexts;

namespace Jingke.Web.Features.Accounts;

/// <summary>Words of the account pages: <c>AccountTexts.resx</c> and its two translations.</summary>
internal sealed class AccountTexts;

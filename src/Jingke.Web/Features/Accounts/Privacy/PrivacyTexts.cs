namespace Jingke.Web.Features.Accounts.Privacy;

/// <summary>Words about personal data: <c>PrivacyTexts.resx</c> and its two translations.</summary>
internal sealed class PrivacyTexts;

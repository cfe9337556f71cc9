namespace Jingke.Web.Features.Accounts.FollowUps;

/// <summary>Words of contacts with customers.</summary>
internal sealed class FollowUpTexts;

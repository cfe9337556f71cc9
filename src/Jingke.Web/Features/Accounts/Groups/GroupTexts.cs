namespace Jingke.Web.Features.Accounts.Groups;

/// <summary>Words of groups of accounts.</summary>
public sealed class GroupTexts;

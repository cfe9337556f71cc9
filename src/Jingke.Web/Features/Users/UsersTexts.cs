namespace Jingke.Web.Features.Users;

/// <summary>Words of the user and team pages.</summary>
internal sealed class UsersTexts;

namespace Jingke.Web.Features.SignIn;

/// <summary>Words of the sign-in and password pages.</summary>
internal sealed class SignInTexts;

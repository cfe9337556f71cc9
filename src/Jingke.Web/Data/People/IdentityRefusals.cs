using Jingke.Domain;
using Microsoft.AspNetCore.Identity;

namespace Jingke.Web.Data.People;

/// <summary>Refusals of ASP.NET Core Identity as refusals of ours, which have words in every language.</summary>
internal static class IdentityRefusals
{
    /// <summary>Throws the first refusal, if any.</summary>
    /// <param name="result">What Identity answered.</param>
    /// <param name="userName">The user name that it was about.</param>
    /// <exception cref="RuleException"><c>user.name-taken</c>, <c>password.too-short</c>, <c>password.too-simple</c>, <c>password.wrong</c></exception>
    public static void OrRefuse(this IdentityResult result, string userName)
    {
        if (result.Succeeded)
            return;

        var error = result.Errors.First();
        throw error.Code switch
        {
            nameof(IdentityErrorDescriber.DuplicateUserName) => new RuleException("user.name-taken", userName),
            nameof(IdentityErrorDescriber.PasswordTooShort) => new RuleException("password.too-short", SimplePassword.MinimumLength),
            nameof(IdentityErrorDescriber.PasswordMismatch) => new RuleException("password.wrong"),
            nameof(IdentityErrorDescriber.ConcurrencyFailure) => new RuleException("changed-by-other"),
            SimplePassword.Code => new RuleException("password.too-simple"),
            _ => new InvalidOperationException($"{error.Code}: {error.Description}"),
        };
    }
}

using Microsoft.AspNetCore.Identity;

namespace Jingke.Web.Data.People;

/// <summary>
/// Refuses passwords that a guesser tries first: the user's own name, a few characters repeated, a run such as 1234567890. Length is what
/// protects beyond that (NIST SP 800-63B); rules of composition only make people write passwords down.
/// </summary>
internal sealed class SimplePassword : IPasswordValidator<User>
{
    /// <summary>Fewest characters of a password.</summary>
    public const int MinimumLength = 10;

    /// <summary>Code of the refusal.</summary>
    public const string Code = nameof(SimplePassword);

    private const int MinimumDistinct = 5;

    /// <inheritdoc/>
    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) =>
        Task.FromResult(
            password is not null && IsSimple(password, user.UserName ?? "")
                ? IdentityResult.Failed(new IdentityError { Code = Code, Description = "Too easy to guess" })
                : IdentityResult.Success
        );

    private static bool IsSimple(string password, string userName) =>
        password.Distinct().Count() < MinimumDistinct
        || (userName.Length >= 3 && password.Replace(userName, "", StringComparison.OrdinalIgnoreCase).Length < MinimumLength / 2)
        || IsRun(password);

    // Each character is the neighbour of the one before, as in abcdefghij, 0987654321 and 1234567890 (0 follows 9).
    private static bool IsRun(string password) =>
        password.Zip(password.Skip(1), (one, next) => next - one).Select(step => step == '0' - '9' ? 1 : step).Distinct().ToList()
            is [1]
                or [-1];
}

using System.ComponentModel.DataAnnotations;
using Jingke.Domain;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.People;
using Microsoft.AspNetCore.Identity;

namespace Jingke.Web.Features.SignIn;

/// <summary>Changes one's own password and ends one's other sessions.</summary>
internal sealed class ChangePassword(
    CurrentUser current,
    UserManager<User> users,
    SignInManager<User> signIn,
    JingkeDbContext db,
    PeopleDirectory people
)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "required")]
        public string? Current { get; set; }

        [Required(ErrorMessage = "required")]
        public string? Password { get; set; }

        [Required(ErrorMessage = "required"), Compare(nameof(Password), ErrorMessage = "password-differs")]
        public string? PasswordAgain { get; set; }
    }

    /// <summary>Changes the password of whoever is signed in.</summary>
    /// <exception cref="RuleException"><c>password.wrong</c>, <c>password.too-short</c>, <c>password.too-simple</c></exception>
    public async Task RunAsync(Input input, CancellationToken cancel)
    {
        var id = current.Id;
        var user = await db.Users.FindAsync([id], cancel) ?? throw new NotFoundException(nameof(User), id ?? Guid.Empty);
        db.Note("password-changed", nameof(User), user.Id.ToString(), user.DisplayName);
        (await users.ChangePasswordAsync(user, input.Current!, input.Password!)).OrRefuse(user.UserName!);
        await people.ReloadAsync(cancel);
        await signIn.RefreshSignInAsync(user);
    }
}

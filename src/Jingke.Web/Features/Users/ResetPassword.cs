using Jingke.Domain;
using Jingke.Web.Data;
using Jingke.Web.Data.People;
using Microsoft.AspNetCore.Identity;

namespace Jingke.Web.Features.Users;

/// <summary>Gives a colleague another password, ends their sessions and their lock-out.</summary>
internal sealed class ResetPassword(UserManager<User> users, JingkeDbContext db, PeopleDirectory people)
{
    public sealed class Input
    {
        /// <summary>Empty: one is made up.</summary>
        public string? Password { get; set; }
    }

    /// <summary>Sets the password.</summary>
    /// <param name="id">The colleague.</param>
    /// <param name="password">The new password; empty: one is made up.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The password that was made up; null when it was typed.</returns>
    /// <exception cref="NotFoundException">There is no such colleague.</exception>
    /// <exception cref="RuleException"><c>password.*</c></exception>
    public async Task<string?> RunAsync(Guid id, string? password, CancellationToken cancel)
    {
        var user = await db.Users.FindAsync([id], cancel) ?? throw new NotFoundException(nameof(User), id);
        var madeUp = string.IsNullOrEmpty(password) ? InitialPassword.New() : null;
        foreach (var validator in users.PasswordValidators)
            (await validator.ValidateAsync(users, user, madeUp ?? password)).OrRefuse(user.UserName!);

        user.PasswordHash = users.PasswordHasher.HashPassword(user, madeUp ?? password!);
        (user.LockoutEnd, user.AccessFailedCount) = (null, 0);
        db.Note("password-reset", nameof(User), user.Id.ToString(), user.DisplayName);
        // Another security stamp ends every session; it saves everything above along with it.
        (await users.UpdateSecurityStampAsync(user)).OrRefuse(user.UserName!);
        await people.ReloadAsync(cancel);
        return madeUp;
    }
}

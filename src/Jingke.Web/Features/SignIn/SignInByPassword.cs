using System.ComponentModel.DataAnnotations;
using Jingke.Domain;
using Jingke.Web.Data;
using Jingke.Web.Data.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Jingke.Web.Features.SignIn;

/// <summary>
/// Signs a person in. Whether a name exists cannot be told from the outside: unknown names get the same answers after the same work.
/// Every outcome is in the audit log.
/// </summary>
internal sealed class SignInByPassword(
    SignInManager<User> signIn,
    UserManager<User> users,
    JingkeDbContext db,
    UnknownNames unknown,
    TimeProvider time
)
{
    // Verified against when there is no such user, so that the answer takes as long.
    private static readonly Lazy<string> SomeHash = new(() => new PasswordHasher<User>().HashPassword(new(), Guid.NewGuid().ToString()));

    public sealed class Input
    {
        [Required(ErrorMessage = "required")]
        public string? UserName { get; set; }

        [Required(ErrorMessage = "required")]
        public string? Password { get; set; }
    }

    /// <summary>Signs the person in.</summary>
    /// <returns>Who signed in.</returns>
    /// <exception cref="RuleException"><c>sign-in.refused</c>, <c>sign-in.locked</c> (minutes left), <c>sign-in.inactive</c></exception>
    public async Task<User> RunAsync(Input input, CancellationToken cancel)
    {
        var name = input.UserName!.Trim();
        if (await users.FindByNameAsync(name) is not { } user)
        {
            await RefuseUnknownAsync(name, input.Password!, cancel);
            throw new RuleException("sign-in.refused");
        }

        var answer = await signIn.CheckPasswordSignInAsync(user, input.Password!, lockoutOnFailure: true);
        if (!answer.Succeeded)
            throw await RefuseAsync(user, answer.IsLockedOut, cancel);
        if (!user.IsActive)
        {
            await NoteAsync("sign-in-refused", user, user.DisplayName, cancel);
            throw new RuleException("sign-in.inactive");
        }

        await NoteAsync("signed-in", user, user.DisplayName, cancel);
        await signIn.SignInAsync(user, new AuthenticationProperties { IsPersistent = true });
        return user;
    }

    private async Task<RuleException> RefuseAsync(User user, bool locked, CancellationToken cancel)
    {
        await NoteAsync(locked ? "locked-out" : "sign-in-failed", user, user.DisplayName, cancel);
        return locked ? Locked(user.LockoutEnd!.Value - time.GetUtcNow()) : new RuleException("sign-in.refused");
    }

    private async Task RefuseUnknownAsync(string name, string password, CancellationToken cancel)
    {
        var (limit, duration) = (users.Options.Lockout.MaxFailedAccessAttempts, users.Options.Lockout.DefaultLockoutTimeSpan);
        var key = users.NormalizeName(name) ?? "";
        var lockedBefore = unknown.LockedSince(key, limit, duration) is not null;
        if (!lockedBefore)
        {
            users.PasswordHasher.VerifyHashedPassword(new(), SomeHash.Value, password);
            unknown.Fail(key, limit);
        }

        var since = unknown.LockedSince(key, limit, duration);
        await NoteAsync(since is null ? "sign-in-failed" : "locked-out", null, name, cancel);
        if (since is { } start)
            throw Locked(start + duration - time.GetUtcNow());
    }

    private static RuleException Locked(TimeSpan left) => new("sign-in.locked", (int)Math.Ceiling(left.TotalMinutes));

    private async Task NoteAsync(string action, User? user, string name, CancellationToken cancel)
    {
        db.Note(action, nameof(User), user?.Id.ToString() ?? "", name.Length > 100 ? name[..100] : name, by: user?.Id);
        await db.SaveChangesAsync(cancel);
    }
}

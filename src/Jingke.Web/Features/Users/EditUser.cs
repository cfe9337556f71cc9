using System.ComponentModel.DataAnnotations;
using Jingke.Domain;
using Jingke.Domain.People;
using Jingke.Web.Data;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Users;

/// <summary>Changes what a colleague is called, does and sees, and whether they may sign in.</summary>
internal sealed class EditUser(JingkeDbContext db, PeopleDirectory people)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "required"), MaxLength(100, ErrorMessage = "too-long:100")]
        public string? DisplayName { get; set; }

        [Required(ErrorMessage = "required")]
        public Role? Role { get; set; }

        [Required(ErrorMessage = "required")]
        public DataScope? Scope { get; set; }

        public long? TeamId { get; set; }

        public string? Language { get; set; }

        public bool IsActive { get; set; }

        /// <summary>The version that was on the screen.</summary>
        public int Version { get; set; }
    }

    /// <summary>The colleague as the form shows them.</summary>
    /// <exception cref="NotFoundException">There is no such colleague.</exception>
    public async Task<(User User, Input Input)> LoadAsync(Guid id, CancellationToken cancel)
    {
        var user =
            await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == id, cancel)
            ?? throw new NotFoundException(nameof(User), id);
        return (
            user,
            new()
            {
                DisplayName = user.DisplayName,
                Role = user.Role,
                Scope = user.Scope,
                TeamId = user.TeamId,
                Language = user.Language,
                IsActive = user.IsActive,
                Version = user.Version,
            }
        );
    }

    /// <summary>Changes the colleague.</summary>
    /// <exception cref="NotFoundException">There is no such colleague.</exception>
    /// <exception cref="RuleException"><c>user.last-administrator</c>, <c>user.team-needed</c></exception>
    /// <exception cref="DbUpdateConcurrencyException">Someone else saved first.</exception>
    public async Task RunAsync(Guid id, Input input, CancellationToken cancel)
    {
        if (input is { Scope: DataScope.Team or DataScope.TeamAndBelow, TeamId: null })
            throw new RuleException("user.team-needed");

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // The stamp's row is the lock: of two administrators who demote each other at once the second sees what the first did.
        await db.RaiseStampAsync(ChangeStamp.People, cancel);
        var user = await db.Users.FindAsync([id], cancel) ?? throw new NotFoundException(nameof(User), id);
        db.Entry(user).Property(each => each.Version).OriginalValue = input.Version;
        Apply(user, input);
        await db.SaveChangesAsync(cancel);
        if (!await db.Users.AnyAsync(each => each.IsActive && each.Role == Role.Administrator, cancel))
            throw new RuleException("user.last-administrator", user.DisplayName);

        await transaction.CommitAsync(cancel);
        await people.ReloadAsync(cancel);
    }

    private static void Apply(User user, Input input)
    {
        // Sessions of a person who was deactivated must not come back to life when they are activated again.
        if (user.IsActive && !input.IsActive)
            user.SecurityStamp = Guid.NewGuid().ToString("N");
        (user.DisplayName, user.Role, user.Scope) = (input.DisplayName!.Trim(), input.Role!.Value, input.Scope!.Value);
        (user.TeamId, user.Language, user.IsActive) = (
            input.TeamId,
            string.IsNullOrEmpty(input.Language) ? null : input.Language,
            input.IsActive
        );
    }
}

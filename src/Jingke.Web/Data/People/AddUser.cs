using System.ComponentModel.DataAnnotations;
using Jingke.Domain;
using Jingke.Domain.Access;
using Jingke.Domain.People;
using Microsoft.AspNetCore.Identity;

namespace Jingke.Web.Data.People;

/// <summary>Adds a colleague, with a password that was typed or with one made up here.</summary>
internal sealed class AddUser(UserManager<User> users, PeopleDirectory people)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "required"), MaxLength(100, ErrorMessage = "too-long:100")]
        public string? DisplayName { get; set; }

        [Required(ErrorMessage = "required"), MaxLength(100, ErrorMessage = "too-long:100")]
        public string? UserName { get; set; }

        [Required(ErrorMessage = "required")]
        public Role? Role { get; set; }

        /// <summary>Null: the usual one of the role.</summary>
        public DataScope? Scope { get; set; }

        public long? TeamId { get; set; }

        /// <summary>Null follows the browser.</summary>
        public string? Language { get; set; }

        /// <summary>Empty: one is made up.</summary>
        public string? Password { get; set; }
    }

    /// <summary>The colleague, and the password that was made up; null when it was typed.</summary>
    public sealed record Added(User User, string? InitialPassword);

    /// <summary>Adds the colleague.</summary>
    /// <exception cref="RuleException"><c>user.name-taken</c>, <c>user.name-blank</c>, <c>user.team-needed</c>, <c>password.*</c></exception>
    public async Task<Added> RunAsync(Input input, CancellationToken cancel)
    {
        var userName = input.UserName!.Trim();
        if (userName.Any(char.IsWhiteSpace))
            throw new RuleException("user.name-blank");

        var role = input.Role!.Value;
        var scope = input.Scope ?? Permissions.DefaultScope(role);
        if (input.TeamId is null && input.Scope is DataScope.Team or DataScope.TeamAndBelow)
            throw new RuleException("user.team-needed");

        var madeUp = string.IsNullOrEmpty(input.Password) ? InitialPassword.New() : null;
        var user = new User
        {
            Id = Guid.NewGuid(),
            UserName = userName,
            DisplayName = input.DisplayName!.Trim(),
            Role = role,
            Scope = scope,
            TeamId = input.TeamId,
            Language = input.Language,
            LockoutEnabled = true,
        };
        (await users.CreateAsync(user, madeUp ?? input.Password!)).OrRefuse(userName);
        await people.ReloadAsync(cancel);
        return new(user, madeUp);
    }
}

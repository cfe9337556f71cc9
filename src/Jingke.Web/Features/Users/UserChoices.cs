using Jingke.Domain.People;
using Jingke.Web.Common;
using Jingke.Web.Data.People;

namespace Jingke.Web.Features.Users;

/// <summary>The choices of the user and team forms, with their words.</summary>
internal static class UserChoices
{
    /// <summary>Roles in the order of the organisation.</summary>
    public static IEnumerable<(string Value, string Text)> Roles => Enum.GetValues<Role>().Select(role => ($"{role}", NameOf(role)));

    /// <summary>Data scopes from the narrowest to the widest.</summary>
    public static IEnumerable<(string Value, string Text)> Scopes =>
        Enum.GetValues<DataScope>().Select(scope => ($"{scope}", NameOf(scope)));

    /// <summary>Teams in the order of the tree, indented by depth.</summary>
    /// <param name="people">The people as they are now.</param>
    /// <param name="without">A team that is left out together with everything below it.</param>
    public static IEnumerable<(string Value, string Text)> Teams(PeopleDirectory.Snapshot people, long? without = null)
    {
        HashSet<long> hidden = without is { } id ? [.. people.TeamAndBelow(id)] : [];
        return people
            .Teams.Where(team => !hidden.Contains(team.Id))
            .Select(team => ($"{team.Id}", new string('\u3000', team.Depth) + team.Name));
    }

    /// <summary>What a role is called.</summary>
    public static string NameOf(Role role) => CommonTexts.Get($"Role.{role}");

    /// <summary>What a data scope is called.</summary>
    public static string NameOf(DataScope scope) => CommonTexts.Get($"Scope.{scope}");
}

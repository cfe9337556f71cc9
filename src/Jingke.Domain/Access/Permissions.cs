using System.Collections.Frozen;
using Jingke.Domain.People;

namespace Jingke.Domain.Access;

/// <summary>Which role may do what, and what a role sees when nothing else is set. The only place that knows.</summary>
public static class Permissions
{
    private static readonly FrozenDictionary<Role, FrozenSet<Permission>> ByRole = new Dictionary<Role, Permission[]>
    {
        [Role.Rep] =
        [
            Permission.SeeAccounts,
            Permission.EditAccounts,
            Permission.Analyse,
            Permission.Export,
            Permission.RevealPersonalData,
        ],
        [Role.Supervisor] =
        [
            Permission.SeeAccounts,
            Permission.EditAccounts,
            Permission.AssignAccounts,
            Permission.DeleteAccounts,
            Permission.Analyse,
            Permission.Export,
            Permission.RevealPersonalData,
        ],
        [Role.Manager] =
        [
            Permission.SeeAccounts,
            Permission.EditAccounts,
            Permission.AssignAccounts,
            Permission.DeleteAccounts,
            Permission.Analyse,
            Permission.Export,
            Permission.Import,
            Permission.ImportEverything,
            Permission.EditRules,
            Permission.RevealPersonalData,
            Permission.ErasePersonalData,
        ],
        [Role.Executive] =
        [
            Permission.SeeAccounts,
            Permission.Analyse,
            Permission.Export,
            Permission.EditRules,
            Permission.SeeAudit,
            Permission.RevealPersonalData,
        ],
        [Role.Finance] = [Permission.SeeAccounts, Permission.Analyse, Permission.Export, Permission.Import, Permission.DecideCredit],
        [Role.Administrator] = Enum.GetValues<Permission>(),
    }.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenSet());

    /// <summary>Whether a role may do something.</summary>
    public static bool Allows(Role role, Permission permission) => ByRole[role].Contains(permission);

    /// <summary>Everything a role may do.</summary>
    public static IReadOnlySet<Permission> Of(Role role) => ByRole[role];

    /// <summary>The data scope that a role starts with; an administrator can set another for each user.</summary>
    public static DataScope DefaultScope(Role role) =>
        role switch
        {
            Role.Rep => DataScope.Own,
            Role.Supervisor => DataScope.Team,
            Role.Manager => DataScope.TeamAndBelow,
            _ => DataScope.All,
        };
}

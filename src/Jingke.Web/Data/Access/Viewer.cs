using Jingke.Domain.Access;
using Jingke.Domain.People;

namespace Jingke.Web.Data.Access;

/// <summary>Who is looking, and how far they may look. The data scope is decided here and nowhere else.</summary>
/// <param name="UserId">The person; null for the system.</param>
/// <param name="Role">What the person does.</param>
/// <param name="Scope">Whose accounts the person sees.</param>
/// <param name="TeamIds">Teams whose accounts the person sees besides their own; empty for scope Own and All.</param>
public sealed record Viewer(Guid? UserId, Role Role, DataScope Scope, IReadOnlyList<long> TeamIds)
{
    /// <summary>Sees nothing and may do nothing: what a context has until someone says who is looking.</summary>
    public static Viewer Nobody { get; } = new(Guid.Empty, Role.Rep, DataScope.Own, []);

    /// <summary>The product itself at work: jobs, imports, the command line.</summary>
    public static Viewer System { get; } = new(null, Role.Administrator, DataScope.All, []);

    /// <summary>Whether every account is in scope.</summary>
    public bool SeesAll => Scope == DataScope.All;

    /// <summary>Whether the person may do something.</summary>
    public bool May(Permission permission) => Permissions.Allows(Role, permission) && this != Nobody;

    /// <summary>Key under which results that depend only on the scope can be shared between viewers.</summary>
    public string ScopeKey => SeesAll ? "all" : $"{UserId}:{string.Join(',', TeamIds)}";
}

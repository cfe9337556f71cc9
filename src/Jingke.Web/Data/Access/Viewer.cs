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
    /// <summary>Accounts that were shared with the person; empty for scope All.</summary>
    public IReadOnlyList<long> SharedAccountIds { get; init; } = [];

    /// <summary>Those of <see cref="SharedAccountIds"/> that the person may also change.</summary>
    public IReadOnlyList<long> EditableSharedIds { get; init; } = [];

    /// <summary>Sees nothing and may do nothing: what a context has until someone says who is looking.</summary>
    public static Viewer Nobody { get; } = new(Guid.Empty, Role.Rep, DataScope.Own, []);

    /// <summary>The product itself at work: jobs, imports, the command line.</summary>
    public static Viewer System { get; } = new(null, Role.Administrator, DataScope.All, []);

    /// <summary>Whether every account is in scope.</summary>
    public bool SeesAll => Scope == DataScope.All;

    /// <summary>
    /// Whether accounts are in scope for the sake of their owner. With <see cref="SeesTeam"/> and <see cref="SharedAccountIds"/> it is the
    /// rule for columns in memory; the database's filter 'Scope' says the same in SQL.
    /// </summary>
    public bool SeesOwner(Guid? owner) => SeesAll || owner is not null && owner == UserId;

    /// <summary>Whether accounts are in scope for the sake of their team.</summary>
    public bool SeesTeam(long? team) => SeesAll || team is { } id && TeamIds.Contains(id);

    /// <summary>Whether the person may do something.</summary>
    public bool May(Permission permission) => Permissions.Allows(Role, permission) && this != Nobody;

    /// <summary>The same person with the whole company in sight: for acts whose reach is limited by other means, such as one's own bulk act.</summary>
    internal Viewer Everywhere() => this with { Scope = DataScope.All, TeamIds = [], SharedAccountIds = [], EditableSharedIds = [] };

    /// <summary>Key under which results that depend only on the scope can be shared between viewers.</summary>
    public string ScopeKey => SeesAll ? "all" : $"{UserId}:{string.Join(',', TeamIds)}:{string.Join(',', SharedAccountIds)}";
}

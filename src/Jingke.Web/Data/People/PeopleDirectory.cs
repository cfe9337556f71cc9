using System.Collections.Frozen;
using Jingke.Domain.People;
using Jingke.Web.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data.People;

/// <summary>
/// Everyone who works here, the team tree and who was shown which account, held in memory: each request asks who may see what,
/// and there are hundreds of people, not millions. Reloaded whenever a user, a team or a share changes.
/// </summary>
public sealed class PeopleDirectory(JingkeDbFactory factory) : IDisposable
{
    private readonly SemaphoreSlim reloading = new(1, 1);
    private Snapshot current = Snapshot.Empty;

    /// <summary>The people as they are now.</summary>
    public Snapshot Current => Volatile.Read(ref current);

    /// <summary>A person.</summary>
    public sealed record Person(
        Guid Id,
        string UserName,
        string Name,
        Role Role,
        DataScope Scope,
        long? TeamId,
        string? Language,
        bool IsActive
    )
    {
        /// <summary>Changes with the password; a session made under another stamp has ended.</summary>
        internal string SecurityStamp { get; init; } = "";
    }

    /// <summary>A team with its depth in the tree, 0 at the top.</summary>
    public sealed record TeamNode(long Id, string Name, long? ParentId, int Depth);

    /// <summary>An account that was shown to a person, and whether they may change it.</summary>
    internal readonly record struct Shared(long AccountId, bool MayEdit);

    /// <summary>Reads people and teams again and swaps them in.</summary>
    public async Task ReloadAsync(CancellationToken cancel)
    {
        // One after the other: a slower reload must not put older people in the place of newer ones.
        await reloading.WaitAsync(cancel);
        try
        {
            await using var db = factory.CreateForSystem();
            var people = await db
                .Users.AsNoTracking()
                .OrderBy(user => user.DisplayName)
                .ThenBy(user => user.Id)
                .Select(user => new Person(
                    user.Id,
                    user.UserName!,
                    user.DisplayName,
                    user.Role,
                    user.Scope,
                    user.TeamId,
                    user.Language,
                    user.IsActive
                )
                {
                    SecurityStamp = user.SecurityStamp ?? "",
                })
                .ToListAsync(cancel);
            var teams = await db.Teams.AsNoTracking().OrderBy(team => team.Name).ThenBy(team => team.Id).ToListAsync(cancel);
            var shares = await db
                .AccountShares.AsNoTracking()
                .OrderBy(share => share.AccountId)
                .Select(share => new { share.UserId, Share = new Shared(share.AccountId, share.MayEdit) })
                .ToListAsync(cancel);
            Volatile.Write(ref current, new Snapshot(people, teams, shares.ToLookup(share => share.UserId, share => share.Share)));
        }
        finally
        {
            reloading.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => reloading.Dispose();

    /// <summary>People and teams at one moment; immutable.</summary>
    public sealed class Snapshot
    {
        internal static readonly Snapshot Empty = new([], [], Array.Empty<Shared>().ToLookup(_ => Guid.Empty));
        private readonly FrozenDictionary<Guid, Person> byId;
        private readonly FrozenDictionary<long, TeamNode> teamById;
        private readonly ILookup<long, long> children;
        private readonly ILookup<Guid, Shared> shares;

        internal Snapshot(IReadOnlyList<Person> people, IReadOnlyList<Team> teams, ILookup<Guid, Shared> shares)
        {
            this.shares = shares;
            People = people;
            HasAdministrator = people.Any(person => person is { IsActive: true, Role: Role.Administrator });
            byId = people.ToFrozenDictionary(person => person.Id);
            children = teams.Where(team => team.ParentId is not null).ToLookup(team => team.ParentId!.Value, team => team.Id);

            var ordered = new List<TeamNode>(teams.Count);
            var byParent = teams.ToLookup(team => team.ParentId ?? 0);
            Add(0, 0);
            Teams = ordered;
            teamById = ordered.ToFrozenDictionary(team => team.Id);

            void Add(long parent, int depth)
            {
                foreach (var team in byParent[parent])
                {
                    ordered.Add(new(team.Id, team.Name, team.ParentId, depth));
                    Add(team.Id, depth + 1);
                }
            }
        }

        /// <summary>Whether somebody can look after the product; false only before the set-up.</summary>
        public bool HasAdministrator { get; }

        /// <summary>Everyone, by name, those included who may no longer sign in.</summary>
        public IReadOnlyList<Person> People { get; }

        /// <summary>All teams in the order of the tree.</summary>
        public IReadOnlyList<TeamNode> Teams { get; }

        /// <summary>The person with an identifier, or null.</summary>
        public Person? Find(Guid? id) => id is { } known && byId.TryGetValue(known, out var person) ? person : null;

        /// <summary>The team with an identifier, or null.</summary>
        public TeamNode? FindTeam(long? id) => id is { } known && teamById.TryGetValue(known, out var team) ? team : null;

        /// <summary>A team and every team below it.</summary>
        public IReadOnlyList<long> TeamAndBelow(long teamId)
        {
            var found = new List<long> { teamId };
            for (var next = 0; next < found.Count; next++)
                found.AddRange(children[found[next]]);
            return found;
        }

        /// <summary>How far a person may look.</summary>
        public Viewer ViewerOf(Person person) =>
            new(
                person.Id,
                person.Role,
                person.Scope,
                (person.Scope, person.TeamId) switch
                {
                    (DataScope.Team, { } team) => [team],
                    (DataScope.TeamAndBelow, { } team) => TeamAndBelow(team),
                    _ => [],
                }
            )
            {
                SharedAccountIds = person.Scope == DataScope.All ? [] : [.. shares[person.Id].Select(share => share.AccountId)],
                EditableSharedIds =
                    person.Scope == DataScope.All
                        ? []
                        : [.. shares[person.Id].Where(share => share.MayEdit).Select(share => share.AccountId)],
            };
    }
}

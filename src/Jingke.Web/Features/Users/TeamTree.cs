using Jingke.Web.Data;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Users;

/// <summary>All teams in the order of the tree, with how many people and accounts each has.</summary>
internal sealed class TeamTree(JingkeDbFactory factory, PeopleDirectory people)
{
    /// <summary>A team of the tree.</summary>
    /// <param name="Team">The team with its depth.</param>
    /// <param name="People">Colleagues in the team itself.</param>
    /// <param name="Accounts">Accounts of the team itself, the recycle bin included.</param>
    /// <param name="Version">Concurrency token.</param>
    public sealed record Row(PeopleDirectory.TeamNode Team, int People, int Accounts, int Version);

    public async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancel)
    {
        // Counted for the whole company, also where the administrator's own scope is limited: these counts decide what can be deleted.
        await using var db = factory.CreateForSystem();
        var members = await db
            .Users.Where(user => user.TeamId != null)
            .GroupBy(user => user.TeamId!.Value)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        var accounts = await db
            .Accounts.IgnoreQueryFilters([JingkeDbContext.BinFilter])
            .Where(account => account.TeamId != null)
            .GroupBy(account => account.TeamId!.Value)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        var versions = await db.Teams.ToDictionaryAsync(team => team.Id, team => team.Version, cancel);
        return
        [
            .. people
                .Current.Teams.Where(team => versions.ContainsKey(team.Id))
                .Select(team => new Row(team, members.GetValueOrDefault(team.Id), accounts.GetValueOrDefault(team.Id), versions[team.Id])),
        ];
    }
}

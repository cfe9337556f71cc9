using Jingke.Domain;
using Jingke.Domain.People;
using Jingke.Web.Data;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Users;

/// <summary>Removes a team that nobody and nothing belongs to.</summary>
internal sealed class RemoveTeam(JingkeDbContext db, JingkeDbFactory factory, PeopleDirectory people)
{
    /// <summary>Removes the team.</summary>
    /// <returns>The name it had.</returns>
    /// <exception cref="NotFoundException">There is no such team.</exception>
    /// <exception cref="RuleException"><c>team.not-empty</c></exception>
    public async Task<string> RunAsync(long id, CancellationToken cancel)
    {
        var team = await db.Teams.FindAsync([id], cancel) ?? throw new NotFoundException(nameof(Team), id);
        // Counted beyond the administrator's own scope, and in the recycle bin too: what lies there may come back.
        await using var whole = factory.CreateForSystem();
        var members = await whole.Users.CountAsync(user => user.TeamId == id, cancel);
        var below = await whole.Teams.CountAsync(each => each.ParentId == id, cancel);
        var accounts = await whole
            .Accounts.IgnoreQueryFilters([JingkeDbContext.BinFilter])
            .CountAsync(account => account.TeamId == id, cancel);
        if (members + below + accounts > 0)
            throw new RuleException("team.not-empty", team.Name, members, below, accounts);

        db.Teams.Remove(team);
        await db.SaveChangesAsync(cancel);
        await people.ReloadAsync(cancel);
        return team.Name;
    }
}

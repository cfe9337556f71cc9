using Jingke.Domain.Access;
using Jingke.Domain.People;
using Jingke.Web.Data;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.SampleData;

/// <summary>Adds teams and colleagues of the sample company. They have no password, so none of them can sign in.</summary>
internal static class SamplePeople
{
    /// <summary>Adds them and notes their identifiers.</summary>
    public static async Task AddAsync(JingkeDbContext db, SampleCompany company, SampleIds ids, CancellationToken cancel)
    {
        // Each team is saved before those below it, which need its identifier.
        foreach (var each in company.Teams)
        {
            var team = new Team(each.Name, each.Parent is null ? null : ids.Teams[each.Parent]) { IsSample = true };
            db.Teams.Add(team);
            await db.SaveChangesAsync(cancel);
            ids.Teams[each.Name] = team.Id;
        }

        var taken = await db.Users.Select(user => user.NormalizedUserName!).ToHashSetAsync(cancel);
        foreach (var person in company.People)
        {
            var user = UserOf(person, Free(person.UserName, taken), person.Team is null ? null : ids.Teams[person.Team]);
            db.Users.Add(user);
            ids.Users[person.UserName] = user.Id;
        }
        await db.SaveChangesAsync(cancel);
    }

    private static User UserOf(SamplePerson person, string userName, long? team) =>
        new()
        {
            Id = Guid.NewGuid(),
            UserName = userName,
            NormalizedUserName = userName.ToUpperInvariant(),
            DisplayName = person.Name,
            Role = person.Role,
            Scope = Permissions.DefaultScope(person.Role),
            TeamId = team,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            LockoutEnabled = true,
            IsSample = true,
        };

    // Someone real may have the name.
    private static string Free(string userName, HashSet<string> taken)
    {
        var free = userName;
        for (var next = 2; !taken.Add(free.ToUpperInvariant()); next++)
            free = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{userName}{next}");
        return free;
    }
}

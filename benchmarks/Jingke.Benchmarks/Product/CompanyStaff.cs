using Jingke.Domain.Access;
using Jingke.Domain.People;
using Jingke.Web.Data.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Jingke.Benchmarks.Product;

/// <summary>The people of the generated company: a manager, six teams under one, each with a supervisor and eight reps.</summary>
internal static class CompanyStaff
{
    public const string Manager = "manager";
    public const string Supervisor = "supervisor-1";

    private const int Teams = 6;
    private const int RepsPerTeam = 8;

    /// <summary>A rep and their team.</summary>
    internal readonly record struct Rep(Guid Id, long TeamId);

    /// <summary>Hires everybody.</summary>
    /// <returns>The reps, to whom accounts belong.</returns>
    public static async Task<Rep[]> HireAsync(Host host)
    {
        await using var scope = host.Scope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        await using var db = host.Db();
        var sales = new Team("销售部");
        db.Add(sales);
        await db.SaveChangesAsync();
        var teams = Enumerable.Range(1, Teams).Select(number => new Team($"销售{number}部", sales.Id)).ToArray();
        db.AddRange(teams);
        await db.SaveChangesAsync();

        await AddAsync(users, Manager, Role.Manager, sales.Id);
        var reps = new List<Rep>();
        for (var team = 0; team < teams.Length; team++)
        {
            await AddAsync(users, $"supervisor-{team + 1}", Role.Supervisor, teams[team].Id);
            for (var rep = 1; rep <= RepsPerTeam; rep++)
                reps.Add(new(await AddAsync(users, $"rep-{team + 1}-{rep}", Role.Rep, teams[team].Id), teams[team].Id));
        }

        return [.. reps];
    }

    private static async Task<Guid> AddAsync(UserManager<User> users, string name, Role role, long team)
    {
        var user = new User
        {
            Id = Guid.NewGuid(),
            UserName = name,
            DisplayName = name,
            Role = role,
            Scope = Permissions.DefaultScope(role),
            TeamId = team,
        };
        // Without a password: nobody signs in with one here, and hashing sixty takes longer than all else.
        var made = await users.CreateAsync(user);
        return made.Succeeded
            ? user.Id
            : throw new InvalidOperationException(string.Join("; ", made.Errors.Select(error => error.Description)));
    }
}

using System.Net;
using System.Text;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Web.Data.People;
using Xunit;

namespace Jingke.Tests.Access;

/// <summary>What belongs to another team stays there: in lists, searches, analyses, exports, by guessed addresses, and for changes.</summary>
public sealed class OtherTeamsTests
{
    /// <summary>Texts that only the other team's account has. None of them is ever sent in a request.</summary>
    private static readonly string[] Secrets = ["绝密客户", "SECRET-", "机密联系人", "ORDER-"];

    [Theory, EachDatabase]
    public async Task Nobody_sees_anything_of_an_account_of_another_team(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var planted = await PlantedCompany.PlantAsync(app);

        foreach (
            var (role, scope) in (Viewers[])
                [new(Role.Rep, DataScope.Own), new(Role.Supervisor, DataScope.Team), new(Role.Manager, DataScope.TeamAndBelow)]
        )
        {
            var user = await app.GivenUserAsync(role, $"north-{role}", planted.North, scope);
            await PlantedCompany.AssignOneAsync(app, user, planted.North);
            using var client = await app.SignedInAsync(user);

            Assert.Empty(await LeaksAsync(app, client, planted));
        }
    }

    [Theory, EachDatabase]
    public async Task Who_sees_everything_finds_the_account_in_all_the_places_where_others_do_not(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var planted = await PlantedCompany.PlantAsync(app);
        using var keeper = await app.SignedInAsync(Role.Administrator);

        // Without this the test above could not fail.
        var seen = (await LeaksAsync(app, keeper, planted)).Select(leak => leak.Split('?')[0].Split(' ')[1]).ToHashSet();

        foreach (
            var place in (string[])
                [
                    "/accounts",
                    $"/accounts/{planted.Account}",
                    $"/accounts/{planted.Account}/edit",
                    $"/accounts/{planted.Account}/orders/export",
                    $"/accounts/{planted.Account}/follow-ups/export",
                    "/accounts/export",
                    "/key-accounts",
                    "/key-accounts/export",
                    $"/key-accounts/files/{planted.Account}",
                    $"/api/key-accounts/files/{planted.Account}",
                    "/search",
                    "/search/found",
                    "/analysis/accounts",
                    "/analysis/accounts/export",
                    "/analysis/forecast",
                    "/analysis/forecast/export",
                    "/analysis/forecast/accounts",
                    "/analysis/forecast/accounts/export",
                    "/churn/accounts",
                    "/churn/accounts/export",
                    "/credit",
                    "/credit/export",
                    $"/accounts/{planted.Account}/credit",
                    $"/accounts/{planted.Account}/credit/investigate",
                    $"/accounts/{planted.Account}/credit/decide",
                    "/api/accounts",
                    $"/api/accounts/{planted.Account}",
                    $"/api/accounts/{planted.Account}/follow-ups",
                    "/api/key-accounts",
                    "/api/analysis/accounts",
                    "/api/analysis/forecast",
                    "/api/analysis/forecast/accounts",
                    "/api/churn/accounts",
                    "/api/credit",
                ]
        )
            Assert.Contains(place, seen);
    }

    [Theory, EachDatabase]
    public async Task Nobody_changes_an_account_of_another_team(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var planted = await PlantedCompany.PlantAsync(app);
        var before = await PlantedCompany.StateAsync(app);
        var user = await app.GivenUserAsync(Role.Supervisor, "north", planted.North, DataScope.Team);
        using var client = await app.SignedInAsync(user);
        var tried = 0;

        foreach (
            var route in Route.AllOf(app).Where(route => route is { Method: "POST", IsAnonymous: false } && route.Allows(Role.Supervisor))
        )
        {
            if (route.Pattern is "/sign-out" or "/password")
                continue;
            using var answer = await JingkeApp.PostFormAsync(
                client,
                "/password",
                Fields(planted, user),
                route.Path(Walk.ValuesOf(planted, planted.Account, "province"))
            );
            Assert.True((int)answer.StatusCode < 500, $"{route}: {(int)answer.StatusCode}");
            tried++;
        }
        using var put = await client.PutAsync(
            $"/api/accounts/{planted.Account}",
            new StringContent("""{"name":"Taken","version":0}""", Encoding.UTF8, "application/json"),
            TestContext.Current.CancellationToken
        );

        Assert.True(tried >= 8, $"only {tried} routes were tried");
        Assert.Equal(HttpStatusCode.NotFound, put.StatusCode);
        Assert.Equal(before, await PlantedCompany.StateAsync(app));
    }

    private sealed record Viewers(Role Role, DataScope Scope);

    private static async Task<List<string>> LeaksAsync(JingkeApp app, HttpClient client, PlantedCompany planted)
    {
        var leaks = new List<string>();
        await foreach (var (address, text) in Walk.AnswersAsync(app, client, planted, Queries(planted)))
            if (Secrets.FirstOrDefault(secret => text.Contains(secret, StringComparison.Ordinal)) is { } secret)
                leaks.Add($"{address} tells {secret}");
        return leaks;
    }

    // Names that filters may have, all at once: a route ignores those it does not know.
    private static IReadOnlyList<string> Queries(PlantedCompany planted) =>
        [
            "",
            "?q=7731",
            $"?search=7731&size=100&account={planted.Account}&id={planted.Account}&owner={planted.Owner}&team={planted.South}&format=csv",
        ];

    private static IEnumerable<KeyValuePair<string, string>> Fields(PlantedCompany planted, User user) =>
        [
            new("id", $"{planted.Account}"),
            new("ids", $"{planted.Account}"),
            new("account", $"{planted.Account}"),
            new("accountId", $"{planted.Account}"),
            new("owner", $"{user.Id}"),
            new("ownerId", $"{user.Id}"),
            new("team", $"{planted.North}"),
            new("name", "Taken"),
            new("Input.Name", "Taken"),
            new("Input.OwnerId", $"{user.Id}"),
            new("Input.Version", "0"),
            new("version", "0"),
            new("query", ""),
        ];
}

using System.Net;
using System.Text;
using Jingke.Domain.Access;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Xunit;

namespace Jingke.Tests.Access;

/// <summary>Every route as every role, against the table of permissions.</summary>
public sealed class EveryRouteTests
{
    /// <summary>The only routes without a policy. Nothing else opens to strangers without being named here.</summary>
    private static readonly string[] OpenToStrangers =
    [
        "/preferences/language",
        "/preferences/theme",
        "/set-up",
        "/set-up-needed",
        "/sign-in",
    ];

    private static readonly Dictionary<string, string> Values = new()
    {
        ["long"] = "987654",
        ["int"] = "7",
        ["guid"] = "00000000-0000-0000-0000-000000000007",
        [""] = "province",
    };

    [Fact]
    public async Task Every_route_names_its_policy_or_is_on_the_list_of_open_ones()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);

        var routes = Route.AllOf(app);

        Assert.True(routes.Count > 60, $"only {routes.Count} routes");
        Assert.Equal(
            OpenToStrangers,
            routes.Where(route => route.IsAnonymous).Select(route => route.Pattern).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.All(
            routes.Where(route => !route.IsAnonymous),
            route =>
            {
                Assert.True(route.Policies.Count > 0, $"{route} names no policy");
                Assert.All(
                    route.Policies,
                    policy =>
                        Assert.True(
                            policy == Web.Data.Access.Policies.SignedIn || Enum.TryParse<Permission>(policy, out _),
                            $"{route} asks for '{policy}', which is no permission"
                        )
                );
            }
        );
    }

    [Fact]
    public async Task A_stranger_is_sent_to_sign_in_from_everywhere_else()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        await app.GivenUserAsync(Role.Administrator);
        using var stranger = app.NewClient();
        var wrong = new List<string>();

        foreach (var route in Route.AllOf(app))
        {
            using var answer = await SendAsync(stranger, route);
            var asked =
                answer.StatusCode == HttpStatusCode.Unauthorized
                || answer.Headers.Location?.ToString().Contains("/sign-in", StringComparison.Ordinal) == true;
            if (asked == route.IsAnonymous || (int)answer.StatusCode >= 500)
                wrong.Add($"{route}: {(int)answer.StatusCode}");
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData(Role.Rep)]
    [InlineData(Role.Supervisor)]
    [InlineData(Role.Manager)]
    [InlineData(Role.Executive)]
    [InlineData(Role.Finance)]
    [InlineData(Role.Administrator)]
    public async Task A_role_gets_exactly_what_its_permissions_say(Role role)
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        await app.GivenUserAsync(Role.Administrator);
        using var client = await app.SignedInAsync(role);
        var wrong = new List<string>();

        foreach (var route in Route.AllOf(app))
        {
            using var answer = await SendAsync(client, route);
            if (Complaint(route, role, answer) is { } complaint)
                wrong.Add($"{route}: {(int)answer.StatusCode}, {complaint}");
        }

        Assert.Empty(wrong);
    }

    private static string? Complaint(Route route, Role role, HttpResponseMessage answer)
    {
        var status = answer.StatusCode;
        if ((int)status >= 500)
            return "a mistake of ours";
        if (!route.Allows(role))
            return status == HttpStatusCode.Forbidden ? null : $"must be closed to {role}";
        if (status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            return $"must be open to {role}";
        // Without its token a form is refused, whoever sends it: nothing of the request is carried out.
        return route is { Method: "POST", NeedsToken: true } && status != HttpStatusCode.BadRequest ? "carried out without a token" : null;
    }

    [Fact]
    public async Task Every_change_by_form_asks_for_a_token()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);

        // The upload reads its token by itself, before it takes the file; the API takes JSON, which no foreign form can send.
        var without = Route.AllOf(app).Where(route => route.Method != "GET" && !route.NeedsToken).Select(route => route.Pattern).Distinct();

        Assert.All(
            without,
            pattern => Assert.True(pattern == "/imports/upload" || pattern.StartsWith("/api/", StringComparison.Ordinal), pattern)
        );
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, Route route)
    {
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), route.Path(Values));
        if (route.Method != "GET")
            request.Content = route.Pattern.StartsWith("/api/", StringComparison.Ordinal)
                ? new StringContent("{}", Encoding.UTF8, "application/json")
                : new FormUrlEncodedContent([]);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}

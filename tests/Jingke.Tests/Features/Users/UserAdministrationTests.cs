using System.Net;
using System.Text.RegularExpressions;
using Jingke.Domain.Accounts;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.Tests.Features.Users;

public sealed partial class UserAdministrationTests
{
    [Theory, EachDatabase]
    public async Task A_colleague_is_added_with_a_password_that_is_shown_once_and_works(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);

        var added = await keeper.SendAsync("/settings/users/new", "new-user", ("DisplayName", "李芳"), ("UserName", "li"), ("Role", "Rep"));
        var first = WebUtility.HtmlDecode(await keeper.GetStringAsync("/settings/users", TestContext.Current.CancellationToken));
        var second = await keeper.GetStringAsync("/settings/users", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.SeeOther, added.StatusCode);
        var password = Code().Match(first).Groups[1].Value;
        Assert.Matches("^[a-z2-9]{4}(-[a-z2-9]{4}){3}$", password);
        Assert.DoesNotContain(password, second, StringComparison.Ordinal);
        using var li = app.NewClient();
        var signIn = await li.SendAsync("/sign-in", "sign-in", ("UserName", "li"), ("Password", password));
        Assert.Equal(HttpStatusCode.SeeOther, signIn.StatusCode);
    }

    [Theory, EachDatabase]
    public async Task A_taken_user_name_is_refused_beside_the_field(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);
        await app.GivenUserAsync(Role.Rep, "li");

        var answer = await keeper.SendAsync(
            "/settings/users/new",
            "new-user",
            ("DisplayName", "李芳"),
            ("UserName", "LI"),
            ("Role", "Rep")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Matches("Input-UserName-problem[^<]*\">用户名“LI”已经有人用了", await answer.TextAsync());
    }

    [Theory, EachDatabase]
    public async Task The_last_administrator_stays_one(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var only = await app.GivenUserAsync(Role.Administrator, "only");
        using var keeper = await app.SignedInAsync(only);

        var demoted = await keeper.SendAsync($"/settings/users/{only.Id}", "user", Fields(only, role: "Rep"));
        var deactivated = await keeper.SendAsync($"/settings/users/{only.Id}", "user", Fields(only, active: false));

        Assert.Contains("最后一位管理员", await demoted.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("最后一位管理员", await deactivated.TextAsync(), StringComparison.Ordinal);
        var now = await app.WithDbAsync(db => db.Users.SingleAsync());
        Assert.Equal((Role.Administrator, true), (now.Role, now.IsActive));
    }

    [Theory, EachDatabase]
    public async Task Two_administrators_who_demote_each_other_at_once_leave_one(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var (one, two) = (await app.GivenUserAsync(Role.Administrator, "one"), await app.GivenUserAsync(Role.Administrator, "two"));
        using var first = await app.SignedInAsync(one);
        using var second = await app.SignedInAsync(two);

        await Task.WhenAll(
            first.SendAsync($"/settings/users/{two.Id}", "user", Fields(two, role: "Rep")),
            second.SendAsync($"/settings/users/{one.Id}", "user", Fields(one, role: "Rep"))
        );

        Assert.Equal(1, await app.WithDbAsync(db => db.Users.CountAsync(user => user.Role == Role.Administrator)));
    }

    [Theory, EachDatabase]
    public async Task The_second_of_two_edits_sees_what_the_first_one_saved(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);
        var rep = await app.GivenUserAsync(Role.Rep, "李芳");

        await keeper.SendAsync($"/settings/users/{rep.Id}", "user", Fields(rep, name: "李芳芳"));
        var conflict = await keeper.SendAsync($"/settings/users/{rep.Id}", "user", Fields(rep, name: "李小芳"));
        var text = await conflict.TextAsync();
        var again = await keeper.SendAsync($"/settings/users/{rep.Id}", "user", Fields(rep, name: "李小芳", version: rep.Version + 1));

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        Assert.Contains("对方改成了：李芳芳", text, StringComparison.Ordinal);
        Assert.Contains("value=\"李小芳\"", text, StringComparison.Ordinal);
        Assert.Contains($"name=\"Input.Version\" value=\"{rep.Version + 1}\"", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        Assert.Equal("李小芳", app.Services.GetRequiredService<PeopleDirectory>().Current.Find(rep.Id)!.Name);
    }

    [Theory, EachDatabase]
    public async Task A_reset_password_lifts_the_lock_and_ends_sessions(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);
        var rep = await app.GivenUserAsync(Role.Rep, "li");
        using var session = await app.SignedInAsync(rep);
        using var client = app.NewClient();
        for (var each = 0; each < 5; each++)
            await client.SendAsync("/sign-in", "sign-in", ("UserName", "li"), ("Password", "wrong password"));

        await keeper.SendAsync($"/settings/users/{rep.Id}", "reset", ("Password.Password", "another good one"));
        var signIn = await client.SendAsync("/sign-in", "sign-in", ("UserName", "li"), ("Password", "another good one"));

        Assert.Equal(HttpStatusCode.SeeOther, signIn.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await session.GetAsync("/password", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task Teams_form_a_tree_that_has_no_rings(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);
        await keeper.SendAsync("/settings/teams", "new-team", ("Name", "全国"));
        var top = TeamOf(app, "全国");
        await keeper.SendAsync("/settings/teams", "new-team", ("Name", "华东"), ("ParentId", $"{top.Id}"));
        var east = TeamOf(app, "华东");

        var twice = await keeper.SendAsync("/settings/teams", "new-team", ("Name", "华东"), ("ParentId", $"{top.Id}"));
        var ring = await keeper.SendAsync(
            $"/settings/teams/{top.Id}",
            "team",
            ("Name", "全国"),
            ("ParentId", $"{east.Id}"),
            ("Version", "0")
        );

        Assert.Equal(1, east.Depth);
        Assert.Contains("已经有团队“华东”", await twice.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("不能放到自己或自己的下级团队下面", await ring.TextAsync(), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_team_is_deleted_only_when_nothing_belongs_to_it(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);
        await keeper.SendAsync("/settings/teams", "new-team", ("Name", "华东"));
        var team = TeamOf(app, "华东");
        await app.WithDbAsync(async db =>
        {
            var account = new Account(AccountKind.Company, "在回收站", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            account.AssignTo(null, team.Id, account.CreatedAt);
            account.Delete(account.CreatedAt, null);
            db.Add(account);
            await db.SaveChangesAsync();
        });

        var refused = await JingkeApp.PostFormAsync(keeper, $"/settings/teams/{team.Id}", [], $"/settings/teams/{team.Id}/remove");
        await app.WithDbAsync(db =>
            db.Accounts.IgnoreQueryFilters().ExecuteUpdateAsync(set => set.SetProperty(each => each.TeamId, (long?)null))
        );
        var removed = await JingkeApp.PostFormAsync(keeper, $"/settings/teams/{team.Id}", [], $"/settings/teams/{team.Id}/remove");

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("有 0 位成员、0 个下级团队、1 个客户", await refused.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, removed.StatusCode);
        Assert.Null(app.Services.GetRequiredService<PeopleDirectory>().Current.FindTeam(team.Id));
    }

    private static PeopleDirectory.TeamNode TeamOf(JingkeApp app, string name) =>
        app.Services.GetRequiredService<PeopleDirectory>().Current.Teams.Single(team => team.Name == name);

    private static IEnumerable<(string, string)> Fields(
        User user,
        string? name = null,
        string? role = null,
        bool active = true,
        int? version = null
    )
    {
        yield return ("DisplayName", name ?? user.DisplayName);
        yield return ("Role", role ?? $"{user.Role}");
        yield return ("Scope", $"{user.Scope}");
        yield return ("Version", $"{version ?? user.Version}");
        if (active)
            yield return ("IsActive", "true");
    }

    [GeneratedRegex("<code>([^<]+)</code>")]
    private static partial Regex Code();
}

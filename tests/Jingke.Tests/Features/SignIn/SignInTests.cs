using System.Net;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.Tests.Features.SignIn;

public sealed class SignInTests
{
    private const string Password = "correct horse battery";

    [Theory, EachDatabase]
    public async Task Who_signs_in_goes_where_they_wanted_to_go(Database database)
    {
        await using var app = await StartAsync(database);
        using var client = app.NewClient();

        var asked = await client.GetAsync("/settings/users?q=li", TestContext.Current.CancellationToken);
        var page = asked.Headers.Location!.PathAndQuery;
        var answer = await client.SendAsync(page, "sign-in", ("UserName", "KEEPER"), ("Password", Password));

        Assert.StartsWith("/sign-in?from=", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.EndsWith("/settings/users?q=li", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/settings/users", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Signing_in_never_leads_outside(string from)
    {
        await using var app = await StartAsync(Database.Sqlite);
        using var client = app.NewClient();

        var answer = await client.SendAsync(
            $"/sign-in?from={Uri.EscapeDataString(from)}",
            "sign-in",
            ("UserName", "keeper"),
            ("Password", Password)
        );

        Assert.Equal(new Uri(app.Address, "/"), new Uri(app.Address, answer.Headers.Location!));
    }

    [Theory, EachDatabase]
    public async Task Five_failures_lock_known_and_unknown_names_alike(Database database)
    {
        await using var app = await StartAsync(database);
        using var client = app.NewClient();

        var known = await SentencesAsync(client, "keeper");
        var unknown = await SentencesAsync(client, "nobody");
        var locked = await client.SendAsync("/sign-in", "sign-in", ("UserName", "keeper"), ("Password", Password));

        Assert.Equal(known, unknown);
        Assert.All(known[..4], sentence => Assert.Contains("用户名或密码不对", sentence, StringComparison.Ordinal));
        Assert.Contains("已锁定。请 15 分钟后再试", known[4], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, locked.StatusCode);
        var actions = await app.WithDbAsync(db =>
            db.AuditEntries.Where(entry => entry.SubjectName == "keeper" || entry.SubjectName == "nobody")
                .OrderBy(entry => entry.Id)
                .Select(entry => entry.Action)
                .ToListAsync()
        );
        Assert.Equal(8, actions.Count(action => action == "sign-in-failed"));
        Assert.Equal(3, actions.Count(action => action == "locked-out"));
    }

    [Theory, EachDatabase]
    public async Task Who_is_deactivated_loses_access_at_once_and_cannot_sign_in(Database database)
    {
        await using var app = await StartAsync(database);
        using var keeper = await SignedInAsync(app, "keeper");
        var rep = await app.GivenUserAsync(Role.Rep, "rep");
        using var client = await SignedInAsync(app, "rep");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/password", TestContext.Current.CancellationToken)).StatusCode);

        await keeper.SendAsync(
            $"/settings/users/{rep.Id}",
            "user",
            ("DisplayName", "rep"),
            ("Role", "Rep"),
            ("Scope", "Own"),
            ("Version", $"{rep.Version}")
        );
        var after = await client.GetAsync("/password", TestContext.Current.CancellationToken);
        using var again = app.NewClient();
        var signIn = await again.SendAsync("/sign-in", "sign-in", ("UserName", "rep"), ("Password", Password));

        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
        Assert.Contains("已停用", await signIn.TextAsync(), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Another_role_counts_from_the_next_request(Database database)
    {
        await using var app = await StartAsync(database);
        var rep = await app.GivenUserAsync(Role.Administrator, "second");
        using var client = await SignedInAsync(app, "second");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/settings/users", TestContext.Current.CancellationToken)).StatusCode);

        await app.WithDbAsync(async db =>
        {
            (await db.Users.FindAsync(rep.Id))!.Role = Role.Rep;
            await db.SaveChangesAsync();
        });

        var people = app.Services.GetRequiredService<PeopleDirectory>();
        await Eventually.TrueAsync(() => people.Current.Find(rep.Id)!.Role == Role.Rep, "the change is noticed");
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await client.GetAsync("/settings/users", TestContext.Current.CancellationToken)).StatusCode
        );
    }

    [Theory, EachDatabase]
    public async Task Another_password_ends_the_other_sessions_and_keeps_this_one(Database database)
    {
        await using var app = await StartAsync(database);
        using var here = await SignedInAsync(app, "keeper");
        using var there = await SignedInAsync(app, "keeper");

        var wrong = await here.SendAsync(
            "/password",
            "password",
            ("Current", "guess"),
            ("Password", "another good one"),
            ("PasswordAgain", "another good one")
        );
        var right = await here.SendAsync(
            "/password",
            "password",
            ("Current", Password),
            ("Password", "another good one"),
            ("PasswordAgain", "another good one")
        );

        Assert.Contains("当前密码不对", await wrong.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, right.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/password", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/password", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task Who_signs_out_is_out(Database database)
    {
        await using var app = await StartAsync(database);
        using var client = await SignedInAsync(app, "keeper");

        var without = await client.PostAsync("/sign-out", new FormUrlEncodedContent([]), TestContext.Current.CancellationToken);
        var still = await client.GetAsync("/password", TestContext.Current.CancellationToken);
        await JingkeApp.PostFormAsync(client, "/password", [], "/sign-out");
        var after = await client.GetAsync("/password", TestContext.Current.CancellationToken);

        Assert.Equal(
            (HttpStatusCode.BadRequest, HttpStatusCode.OK, HttpStatusCode.Redirect),
            (without.StatusCode, still.StatusCode, after.StatusCode)
        );
    }

    [Fact]
    public async Task Every_answer_tells_the_browser_to_be_careful()
    {
        await using var app = await StartAsync(Database.Sqlite);
        using var client = app.NewClient();

        var page = await client.GetAsync("/sign-in", TestContext.Current.CancellationToken);

        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", page.Headers.GetValues("Referrer-Policy").Single());
        // What the policy forbids must not be on the page: script within it, or handlers in attributes.
        Assert.DoesNotMatch("<script(?![^>]*(src=|type=\"application/json\"))[^>]*>", await page.TextAsync());
        Assert.DoesNotMatch("<[^>]+ on[a-z]+=", await page.TextAsync());
    }

    private static async Task<JingkeApp> StartAsync(Database database)
    {
        var app = await JingkeApp.StartAsync(database);
        await app.GivenUserAsync(Role.Administrator, "keeper", password: Password);
        return app;
    }

    private static async Task<HttpClient> SignedInAsync(JingkeApp app, string name)
    {
        var client = app.NewClient();
        var answer = await client.SendAsync("/sign-in", "sign-in", ("UserName", name), ("Password", Password));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return client;
    }

    private static async Task<List<string>> SentencesAsync(HttpClient client, string name)
    {
        var sentences = new List<string>();
        for (var each = 0; each < 5; each++)
        {
            var answer = await client.SendAsync("/sign-in", "sign-in", ("UserName", name), ("Password", "wrong password"));
            var text = await answer.TextAsync();
            var start = text.IndexOf("role=\"alert\"", StringComparison.Ordinal);
            sentences.Add(text[start..text.IndexOf("</p>", start, StringComparison.Ordinal)]);
        }
        return sentences;
    }
}

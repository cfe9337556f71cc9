using System.Net;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Web.Features.SetUp;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.Tests.Features.SetUp;

public sealed class SetUpTests
{
    private static readonly (string, string)[] Right =
    [
        ("OrganisationName", "海鲸泵阀"),
        ("DisplayName", "王强"),
        ("UserName", "wang"),
        ("Password", "correct horse battery"),
        ("PasswordAgain", "correct horse battery"),
        ("Language", "zh-Hant"),
    ];

    [Theory, EachDatabase]
    public async Task Until_there_is_an_administrator_every_page_leads_to_the_set_up(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var client = app.NewClient();

        foreach (var page in (string[])["/", "/accounts", "/sign-in", "/no-such-page"])
        {
            var answer = await client.GetAsync(page, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            Assert.Equal("/set-up-needed", answer.Headers.Location?.OriginalString);
        }
        Assert.Contains(
            "一次性链接",
            await client.GetStringAsync("/set-up-needed", TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Theory, EachDatabase]
    public async Task The_link_makes_the_first_administrator_and_signs_in(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var client = app.NewClient();

        var answer = await client.SendAsync(LinkOf(app), "set-up", Right);
        var next = await client.GetAsync("/welcome", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        Assert.Contains("載入示例資料", await next.TextAsync(), StringComparison.Ordinal);
        var (user, name) = await app.WithDbAsync(async db => (await db.Users.SingleAsync(), (await db.Organisation.SingleAsync()).Name));
        Assert.Equal((Role.Administrator, DataScope.All, "王强", "海鲸泵阀"), (user.Role, user.Scope, user.DisplayName, name));
    }

    [Theory, EachDatabase]
    public async Task The_link_works_once(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var client = app.NewClient();
        using var other = app.NewClient();
        await client.SendAsync(LinkOf(app), "set-up", Right);

        var page = await other.GetStringAsync(LinkOf(app), TestContext.Current.CancellationToken);

        Assert.Contains("已经设置好了", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Equal(1, await app.WithDbAsync(db => db.Users.CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task Of_two_who_use_the_link_at_once_one_becomes_administrator(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(async each =>
                {
                    using var client = app.NewClient();
                    var answer = await client.SendAsync(
                        LinkOf(app),
                        "set-up",
                        Right.Select(field => field.Item1 == "UserName" ? ("UserName", $"wang{each}") : field)
                    );
                    return answer.StatusCode;
                })
        );

        Assert.Single(answers, status => status == HttpStatusCode.SeeOther);
        Assert.Equal(1, await app.WithDbAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task A_wrong_token_shows_no_form_and_makes_nobody()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        using var client = app.NewClient();

        var wrong = await client.GetAsync("/set-up?token=guess", TestContext.Current.CancellationToken);
        var none = await client.GetAsync("/set-up", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (wrong.StatusCode, none.StatusCode));
        Assert.DoesNotContain("Input.Password", await wrong.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await app.WithDbAsync(db => db.Users.CountAsync()));
    }

    [Theory]
    [InlineData("Password", "short", "密码太短，至少 10 个字符")]
    [InlineData("Password", "1234567890", "太容易猜到")]
    [InlineData("Password", "aaaaaaaaaaaa", "太容易猜到")]
    [InlineData("PasswordAgain", "something else", "两次输入的密码不一样")]
    [InlineData("UserName", "wang qiang", "不能有空格")]
    [InlineData("OrganisationName", "", "请填写")]
    public async Task What_is_wrong_is_told_and_the_link_stays_usable(string field, string value, string sentence)
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        using var client = app.NewClient();
        var fields = Right.Select(each =>
            each.Item1 == field || (field == "Password" && each.Item1 == "PasswordAgain") ? (each.Item1, value) : each
        );

        var refused = await client.SendAsync(LinkOf(app), "set-up", fields);
        var accepted = await client.SendAsync(LinkOf(app), "set-up", Right);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(sentence, await refused.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, accepted.StatusCode);
    }

    [Fact]
    public async Task Guessing_the_token_is_limited()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        using var client = app.NewClient();

        var statuses = new List<HttpStatusCode>();
        for (var each = 0; each < 40; each++)
            statuses.Add(
                (
                    await client.PostAsync("/set-up?token=guess", new FormUrlEncodedContent([]), TestContext.Current.CancellationToken)
                ).StatusCode
            );

        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
    }

    [Theory]
    [InlineData("http://localhost:5000", true)]
    [InlineData("http://127.0.0.1:5000", true)]
    [InlineData("http://[::1]:5000", true)]
    [InlineData("http://0.0.0.0:5000", false)]
    [InlineData("http://[::]:5000", false)]
    [InlineData("http://+:5000", false)]
    [InlineData("http://*:5000", false)]
    [InlineData("http://192.168.1.7:5000", false)]
    public void An_address_is_known_to_be_open_to_other_machines(string url, bool loopback) =>
        Assert.Equal(loopback, StartNotice.IsLoopback(url));

    private static string LinkOf(JingkeApp app) => app.Services.GetRequiredService<SetUpLink>().PathAndQuery;
}

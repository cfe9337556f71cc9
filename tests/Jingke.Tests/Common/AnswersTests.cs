using System.Net;
using System.Net.Http.Headers;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Xunit;

namespace Jingke.Tests.Common;

/// <summary>What a request gets that cannot be done, and what wraps every answer.</summary>
public sealed class AnswersTests : IAsyncLifetime
{
    private JingkeApp app = null!;

    public async ValueTask InitializeAsync() => app = await JingkeApp.StartAsync(Database.Sqlite);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("zh-CN,zh;q=0.9", "zh-Hans", "没有找到")]
    [InlineData("zh-TW", "zh-Hant", "沒有找到")]
    [InlineData("fr;q=0.9,en-GB;q=0.8", "en", "Not found")]
    [InlineData("fr", "zh-Hans", "没有找到")]
    public async Task A_page_that_does_not_exist_is_told_in_the_language_of_the_browser(string asked, string code, string words)
    {
        using var client = await app.SignedInAsync(Role.Rep);

        var (answer, html) = await GetAsync(client, "/no-such-page", ("Accept-Language", asked), ("Accept", "text/html"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains($"<html lang=\"{code}\"", html);
        Assert.Contains($"<h1>{words}</h1>", html);
    }

    [Fact]
    public async Task A_script_gets_problem_details_and_a_fragment_a_fragment()
    {
        using var client = await app.SignedInAsync(Role.Rep);

        var (json, details) = await GetAsync(client, "/no-such-page", ("Accept", "application/json"));
        var (_, fragment) = await GetAsync(client, "/no-such-page", ("X-Fragment", "search"));

        Assert.Equal("application/problem+json", json.Content.Headers.ContentType?.MediaType);
        Assert.Contains("\"code\":\"not-found\"", details);
        Assert.StartsWith("<div class=\"note", fragment.TrimStart());
    }

    [Fact]
    public async Task The_navigation_offers_only_what_a_role_may_use()
    {
        using var rep = await app.SignedInAsync(Role.Rep);
        using var manager = await app.SignedInAsync(Role.Manager);

        var (_, forRep) = await GetAsync(rep, "/no-such-page");
        var (_, forManager) = await GetAsync(manager, "/no-such-page");

        Assert.Contains("href=\"/key-accounts\"", forRep);
        Assert.DoesNotContain("href=\"/imports\"", forRep);
        Assert.Contains("href=\"/imports\"", forManager);
    }

    [Fact]
    public async Task A_form_that_has_expired_is_told_so_and_changes_nothing()
    {
        using var client = await app.SignedInAsync(Role.Rep);

        var answer = await client.PostAsync(
            "/preferences/language",
            new FormUrlEncodedContent([new("language", "en")]),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("已经过期", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.False(
            answer.Headers.Contains("Set-Cookie")
                && answer.Headers.GetValues("Set-Cookie").Any(cookie => cookie.StartsWith("jingke.language", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task A_chosen_language_and_theme_stay_and_lead_back_to_the_page()
    {
        var rep = await app.GivenUserAsync(Role.Rep);
        using var client = await app.SignedInAsync(rep);

        var language = await PostAsync(client, "/preferences/language", new("language", "en"), new("back", "/accounts?q=东海"));
        var theme = await PostAsync(client, "/preferences/theme", new("theme", "dark"), new("back", "//elsewhere.example"));
        var (_, page) = await GetAsync(client, "/no-such-page", ("Accept-Language", "zh-TW"));

        Assert.Equal(
            (HttpStatusCode.SeeOther, "/accounts?q=%E4%B8%9C%E6%B5%B7"),
            (language.StatusCode, language.Headers.Location?.OriginalString)
        );
        Assert.Equal("/", theme.Headers.Location?.OriginalString);
        Assert.Contains("<html lang=\"en\" data-theme=\"dark\"", page);
        Assert.Equal("en", await app.WithDbAsync(async db => (await db.Users.FindAsync(rep.Id))?.Language));
    }

    [Fact]
    public async Task A_stranger_is_led_to_sign_in_but_a_script_gets_401()
    {
        await app.GivenUserAsync(Role.Administrator);
        using var stranger = app.NewClient();

        var (page, _) = await GetAsync(stranger, "/accounts", ("Accept", "text/html"));
        var (fragment, _) = await GetAsync(stranger, "/accounts", ("X-Fragment", "poll"));

        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        Assert.Contains("/sign-in", page.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Unauthorized, fragment.StatusCode);
    }

    private static async Task<(HttpResponseMessage Answer, string Text)> GetAsync(
        HttpClient client,
        string address,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (!headers.Any(header => header.Name == "Accept"))
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        var answer = await client.SendAsync(request);
        return (answer, await answer.Content.ReadAsStringAsync());
    }

    // Every page, also one that says that there is none, has the switches with their token.
    private static async Task<HttpResponseMessage> PostAsync(
        HttpClient client,
        string address,
        params KeyValuePair<string, string>[] fields
    )
    {
        var (_, html) = await GetAsync(client, "/no-such-page");
        var token = WebUtility.HtmlDecode(html.Split("__RequestVerificationToken\" value=\"")[1].Split('"')[0]);
        return await client.PostAsync(address, new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", token)]));
    }
}

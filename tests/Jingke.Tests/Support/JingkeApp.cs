using System.Globalization;
using System.Net;
using System.Security.Claims;
using System.Text.RegularExpressions;
using Jingke.Domain.People;
using Jingke.Web;
using Jingke.Web.Data;
using Jingke.Web.Data.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Jingke.Tests.Support;

/// <summary>The real product on a real database and a real port, for one test. Nothing of ours is replaced.</summary>
public sealed partial class JingkeApp : IAsyncDisposable
{
    private readonly WebApplication host;
    private readonly TestDatabase database;

    private JingkeApp(WebApplication host, TestDatabase database) => (this.host, this.database) = (host, database);

    /// <summary>Where the product answers.</summary>
    public Uri Address => new(host.Urls.First());

    /// <summary>The product's services.</summary>
    public IServiceProvider Services => host.Services;

    /// <summary>Folder for uploads and the embedded database.</summary>
    public string DataFolder => database.Folder;

    /// <summary>What <c>--database</c> was given, for a second process on the same data.</summary>
    public string DatabaseArgument => database.Argument;

    public static async Task<JingkeApp> StartAsync(Database kind, params string[] extra) =>
        await StartAsync(await TestDatabase.CreateAsync(kind), extra);

    /// <summary>Starts the product on a database that is there already, and removes the database in the end.</summary>
    public static async Task<JingkeApp> StartAsync(TestDatabase database, params string[] extra)
    {
        string[] args =
        [
            "--urls",
            "http://127.0.0.1:0",
            "--data",
            database.Folder,
            "--database",
            database.Argument,
            "--Logging:LogLevel:Default",
            "Warning",
            .. extra,
        ];
        var host = Serve.Build(args);
        await Serve.PrepareAsync(host, CancellationToken.None);
        await host.StartAsync();
        return new(host, database);
    }

    /// <summary>Works on the database with everything in sight.</summary>
    public async Task<T> WithDbAsync<T>(Func<JingkeDbContext, Task<T>> work)
    {
        await using var db = Services.GetRequiredService<JingkeDbFactory>().CreateForSystem();
        return await work(db);
    }

    /// <inheritdoc cref="WithDbAsync{T}"/>
    public Task WithDbAsync(Func<JingkeDbContext, Task> work) =>
        WithDbAsync(async db =>
        {
            await work(db);
            return 0;
        });

    /// <summary>Creates a colleague.</summary>
    public async Task<User> GivenUserAsync(
        Role role,
        string? name = null,
        long? teamId = null,
        DataScope? scope = null,
        string password = "correct horse battery"
    )
    {
        using var services = Services.CreateScope();
        var users = services.ServiceProvider.GetRequiredService<UserManager<User>>();
        var user = new User
        {
            Id = Guid.NewGuid(),
            UserName = name ?? $"{role}-{Guid.NewGuid():N}"[..16],
            DisplayName = name ?? role.ToString(),
            Role = role,
            Scope = scope ?? Domain.Access.Permissions.DefaultScope(role),
            TeamId = teamId,
        };
        var made = await users.CreateAsync(user, password);
        if (!made.Succeeded)
            throw new InvalidOperationException(string.Join("; ", made.Errors.Select(error => error.Description)));
        await Services.GetRequiredService<PeopleDirectory>().ReloadAsync(CancellationToken.None);
        return user;
    }

    /// <summary>A browser-like client; redirects are not followed, cookies are kept.</summary>
    public HttpClient NewClient(CookieContainer? cookies = null) =>
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                CookieContainer = cookies ?? new(),
                UseCookies = true,
            }
        )
        {
            BaseAddress = Address,
        };

    /// <summary>A client that is signed in as a person.</summary>
    public async Task<HttpClient> SignedInAsync(User user)
    {
        var cookies = new CookieContainer();
        cookies.Add(Address, await CookieOfAsync(user));
        return NewClient(cookies);
    }

    /// <summary>The cookie of a signed-in person, as the product itself would make it.</summary>
    public async Task<Cookie> CookieOfAsync(User user)
    {
        using var services = Services.CreateScope();
        var principal = await services.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<User>>().CreateAsync(user);
        var options = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var ticket = new AuthenticationTicket(
            new ClaimsPrincipal(principal.Identities),
            new AuthenticationProperties
            {
                IssuedUtc = TimeProvider.System.GetUtcNow(),
                ExpiresUtc = TimeProvider.System.GetUtcNow().AddHours(1),
            },
            IdentityConstants.ApplicationScheme
        );
        return new Cookie(options.Cookie.Name!, options.TicketDataFormat.Protect(ticket));
    }

    /// <summary>A client signed in as a new colleague with a role.</summary>
    public async Task<HttpClient> SignedInAsync(Role role, long? teamId = null) =>
        await SignedInAsync(await GivenUserAsync(role, teamId: teamId));

    /// <summary>Opens a page and posts a form of it with the given fields, its antiforgery token included.</summary>
    /// <param name="client">Who does it.</param>
    /// <param name="page">The page with the form.</param>
    /// <param name="fields">Fields by name.</param>
    /// <param name="action">Where the form posts to; the page itself when null.</param>
    public static async Task<HttpResponseMessage> PostFormAsync(
        HttpClient client,
        string page,
        IEnumerable<KeyValuePair<string, string>> fields,
        string? action = null
    )
    {
        var html = await client.GetStringAsync(page);
        var token = AntiforgeryToken().Match(html) is { Success: true } match
            ? WebUtility.HtmlDecode(match.Groups[1].Value)
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{page} has no form with a token"));
        return await client.PostAsync(action ?? page, new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", token))));
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        await host.DisposeAsync();
        await database.DisposeAsync();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex AntiforgeryToken();
}

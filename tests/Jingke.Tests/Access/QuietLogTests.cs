using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text;
using Jingke.Domain.People;
using Jingke.Tests.Import;
using Jingke.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Jingke.Tests.Access;

/// <summary>The log of the product goes to places where nobody minds who reads it: no secret and nothing personal is in it.</summary>
public sealed class QuietLogTests
{
    private const string Password = "right-password-7731";
    private const string Guess = "wrong-password-7731";
    private const string Mobile = "13877317731";
    private const string Health = "对青霉素过敏7731";
    private const string Broken = "李主任7731";

    [Theory, EachDatabase]
    public async Task Neither_passwords_nor_personal_values_reach_the_log(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database, "--Logging:LogLevel:Default", "Information");
        using var log = new Kept();
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        await app.GivenUserAsync(Role.Administrator, "keeper", password: Password);
        using var stranger = app.NewClient();
        using var keeper = await app.SignedInAsync(Role.Administrator);

        await stranger.SendAsync("/sign-in", "sign-in", ("UserName", "keeper"), ("Password", Guess));
        await stranger.SendAsync("/sign-in", "sign-in", ("UserName", "keeper"), ("Password", Password));
        await keeper.SendAsync("/accounts/new", "account", ("Name", "城东医院"), ("Kind", "Company"));
        var account = await app.WithDbAsync(db => db.Accounts.Select(each => each.Id).SingleAsync());
        await keeper.SendAsync($"/accounts/{account}/contacts/new", "contact", ("Name", Broken), ("Mobile", Mobile), ("Email", "keine"));
        await keeper.SendAsync($"/accounts/{account}/contacts/new", "contact", ("Name", Broken), ("Mobile", Mobile));
        var contact = await app.WithDbAsync(db => db.Contacts.Select(each => each.Id).SingleAsync());
        foreach (var values in (Dictionary<string, string>[])[new() { ["health"] = Health }, new() { ["no-such-field"] = Health }])
            await keeper.PostAsJsonAsync($"/api/accounts/{account}/facts", new { values, contactId = contact });
        await keeper.PostAsync(
            $"/api/accounts/{account}/facts",
            new StringContent($"{{\"values\":{{\"health\":\"{Health}\"", Encoding.UTF8, "application/json")
        );
        await keeper.SendAsync($"/accounts/{account}/reveal?of=health&contact={contact}", "reveal", ("Reason", "Contact"));
        await keeper.GetAsync($"/search?q={Mobile}");
        await app.ImportAsync($"客户名称,联系人,手机,邮箱\n城东医院,{Broken},{Mobile},nothing\n", "people.csv");

        var said = log.Text;
        Assert.All(
            (string[])[Password, Guess, Mobile, Health, Broken],
            secret => Assert.DoesNotContain(secret, said, StringComparison.Ordinal)
        );
        // Without this the test could not fail: the log is read, and would hold what is written to it.
        app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Jingke").LogInformation("{Value}", Health);
        Assert.Contains(Health, log.Text, StringComparison.Ordinal);
    }

    private sealed class Kept : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = new();

        public string Text => string.Join('\n', lines);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}

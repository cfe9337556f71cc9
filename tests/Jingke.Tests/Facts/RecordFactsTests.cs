using Jingke.Domain.Accounts;
using Jingke.Domain.Facts;
using Jingke.Domain.Facts.Vetting;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Web.Data;
using Jingke.Web.Data.Facts;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.Tests.Facts;

/// <summary>Facts recorded and settled on a real database.</summary>
public sealed class RecordFactsTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(8));

    [Theory, EachDatabase]
    public async Task A_visit_overrules_what_a_file_brought_and_the_file_s_value_is_kept(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var (rep, id) = await GivenAccountAsync(app, account => account.Describe(new() { Phone = "010-11112222" }, account.CreatedAt));

        var outcome = await RecordAsync(app, rep, id, "phone", "010-33334444");

        Assert.Equal(Knowledge.Known, outcome.Slot.Knowledge);
        await app.WithDbAsync(async db =>
        {
            Assert.Equal("010-33334444", (await db.Accounts.SingleAsync(each => each.Id == id)).Phone);
            var facts = await db.Facts.Where(fact => fact.AccountId == id).OrderBy(fact => fact.Id).ToListAsync();
            Assert.Equal(["010-11112222", "010-33334444"], facts.Select(fact => fact.Value));
            Assert.Equal([FactStanding.Outranked, FactStanding.Accepted], facts.Select(fact => fact.Standing));
        });
    }

    [Theory, EachDatabase]
    public async Task A_weaker_source_does_not_overwrite_and_waits_until_it_is_settled(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var (rep, id) = await GivenAccountAsync(app);
        await RecordAsync(app, rep, id, "employees", "200", daysAgo: 30);

        var outcome = await RecordAsync(app, rep, id, "employees", "5000", "imported-file");

        Assert.Equal((Knowledge.Disputed, "contradicted"), (outcome.Slot.Knowledge, outcome.Slot.Rule));
        Assert.Equal(200, await EmployeesAsync(app, id));

        await AsAsync(app, rep, services => services.GetRequiredService<SettleFact>().KeepAsync(outcome.FactId, default));
        Assert.Equal(5000, await EmployeesAsync(app, id));
        await app.WithDbAsync(async db =>
        {
            var facts = await db.Facts.Where(fact => fact.AccountId == id).OrderBy(fact => fact.Id).ToListAsync();
            Assert.Equal([FactSettlement.Outdated, FactSettlement.Confirmed], facts.Select(fact => fact.Settlement));
            Assert.Equal([FactStanding.Outranked, FactStanding.Accepted], facts.Select(fact => fact.Standing));
            Assert.Contains(
                "confirmed",
                await db.AuditEntries.Where(entry => entry.Subject == "Fact").Select(entry => entry.Action).ToListAsync()
            );
        });
    }

    [Theory, EachDatabase]
    public async Task What_was_found_wrong_lowers_its_source(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var (rep, id) = await GivenAccountAsync(app);
        var channel = await app.WithDbAsync(db =>
            db.Channels.Where(each => each.Key == "imported-file").Select(each => each.Grade).SingleAsync()
        );
        for (var time = 0; time < 20; time++)
        {
            var fact = await RecordAsync(app, rep, id, "motto-of-test", $"value {time}", "imported-file", daysAgo: time, define: time == 0);
            await AsAsync(
                app,
                rep,
                services => services.GetRequiredService<SettleFact>().RejectAsync(fact.FactId, false, "not so", default)
            );
        }

        var outcome = await RecordAsync(app, rep, id, "motto-of-test", "again", "imported-file");

        // 20 wrong of 20: the grade counts a third, too little to be believed.
        Assert.Equal(Reliability.OfChannel(channel, 0, 20), outcome.Slot.Facts.Single(each => each.Fact.Id == outcome.FactId).Reliability);
        Assert.Equal(Knowledge.Unknown, outcome.Slot.Knowledge);
        Assert.Equal(
            0.0,
            await app.WithDbAsync(db => db.Accounts.Where(each => each.Id == id).Select(each => each.Accuracy).SingleAsync())
        );
    }

    [Theory, EachDatabase]
    public async Task Many_recorded_at_once_by_several_people_lose_nothing(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var (rep, id) = await GivenAccountAsync(app);

        await Task.WhenAll(
            Enumerable.Range(0, 12).Select(each => RecordAsync(app, rep, id, "employees", $"{100 + (each * 50)}", daysAgo: each))
        );

        await app.WithDbAsync(async db =>
        {
            var facts = await db.Facts.Where(fact => fact.AccountId == id).ToListAsync();
            Assert.Equal(12, facts.Select(fact => fact.Value).Distinct().Count());
            Assert.Equal("100", Assert.Single(facts, fact => fact.Standing == FactStanding.Accepted).Value);
        });
        Assert.Equal(100, await EmployeesAsync(app, id));
    }

    [Theory, EachDatabase]
    public async Task A_value_that_cannot_be_read_records_nothing_and_says_which(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var (rep, id) = await GivenAccountAsync(app);

        var refused = await Assert.ThrowsAsync<RecordFacts.Refused>(() =>
            AsAsync(
                app,
                rep,
                services =>
                    services
                        .GetRequiredService<RecordFacts>()
                        .RunAsync(id, [new("phone", "010-1"), new("employees", "a few")], new(), default)
            )
        );

        Assert.Equal(("employees", "fact.not-a-number"), (refused.Given.FieldKey, refused.Refusal.Code));
        Assert.Equal(0, await app.WithDbAsync(db => db.Facts.CountAsync()));
    }

    private static async Task<(User Rep, long Id)> GivenAccountAsync(JingkeApp app, Action<Account>? with = null)
    {
        var rep = await app.GivenUserAsync(Role.Rep, "rep");
        var id = await app.WithDbAsync(async db =>
        {
            var account = new Account(AccountKind.Company, "鲸湾机械有限公司", TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-90));
            with?.Invoke(account);
            account.AssignTo(rep.Id, null, account.CreatedAt);
            db.Add(account);
            await db.SaveChangesAsync();
            return account.Id;
        });
        return (rep, id);
    }

    private static async Task<RecordFacts.Outcome> RecordAsync(
        JingkeApp app,
        User rep,
        long id,
        string field,
        string value,
        string? channel = null,
        int daysAgo = 0,
        bool define = false
    )
    {
        if (define)
        {
            await app.WithDbAsync(async db =>
            {
                var made = new FieldDefinition(field, FieldSubject.Account, FieldType.Text);
                made.Change(new() { Names = new("口号"), Section = CardSection.Traits });
                db.Add(made);
                await db.SaveChangesAsync();
            });
            await app.Services.GetRequiredService<CatalogueInForce>().ReloadAsync(default);
        }
        var outcomes = await AsAsync(
            app,
            rep,
            services =>
                services
                    .GetRequiredService<RecordFacts>()
                    .RunAsync(id, [new(field, value)], new() { Channel = channel, ObservedOn = Today.AddDays(-daysAgo) }, default)
        );
        return Assert.Single(outcomes);
    }

    // As the person, with the services of a request of their own.
    private static async Task<T> AsAsync<T>(JingkeApp app, User user, Func<IServiceProvider, Task<T>> work)
    {
        var people = app.Services.GetRequiredService<PeopleDirectory>();
        await people.ReloadAsync(default);
        var viewer = people.Current.ViewerOf(people.Current.Find(user.Id)!);
        await using var db = app.Services.GetRequiredService<JingkeDbFactory>().CreateFor(viewer);
        var services = new ServiceCollection()
            .AddSingleton(db)
            .AddSingleton(app.Services.GetRequiredService<CatalogueInForce>())
            .AddSingleton(app.Services.GetRequiredService<VetFacts>())
            .AddSingleton(app.Services.GetRequiredService<Web.Common.Clock>())
            .AddSingleton(TimeProvider.System)
            .AddScoped<RecordFacts>()
            .AddScoped<SettleFact>();
        await using var provider = services.BuildServiceProvider();
        return await work(provider);
    }

    private static Task<int?> EmployeesAsync(JingkeApp app, long id) =>
        app.WithDbAsync(db => db.Accounts.Where(each => each.Id == id).Select(each => each.Employees).SingleAsync());
}

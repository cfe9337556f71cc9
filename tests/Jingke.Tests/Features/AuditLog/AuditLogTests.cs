using System.Net;
using Jingke.Domain.People;
using Jingke.Tests.Features.Accounts;
using Jingke.Tests.Support;
using Jingke.Web.Common.Audit;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.Tests.Features.AuditLog;

public sealed class AuditLogTests
{
    [Theory, EachDatabase]
    public async Task Entries_are_found_by_person_act_thing_and_day(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var boss = await app.GivenUserAsync(Role.Administrator, "老板");
        using var client = await app.SignedInAsync(boss);
        await client.SendAsync("/accounts/new", "account", ("Name", "日志公司"), ("Kind", "Company"));
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(8));

        foreach (
            var query in (string[])
                [$"who={boss.Id}", "action=created&subject=Account", "q=日志", $"from={today:yyyy-MM-dd}&to={today:yyyy-MM-dd}"]
        )
            Assert.Contains("日志公司", await (await client.GetAsync("/settings/audit?" + query)).TextAsync(), StringComparison.Ordinal);
        foreach (
            var query in (string[])
                ["who=system", "action=deleted", "subject=Zone", "q=别的", $"from={today.AddDays(1):yyyy-MM-dd}", "before=1"]
        )
            Assert.DoesNotContain(
                ">日志公司",
                await (await client.GetAsync("/settings/audit?" + query)).TextAsync(),
                StringComparison.Ordinal
            );
    }

    [Theory, EachDatabase]
    public async Task Only_who_may_see_the_log_sees_it(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var rep = await app.SignedInAsync(Role.Rep);
        using var executive = await app.SignedInAsync(Role.Executive);

        Assert.Equal(HttpStatusCode.Forbidden, (await rep.GetAsync("/settings/audit")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await executive.GetAsync("/settings/audit")).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task Older_entries_follow_without_gap_or_repetition(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        for (var at = 0; at < 70; at++)
            await app.GivenAccountAsync($"第{at:00}家");
        using var client = await app.SignedInAsync(Role.Administrator);

        var first = await (await client.GetAsync("/settings/audit?subject=Account")).TextAsync();
        var older = System.Text.RegularExpressions.Regex.Match(first, "href=\"([^\"]*before=[^\"]*)\"").Groups[1].Value;
        var second = await (await client.GetAsync(older)).TextAsync();

        var names = NamesIn(first).Concat(NamesIn(second)).ToList();
        Assert.Equal(Enumerable.Range(0, 70).Select(at => $"第{69 - at:00}家"), names);
    }

    [Theory, EachDatabase]
    public async Task Every_field_that_is_logged_has_a_word(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var services = app.Services.CreateScope();
        var words = services.ServiceProvider.GetRequiredService<ChangeWords>();

        var logged = await app.WithDbAsync(db =>
            Task.FromResult(
                db.Model.GetEntityTypes()
                    .Where(entity => AuditedSave.SubjectOf(entity.ClrType) is not null)
                    .SelectMany(entity =>
                        entity
                            .GetProperties()
                            .Where(property =>
                                !property.IsPrimaryKey() && AuditedSave.IsLogged(property.Name) && !ChangeWords.IsUnsaid(property.Name)
                            )
                            .Select(property => (Subject: AuditedSave.SubjectOf(entity.ClrType)!, property.Name))
                    )
                    .ToList()
            )
        );

        Assert.NotEmpty(logged);
        Assert.DoesNotContain(logged, field => words.FieldOf(field.Subject, field.Name) == field.Name);
        Assert.DoesNotContain(logged, field => words.Subject(field.Subject) == field.Subject);
    }

    private static IEnumerable<string> NamesIn(string page) =>
        System
            .Text.RegularExpressions.Regex.Matches(page, "<a href=\"/accounts/\\d+\">(第\\d\\d家)</a>")
            .Select(match => match.Groups[1].Value);
}

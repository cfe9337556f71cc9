using Jingke.Domain.Accounts;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.Tests.Access;

/// <summary>
/// Everything that can be asked, as every role: card, fact page, list, search, duplicates while typing, merge page, exports, JSON, queues,
/// follow-ups, pools. Sensitive values are in no answer; how a contact can be reached is in those alone of who may change the account.
/// </summary>
public sealed class SensitiveEverywhereTests
{
    [Theory, EachDatabase]
    public async Task A_sensitive_value_is_in_no_answer_and_a_number_only_in_those_of_who_works_with_the_account(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var planted = await PlantedCompany.PlantAsync(app);
        var owner = await app.WithDbAsync(db => db.Users.SingleAsync(user => user.UserName == "south-rep"));
        var twin = await planted.PlantSensitiveAsync(app, owner);
        Viewer[] viewers =
        [
            new("owner", owner, SeesNumbers: true),
            new("rep of another team", await app.GivenUserAsync(Role.Rep, "north-rep", planted.North), SeesNumbers: false),
            new("reader", await GivenReaderAsync(app, planted), SeesNumbers: false),
            new("supervisor", await app.GivenUserAsync(Role.Supervisor, "south-boss", planted.South), SeesNumbers: true),
            new("manager", await app.GivenUserAsync(Role.Manager, "south-head", planted.South), SeesNumbers: true),
            new("executive", await app.GivenUserAsync(Role.Executive, "chief"), SeesNumbers: false),
            new("finance", await app.GivenUserAsync(Role.Finance, "clerk"), SeesNumbers: false),
            new("administrator", await app.GivenUserAsync(Role.Administrator, "admin"), SeesNumbers: true),
        ];

        foreach (var viewer in viewers)
        {
            using var client = await app.SignedInAsync(viewer.User);
            var numbers = new List<string>();
            var pages = 0;
            await foreach (var (address, text) in Walk.AnswersAsync(app, client, planted, Queries(planted, twin), ["province"]))
            {
                pages++;
                Assert.False(
                    text.Contains(PlantedCompany.Sensitive, StringComparison.Ordinal),
                    $"{viewer.Name}: {address} tells a sensitive value"
                );
                if (
                    text.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal) is var plain
                    && plain.Contains(PlantedCompany.Mobile, StringComparison.Ordinal)
                )
                    numbers.Add(address);
            }

            Assert.True(pages > 200, $"only {pages} answers");
            if (viewer.SeesNumbers)
                Assert.Contains(numbers, address => address.StartsWith($"GET /accounts/{planted.Account}?", StringComparison.Ordinal));
            else
                Assert.True(numbers.Count == 0, $"{viewer.Name}: {string.Join("; ", numbers)}");
        }
        // The walk itself reveals nothing: for that a form with a reason is sent.
        Assert.Equal(0, await app.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "revealed")));
    }

    [Theory, EachDatabase]
    public async Task The_walk_would_find_a_value_that_is_not_hidden(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var planted = await PlantedCompany.PlantAsync(app);
        var owner = await app.WithDbAsync(db => db.Users.SingleAsync(user => user.UserName == "south-rep"));
        var twin = await planted.PlantSensitiveAsync(app, owner);
        await PlantedCompany.MakeSensitiveAsync(app, PlantedCompany.SensitiveField, false);
        await PlantedCompany.MakeSensitiveAsync(app, PlantedCompany.SensitiveOfAccount, false);
        using var client = await app.SignedInAsync(owner);
        var told = new HashSet<string>();

        await foreach (var (address, text) in Walk.AnswersAsync(app, client, planted, Queries(planted, twin), ["province"]))
            if (text.Contains(PlantedCompany.Sensitive, StringComparison.Ordinal))
                told.Add(address.Split('?')[0].Split(' ')[1]);

        foreach (
            var place in (string[])
                [
                    $"/accounts/{planted.Account}",
                    $"/accounts/{planted.Account}/card/{PlantedCompany.SensitiveField}",
                    $"/accounts/{planted.Account}/contacts/{planted.Contact}/personal-data",
                    $"/accounts/{planted.Account}/card/record",
                    $"/accounts/{planted.Account}/visit",
                    "/accounts",
                    "/accounts/export",
                    "/api/accounts",
                    $"/api/accounts/{planted.Account}",
                    $"/api/accounts/{planted.Account}/facts",
                    "/vetting",
                ]
        )
            Assert.Contains(place, told);
    }

    private sealed record Viewer(string Name, User User, bool SeesNumbers);

    // Names that pages and files know, all at once: what one does not know it leaves alone.
    private static string[] Queries(PlantedCompany planted, long twin)
    {
        var all =
            $"contact={planted.Contact}&left={planted.Account}&right={twin}&account={planted.Account}&q=7731&search=7731&name=绝密客户7731"
            + $"&of={PlantedCompany.SensitiveField}&owner=all&size=100&cols=sales&cols=field.{PlantedCompany.SensitiveOfAccount}";
        return
        [
            "",
            $"?tab=card&queue=conflicts&{all}",
            $"?tab=contacts&queue=stale&format=csv&{all}",
            $"?tab=changes&cols=phone&show=done&{all}",
        ];
    }

    private static async Task<User> GivenReaderAsync(JingkeApp app, PlantedCompany planted)
    {
        var reader = await app.GivenUserAsync(Role.Rep, "reader", planted.North);
        await app.WithDbAsync(async db =>
        {
            db.Add(new AccountShare(planted.Account, reader.Id, mayEdit: false, new(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc), null));
            await db.SaveChangesAsync();
        });
        await app.Services.GetRequiredService<PeopleDirectory>().ReloadAsync(CancellationToken.None);
        return reader;
    }
}

using System.Net;
using System.Net.Http.Json;
using Jingke.Domain.Accounts;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.Tests.Features.Accounts;

/// <summary>Sensitive values are hidden, and shown only for a reason that is recorded.</summary>
public sealed class RevealTests
{
    private const string Value = "对青霉素过敏7731";
    private const string Note = "饭桌上听他太太说的7731";
    private const string Mobile = "13877317731";

    [Theory, EachDatabase]
    public async Task A_sensitive_value_is_hidden_until_a_reason_is_recorded(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var (account, contact, rep) = await GivenAsync(app);
        using var client = await app.SignedInAsync(rep);
        var address = $"/accounts/{account}/reveal?of=health&contact={contact}";

        foreach (
            var page in (string[])
                [
                    $"/accounts/{account}?tab=card",
                    $"/accounts/{account}?tab=contacts",
                    $"/accounts/{account}?tab=changes",
                    $"/accounts/{account}/card/health?contact={contact}",
                    $"/accounts/{account}/card/record?contact={contact}",
                    $"/api/accounts/{account}/facts",
                    "/vetting?owner=all",
                    address,
                ]
        )
            Assert.DoesNotMatch($"{Value}|{Note}", WebUtility.HtmlDecode(await client.GetStringAsync(page)));
        var without = await client.SendAsync(address, "reveal", ("Words", "x"));
        var unsaid = await client.SendAsync(address, "reveal", ("Reason", "Other"));
        var shown = await client.SendAsync(address, "reveal", ("Reason", "Contact"), ("Words", "送年礼"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.Contains("选了“其他”，请写明原因。", await unsaid.TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(Value, await without.TextAsync() + await unsaid.TextAsync(), StringComparison.Ordinal);
        var text = await shown.TextAsync();
        Assert.Contains(Value, text, StringComparison.Ordinal);
        Assert.Contains(Note, text, StringComparison.Ordinal);
        Assert.True(shown.Headers.CacheControl!.NoStore);
        var entry = await app.WithDbAsync(db => db.AuditEntries.SingleAsync(each => each.Action == "revealed"));
        Assert.Equal(("Contact", $"{contact}", "李主任", rep.Id), (entry.Subject, entry.SubjectId, entry.SubjectName, entry.UserId));
        Assert.Contains("健康状况", entry.Changes, StringComparison.Ordinal);
        Assert.Contains("送年礼", entry.Changes, StringComparison.Ordinal);
        Assert.DoesNotContain(Value, entry.Changes, StringComparison.Ordinal);
        var history = WebUtility.HtmlDecode(await client.GetStringAsync($"/accounts/{account}?tab=changes"));
        Assert.Contains("联系、拜访客户", history, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task How_to_reach_a_contact_is_plain_to_who_works_with_the_account_and_masked_for_others(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var (account, contact, rep) = await GivenAsync(app);
        using var owner = await app.SignedInAsync(rep);
        using var finance = await app.SignedInAsync(Role.Finance);
        using var boss = await app.SignedInAsync(Role.Executive);
        using var reader = await app.SignedInAsync(await GivenReaderAsync(app, account));
        string[] pages =
        [
            $"/accounts/{account}?tab=contacts",
            $"/accounts/{account}",
            $"/accounts/{account}?tab=changes",
            "/search?q=773177",
        ];
        var reveal = $"/accounts/{account}/reveal?of=Reach&contact={contact}";

        foreach (var page in pages)
        {
            Assert.Contains(Mobile, Unmarked(await owner.GetStringAsync(page)), StringComparison.Ordinal);
            foreach (var other in (HttpClient[])[finance, boss, reader])
            {
                var seen = Unmarked(await other.GetStringAsync(page));
                Assert.Contains("138****7731", seen, StringComparison.Ordinal);
                Assert.DoesNotContain(Mobile, seen, StringComparison.Ordinal);
            }
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await finance.GetAsync(reveal)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await reader.GetAsync(reveal)).StatusCode);
        Assert.Contains(
            Mobile,
            await (await boss.SendAsync(reveal, "reveal", ("Reason", "Contact"))).TextAsync(),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.Conflict, (await reader.GetAsync($"/accounts/{account}/contacts/{contact}/edit")).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task A_field_of_another_team_or_one_that_is_not_sensitive_is_not_revealed(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var (account, contact, rep) = await GivenAsync(app);
        using var owner = await app.SignedInAsync(rep);
        using var stranger = await app.SignedInAsync(Role.Rep);

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await stranger.GetAsync($"/accounts/{account}/reveal?of=health&contact={contact}")).StatusCode
        );
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync($"/accounts/{account}/reveal?of=phone")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync($"/accounts/{account}/reveal?of=health")).StatusCode);
        Assert.Equal(0, await app.WithDbAsync(db => db.AuditEntries.CountAsync(each => each.Action == "revealed")));
    }

    // A search marks what it found.
    private static string Unmarked(string page) =>
        page.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal);

    private static async Task<(long Account, long Contact, User Rep)> GivenAsync(JingkeApp app)
    {
        await app.GivenUserAsync(Role.Administrator);
        var rep = await app.GivenUserAsync(Role.Rep, "小李");
        var account = await app.GivenAccountAsync("城东医院", owner: rep.Id);
        using var client = await app.SignedInAsync(rep);
        await client.SendAsync($"/accounts/{account}/contacts/new", "contact", ("Name", "李主任"), ("Mobile", Mobile));
        var contact = await app.WithDbAsync(db => db.Contacts.Select(each => each.Id).SingleAsync());
        var recorded = await client.PostAsJsonAsync(
            $"/api/accounts/{account}/facts",
            new
            {
                values = new Dictionary<string, string> { ["health"] = Value },
                contactId = contact,
                note = Note,
            }
        );
        Assert.Equal(HttpStatusCode.OK, recorded.StatusCode);
        return (account, contact, rep);
    }

    private static async Task<User> GivenReaderAsync(JingkeApp app, long account)
    {
        var reader = await app.GivenUserAsync(Role.Rep, "reader");
        await app.WithDbAsync(async db =>
        {
            db.Add(new AccountShare(account, reader.Id, mayEdit: false, GivenAccounts.At, null));
            await db.SaveChangesAsync();
        });
        await app.Services.GetRequiredService<PeopleDirectory>().ReloadAsync(CancellationToken.None);
        return reader;
    }
}

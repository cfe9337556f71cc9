using System.Net;
using System.Text;
using Jingke.Domain.Accounts;
using Jingke.Domain.Contacts;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.Tests.Access;

/// <summary>What colleagues may do with an account that was shared with them.</summary>
public sealed class SharedAccountsTests
{
    private static readonly DateTime At = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    [Theory, EachDatabase]
    public async Task An_account_shared_to_be_read_is_seen_and_cannot_be_changed(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var (account, contact, supervisor) = await GivenSharedAsync(app, mayEdit: false);
        using var client = await app.SignedInAsync(supervisor);
        var before = await StateAsync(app);

        var page = await client.GetStringAsync($"/accounts/{account}", TestContext.Current.CancellationToken);
        using var put = await PutAsync(client, account, "Changed");
        using var edited = await client.SendAsync($"/accounts/{account}/edit", "account", ("Name", "Changed"), ("Version", "0"));
        using var added = await client.SendAsync($"/accounts/{account}/contacts/new", "contact", ("Name", "New"));
        using var removed = await JingkeApp.PostFormAsync(client, "/password", [], $"/contacts/{contact}/delete");
        using var deleted = await JingkeApp.PostFormAsync(client, "/password", [new("id", $"{account}")], "/accounts/delete");
        using var measured = await client.SendAsync($"/analysis/measures/{account}", "measure", ("Text", "Call"), ("Seen", "0"));

        Assert.DoesNotContain($"/accounts/{account}/edit", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, put.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, edited.StatusCode);
        Assert.Contains("共享给您查看", await edited.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, added.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, measured.StatusCode);
        Assert.Equal(before, await StateAsync(app));
    }

    [Theory, EachDatabase]
    public async Task An_account_shared_to_be_changed_can_be_changed_but_not_deleted_or_handed_on(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var (account, _, supervisor) = await GivenSharedAsync(app, mayEdit: true);
        using var client = await app.SignedInAsync(supervisor);

        using var put = await PutAsync(client, account, "Changed");
        using var deleted = await JingkeApp.PostFormAsync(client, "/password", [new("id", $"{account}")], "/accounts/delete");
        using var assigned = await JingkeApp.PostFormAsync(
            client,
            "/password",
            [new("id", $"{account}"), new("owner", $"{supervisor.Id}")],
            "/accounts/assign"
        );

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        var kept = await app.WithDbAsync(db => db.Accounts.SingleAsync());
        Assert.Equal(("Changed", (Guid?)null), (kept.Name, kept.OwnerId));
    }

    private static async Task<(long Account, long Contact, User With)> GivenSharedAsync(JingkeApp app, bool mayEdit)
    {
        await app.GivenUserAsync(Role.Administrator);
        var person = await app.GivenUserAsync(Role.Supervisor, "shared-with", scope: DataScope.Own);
        var (account, contact) = await app.WithDbAsync(async db =>
        {
            var shown = new Account(AccountKind.Company, "Shown", At);
            db.Add(shown);
            await db.SaveChangesAsync();
            var li = new Contact(shown.Id, "Li");
            db.AddRange(li, new AccountShare(shown.Id, person.Id, mayEdit, At, null));
            await db.SaveChangesAsync();
            return (shown.Id, li.Id);
        });
        await app.Services.GetRequiredService<PeopleDirectory>().ReloadAsync(TestContext.Current.CancellationToken);
        return (account, contact, person);
    }

    private static Task<HttpResponseMessage> PutAsync(HttpClient client, long account, string name) =>
        client.PutAsync(
            $"/api/accounts/{account}",
            new StringContent($$"""{"name":"{{name}}","version":0}""", Encoding.UTF8, "application/json"),
            TestContext.Current.CancellationToken
        );

    private static Task<string> StateAsync(JingkeApp app) =>
        app.WithDbAsync(async db =>
        {
            var accounts = await db.Accounts.Select(each => $"{each.Name} {each.OwnerId} {each.Version}").ToListAsync();
            var contacts = await db.Contacts.Select(each => each.Name).ToListAsync();
            return string.Join('|', [.. accounts, .. contacts, $"{await db.AccountMeasures.CountAsync()}"]);
        });
}

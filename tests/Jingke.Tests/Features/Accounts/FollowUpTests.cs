using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Jingke.Domain.Accounts;
using Jingke.Domain.Contacts;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Web.Common;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.Tests.Features.Accounts;

public sealed class FollowUpTests
{
    [Theory, EachDatabase]
    public async Task A_contact_with_the_customer_is_written_down_with_its_next_step(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var rep = await app.GivenUserAsync(Role.Rep, "小李");
        var id = await app.GivenAccountAsync("跟进的公司", owner: rep.Id);
        var contact = await app.GivenContactAsync(id, "张总");
        var today = app.Services.GetRequiredService<Clock>().Today;
        using var client = await app.SignedInAsync(rep);

        var answer = await client.SendAsync(
            $"/accounts/{id}?tab=follow-ups",
            "follow-up",
            ("Kind", "Call"),
            ("On", Day(today.AddDays(-1))),
            ("ContactId", $"{contact}"),
            ("Summary", "同意试用\n要报价"),
            ("NextStep", "发报价单"),
            ("NextOn", Day(today.AddDays(3)))
        );
        var page = await (await client.GetAsync($"/accounts/{id}?tab=follow-ups")).TextAsync();

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("电话：张总", page, StringComparison.Ordinal);
        Assert.Contains("同意试用\n要报价", page, StringComparison.Ordinal);
        Assert.Contains("下一步：发报价单", page, StringComparison.Ordinal);
        var toDo = await app.WithDbAsync(db => db.ToDos.SingleAsync());
        var followUp = await app.WithDbAsync(db => db.FollowUps.SingleAsync());
        Assert.Equal((rep.Id, today.AddDays(3), (long?)followUp.Id), (toDo.OwnerId, toDo.DueOn, toDo.FollowUpId));
        Assert.Equal((rep.Id, (long?)contact), (followUp.ById, followUp.ContactId));
    }

    [Theory, EachDatabase]
    public async Task The_day_of_the_latest_contact_follows_in_whatever_order_they_are_entered(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var id = await app.GivenAccountAsync("跟进的公司");
        using var client = await app.SignedInAsync(Role.Administrator);
        var before = await app.AccountAsync(id);

        foreach (var on in (string[])["2026-03-05", "2026-04-20", "2026-02-01"])
            (
                await WriteAsync(
                    client,
                    id,
                    new
                    {
                        kind = "Visit",
                        on,
                        summary = $"见面 {on}",
                    }
                )
            ).EnsureSuccessStatusCode();
        var page = await (await client.GetAsync($"/accounts/{id}?tab=follow-ups")).TextAsync();

        var after = await app.AccountAsync(id);
        Assert.Equal(new DateOnly(2026, 4, 20), after.LastContactOn);
        // Whoever has the account open for editing meets no conflict because of it.
        Assert.Equal(before.Version, after.Version);
        var order = (string[])["见面 2026-04-20", "见面 2026-03-05", "见面 2026-02-01"];
        Assert.Equal(order, order.OrderBy(words => page.IndexOf(words, StringComparison.Ordinal)));
        Assert.DoesNotContain(-1, order.Select(words => page.IndexOf(words, StringComparison.Ordinal)));
    }

    [Theory, EachDatabase]
    public async Task An_entry_that_is_sent_again_is_kept_once_and_answered_as_if_new(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var rep = await app.GivenUserAsync(Role.Rep, "小李");
        var id = await app.GivenAccountAsync("跟进的公司", owner: rep.Id);
        using var client = await app.SignedInAsync(rep);
        var entry = new
        {
            kind = "Visit",
            on = "2026-03-05",
            summary = "谈了价格",
            nextStep = "回话",
            nextOn = "2026-03-09",
            entryId = Guid.NewGuid(),
        };

        var together = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => WriteAsync(client, id, entry)));
        await app.WithDbAsync(db => db.Accounts.ExecuteUpdateAsync(set => set.SetProperty(account => account.OwnerId, (Guid?)null)));
        var afterwards = await WriteAsync(client, id, entry);

        Assert.All(together.Append(afterwards), answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        var kept = await app.WithDbAsync(db => db.FollowUps.SingleAsync());
        foreach (var answer in together.Append(afterwards))
            Assert.Equal(kept.Id, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64());
        Assert.Equal(1, await app.WithDbAsync(db => db.ToDos.CountAsync()));
        // A new entry about an account that is no longer theirs is refused.
        Assert.Equal(HttpStatusCode.NotFound, (await WriteAsync(client, id, entry with { entryId = Guid.NewGuid() })).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task An_entry_of_a_colleague_is_not_answered_as_ones_own(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var id = await app.GivenAccountAsync("跟进的公司");
        using var one = await app.SignedInAsync(Role.Administrator);
        using var other = await app.SignedInAsync(Role.Administrator);
        var entry = new
        {
            kind = "Visit",
            on = "2026-03-05",
            summary = "谈了价格",
            entryId = Guid.NewGuid(),
        };

        await WriteAsync(one, id, entry);
        var refused = await WriteAsync(other, id, entry);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("follow-up.entry-of-other", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task What_one_person_wrote_on_a_shared_phone_is_not_taken_from_the_next()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        var id = await app.GivenAccountAsync("跟进的公司");
        var writer = await app.GivenUserAsync(Role.Administrator, "小李");
        using var next = await app.SignedInAsync(Role.Administrator);
        using var client = await app.SignedInAsync(writer);
        var entry = new
        {
            kind = "Visit",
            on = "2026-03-05",
            summary = "谈了价格",
            byId = writer.Id,
        };

        var refused = await WriteAsync(next, id, entry);
        var taken = await WriteAsync(client, id, entry);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Created), (refused.StatusCode, taken.StatusCode));
        Assert.Equal("follow-up.of-other-person", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Theory, EachDatabase]
    public async Task What_cannot_be_is_refused_beside_its_field_and_nothing_typed_is_lost(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var id = await app.GivenAccountAsync("跟进的公司");
        var elsewhere = await app.GivenContactAsync(await app.GivenAccountAsync("别的公司"), "外人");
        var tomorrow = app.Services.GetRequiredService<Clock>().Today.AddDays(1);
        using var client = await app.SignedInAsync(Role.Administrator);

        var future = await client.SendAsync(
            $"/accounts/{id}?tab=follow-ups",
            "follow-up",
            ("Kind", "Call"),
            ("On", Day(tomorrow)),
            ("Summary", "别弄丢我")
        );
        var dayless = await WriteAsync(
            client,
            id,
            new
            {
                kind = "Call",
                on = "2026-03-01",
                summary = "谈了",
                nextStep = "回话",
            }
        );
        var stranger = await WriteAsync(
            client,
            id,
            new
            {
                kind = "Call",
                on = "2026-03-01",
                summary = "谈了",
                contactId = elsewhere,
            }
        );
        var wordless = await WriteAsync(
            client,
            id,
            new
            {
                kind = "Call",
                on = "2026-03-01",
                summary = "  ",
            }
        );

        var page = await future.TextAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, future.StatusCode);
        Assert.Contains("还没有到。跟进只记已经发生的", page, StringComparison.Ordinal);
        Assert.Contains("别弄丢我", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, dayless.StatusCode);
        Assert.Contains("nextOn", await dayless.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, wordless.StatusCode);
        Assert.Equal(0, await app.WithDbAsync(db => db.FollowUps.CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task An_account_shared_for_reading_is_read_and_nothing_is_entered_until_the_share_allows_it(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var rep = await app.GivenUserAsync(Role.Rep, "小李");
        var id = await app.GivenAccountAsync("共享的公司");
        await app.GivenContactAsync(id, "张总");
        await app.GivenShareAsync(id, rep.Id, mayEdit: false);
        using var client = await app.SignedInAsync(rep);
        var entry = new
        {
            kind = "Visit",
            on = "2026-03-05",
            summary = "谈了价格",
        };

        var read = await (await client.GetAsync($"/accounts/{id}?tab=follow-ups")).TextAsync();
        var refused = await WriteAsync(client, id, entry);
        var account = await app.AccountAsync(id);
        var edited = await client.PutAsJsonAsync($"/api/accounts/{id}", new { name = "改名", version = account.Version });
        var contact = await client.SendAsync($"/accounts/{id}/contacts/new", "contact", ("Name", "新人"));
        await app.GivenShareAsync(id, rep.Id, mayEdit: true);
        var allowed = await WriteAsync(client, id, entry);

        Assert.Contains("共享的公司", read, StringComparison.Ordinal);
        Assert.DoesNotContain("记一次跟进", read, StringComparison.Ordinal);
        Assert.DoesNotContain($"/accounts/{id}/edit", read, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("account.only-shown", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity), (edited.StatusCode, contact.StatusCode));
        Assert.Equal(HttpStatusCode.Created, allowed.StatusCode);
    }

    [Theory, EachDatabase]
    public async Task The_list_comes_in_pages_and_as_a_file(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var id = await app.GivenAccountAsync("跟进的公司");
        using var client = await app.SignedInAsync(Role.Administrator);
        for (var day = 1; day <= 27; day++)
            await WriteAsync(
                client,
                id,
                new
                {
                    kind = "Message",
                    on = $"2026-03-{day:00}",
                    summary = $"第{day}次",
                    nextStep = day == 27 ? "签合同" : null,
                    nextOn = "2026-04-01",
                }
            );

        var second = await client.GetFromJsonAsync<JsonElement>($"/api/accounts/{id}/follow-ups?page=2");
        var file = await client.GetStringAsync($"/accounts/{id}/follow-ups/export?format=csv");

        Assert.Equal(27, second.GetProperty("total").GetInt32());
        Assert.Equal(["第2次", "第1次"], second.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("summary").GetString()));
        var lines = file.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(29, lines.Length);
        Assert.Contains("微信", lines[1], StringComparison.Ordinal);
        Assert.Contains("签合同", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("签合同", lines[2], StringComparison.Ordinal);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static Task<HttpResponseMessage> WriteAsync(HttpClient client, long account, object entry) =>
        client.PostAsJsonAsync($"/api/accounts/{account}/follow-ups", entry);
}

/// <summary>People at accounts and shares, put into the database for tests.</summary>
internal static class GivenPeople
{
    public static Task<long> GivenContactAsync(this JingkeApp app, long account, string name) =>
        app.WithDbAsync(async db =>
        {
            var contact = new Contact(account, name);
            db.Add(contact);
            await db.SaveChangesAsync();
            return contact.Id;
        });

    public static async Task GivenShareAsync(this JingkeApp app, long account, Guid user, bool mayEdit)
    {
        await app.WithDbAsync(async db =>
        {
            await db.AccountShares.Where(share => share.AccountId == account && share.UserId == user).ExecuteDeleteAsync();
            db.Add(new AccountShare(account, user, mayEdit, GivenAccounts.At, null));
            await db.SaveChangesAsync();
        });
        await app.Services.GetRequiredService<PeopleDirectory>().ReloadAsync(CancellationToken.None);
    }
}

using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Jingke.Domain.Facts;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Web.Data.Facts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.Tests.Features.Accounts;

/// <summary>What is typed into the form of an account, or sent as JSON, goes through the door of the facts.</summary>
public sealed class EditedFactsTests
{
    [Theory, EachDatabase]
    public async Task A_changed_value_becomes_a_fact_and_the_former_one_stays_in_its_history(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var id = await app.GivenAccountAsync("改动公司", new() { Phone = "010-1111", Address = "旧街 1 号" });
        var editor = await app.GivenUserAsync(Role.Administrator, "老周");
        using var client = await app.SignedInAsync(editor);

        await EditAsync(app, client, id, ("Phone", "010-2222"), ("Address", "旧街 1 号"));

        Assert.Equal("010-2222", (await app.AccountAsync(id)).Phone);
        var phones = await FactsAsync(app, id, "phone");
        Assert.Equal(
            [("010-1111", FactStanding.Outranked, null), ("010-2222", FactStanding.Accepted, (Guid?)editor.Id)],
            phones.Select(fact => (fact.Value, fact.Standing, fact.RecordedById))
        );
        // What was not touched is not said again.
        Assert.Empty(await FactsAsync(app, id, "address"));
    }

    [Theory, EachDatabase]
    public async Task A_colleague_who_replaces_a_value_of_the_same_day_is_believed(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var id = await app.GivenAccountAsync("同日公司");
        using var one = await app.SignedInAsync(Role.Administrator);
        using var two = await app.SignedInAsync(Role.Administrator);

        await EditAsync(app, one, id, ("Phone", "111"));
        await EditAsync(app, two, id, ("Phone", "222"));

        Assert.Equal("222", (await app.AccountAsync(id)).Phone);
        Assert.Equal(
            [("111", FactSettlement.Outdated), ("222", null)],
            (await FactsAsync(app, id, "phone")).Select(fact => (fact.Value, fact.Settlement))
        );
    }

    [Theory, EachDatabase]
    public async Task An_emptied_value_was_true_once_and_does_not_come_back(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var id = await app.GivenAccountAsync("清空公司", new() { Website = "old.example.com", ProvinceCode = "440000" });
        using var client = await app.SignedInAsync(Role.Administrator);

        await EditAsync(app, client, id, ("Website", ""), ("Region", ""), ("RegionText", "美国"));
        await app.WithDbAsync(db => db.Facts.Where(fact => fact.AccountId == id).CountAsync());
        await EditAsync(app, client, id, ("Website", ""), ("RegionText", "美国"), ("Phone", "333"));

        var account = await app.AccountAsync(id);
        Assert.Equal((null, null, "美国", "333"), (account.Website, account.ProvinceCode, account.RegionText, account.Phone));
        var kept = Assert.Single(await FactsAsync(app, id, "website"));
        Assert.Equal(("old.example.com", FactSettlement.Outdated), (kept.Value, kept.Settlement));
    }

    [Theory, EachDatabase]
    public async Task What_is_typed_for_a_new_account_are_its_first_facts(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var client = await app.SignedInAsync(Role.Administrator);

        await client.SendAsync(
            "/accounts/new",
            "account",
            ("Name", "新建公司"),
            ("Phone", "020-5555"),
            ("Region", "440300"),
            ("Employees", "120")
        );

        var account = await app.WithDbAsync(db => db.Accounts.SingleAsync());
        Assert.Equal(("020-5555", "440300", 120), (account.Phone, account.CityCode, account.Employees));
        var facts = await app.WithDbAsync(db => db.Facts.Include(fact => fact.Field).OrderBy(fact => fact.Field!.Key).ToListAsync());
        Assert.Equal(
            [("employees", "120"), ("phone", "020-5555"), ("region", "440300")],
            facts.Select(fact => (fact.Field!.Key, fact.Value))
        );
        Assert.All(facts, fact => Assert.Equal((FactStanding.Accepted, true), (fact.Standing, fact.IsFirstHand)));
        Assert.True(account.Completeness > 0);
    }

    [Theory, EachDatabase]
    public async Task Json_takes_facts_with_their_source_and_gives_what_is_believed(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var client = await app.SignedInAsync(Role.Administrator);
        var yesterday = DateOnly
            .FromDateTime(DateTime.UnixEpoch.AddMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()))
            .AddDays(-1);

        var created = await client.PostAsJsonAsync(
            "/api/accounts",
            new
            {
                name = "接口公司",
                facts = new object[]
                {
                    new
                    {
                        field = "budget",
                        value = "50万",
                        channel = "phone-call",
                        observedOn = yesterday,
                    },
                    new { field = "phone", value = "0755-1" },
                },
            }
        );
        var one = await created.Content.ReadFromJsonAsync<JsonElement>();
        var changed = await client.PutAsJsonAsync(
            created.Headers.Location,
            new
            {
                name = "接口公司",
                phone = "0755-1",
                version = one.GetProperty("version").GetInt32(),
                facts = new[] { new { field = "budget", value = "80万" } },
            }
        );
        var now = await changed.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(("500000", "0755-1"), (ValueOf(one, "budget"), one.GetProperty("phone").GetString()));
        Assert.Equal(("800000", "0755-1"), (ValueOf(now, "budget"), ValueOf(now, "phone")));
        var id = one.GetProperty("id").GetInt64();
        Assert.Equal(2, (await FactsAsync(app, id, "budget")).Count);
        Assert.Equal(yesterday, (await FactsAsync(app, id, "budget"))[0].ObservedOn);
        Assert.Single(await FactsAsync(app, id, "phone"));
    }

    [Theory, EachDatabase]
    public async Task A_fact_that_cannot_be_read_saves_nothing_of_a_json_request(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var id = await app.GivenAccountAsync("原名公司", new() { Phone = "1" });
        using var client = await app.SignedInAsync(Role.Administrator);

        var refused = await client.PutAsJsonAsync(
            $"/api/accounts/{id}",
            new
            {
                name = "新名公司",
                phone = "2",
                version = (await app.AccountAsync(id)).Version,
                facts = new[] { new { field = "budget", value = "很多" } },
            }
        );
        var unknown = await client.PostAsJsonAsync(
            "/api/accounts",
            new { name = "甲", facts = new[] { new { field = "nothing", value = "1" } } }
        );

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("facts.budget", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        var account = await app.AccountAsync(id);
        Assert.Equal(("原名公司", "1"), (account.Name, account.Phone));
        Assert.Equal((1, 0), await app.WithDbAsync(async db => (await db.Accounts.CountAsync(), await db.Facts.CountAsync())));
    }

    [Theory, EachDatabase]
    public async Task A_masked_value_is_neither_told_nor_lost_and_what_a_role_does_not_see_is_left_out(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var rep = await app.GivenUserAsync(Role.Rep, "小李");
        var id = await app.GivenAccountAsync("保密公司", new() { Phone = "010-9", Website = "a.example.com" }, owner: rep.Id);
        await app.WithDbAsync(async db =>
        {
            await SettingsAsync(db, "phone", settings => settings with { IsSensitive = true });
            await SettingsAsync(db, "website", settings => settings with { SeenBy = [Role.Administrator] });
        });
        await app.Services.GetRequiredService<CatalogueInForce>().ReloadAsync(default);
        using var client = await app.SignedInAsync(rep);

        var read = await client.GetFromJsonAsync<JsonElement>($"/api/accounts/{id}");
        var page = await (await client.GetAsync($"/accounts/{id}/edit")).TextAsync();
        var version = read.GetProperty("version").GetInt32().ToString(CultureInfo.InvariantCulture);
        await client.SendAsync($"/accounts/{id}/edit", "account", ("Name", "保密公司二"), ("Version", version));

        Assert.Equal(JsonValueKind.Null, read.GetProperty("phone").ValueKind);
        Assert.True(read.GetProperty("fields").GetProperty("phone").GetProperty("isMasked").GetBoolean());
        Assert.False(read.GetProperty("fields").TryGetProperty("website", out _));
        Assert.DoesNotContain("010-9", read.GetRawText() + page, StringComparison.Ordinal);
        Assert.DoesNotContain("a.example.com", read.GetRawText() + page, StringComparison.Ordinal);
        var account = await app.AccountAsync(id);
        Assert.Equal(("保密公司二", "010-9", "a.example.com"), (account.Name, account.Phone, account.Website));
    }

    [Theory, EachDatabase]
    public async Task Accounts_of_others_are_neither_read_nor_changed(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var id = await app.GivenAccountAsync("别人的公司", new() { Phone = "1" });
        using var client = await app.SignedInAsync(Role.Rep);

        var put = await client.PutAsJsonAsync(
            $"/api/accounts/{id}",
            new
            {
                name = "抢走",
                version = 0,
                facts = new[] { new { field = "budget", value = "1" } },
            }
        );

        Assert.Equal(HttpStatusCode.NotFound, put.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/api/accounts/{id}")).StatusCode);
        Assert.Equal(0, await app.WithDbAsync(db => db.Facts.CountAsync()));
    }

    private static string? ValueOf(JsonElement account, string field) =>
        account.GetProperty("fields").GetProperty(field).GetProperty("value").GetString();

    private static async Task EditAsync(JingkeApp app, HttpClient client, long id, params (string, string)[] fields)
    {
        var account = await app.AccountAsync(id);
        var answer = await client.SendAsync(
            $"/accounts/{id}/edit",
            "account",
            [("Name", account.Name), ("Version", account.Version.ToString(CultureInfo.InvariantCulture)), .. fields]
        );
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    private static Task<List<Fact>> FactsAsync(JingkeApp app, long id, string field) =>
        app.WithDbAsync(db =>
            db.Facts.Where(fact => fact.AccountId == id && fact.Field!.Key == field).OrderBy(fact => fact.Id).ToListAsync()
        );

    private static async Task SettingsAsync(Web.Data.JingkeDbContext db, string key, Func<FieldSettings, FieldSettings> change)
    {
        var field = await db.FieldDefinitions.SingleAsync(each => each.Key == key);
        field.Change(
            change(
                new()
                {
                    Names = field.Names,
                    Section = field.Section,
                    Choices = field.Choices,
                    Weight = field.Weight,
                }
            )
        );
        await db.SaveChangesAsync();
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jingke.Tests.Features.Accounts;

public sealed class AccountJsonTests
{
    [Theory, EachDatabase]
    public async Task An_account_is_created_read_listed_and_changed(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var client = await app.SignedInAsync(Role.Administrator);

        var created = await client.PostAsJsonAsync(
            "/api/accounts",
            new
            {
                name = "接口公司",
                kind = "Household",
                region = "440300",
            }
        );
        var account = await created.Content.ReadFromJsonAsync<JsonElement>();
        var address = created.Headers.Location!.OriginalString;
        var read = await client.GetFromJsonAsync<JsonElement>(address);
        var list = await client.GetFromJsonAsync<JsonElement>("/api/accounts?q=接口&kind=Household");
        var changed = await client.PutAsJsonAsync(address, new { name = "接口公司二", version = read.GetProperty("version").GetInt32() });
        var stale = await client.PutAsJsonAsync(address, new { name = "迟到", version = read.GetProperty("version").GetInt32() });

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("440000", account.GetProperty("provinceCode").GetString());
        Assert.Equal("Household", read.GetProperty("kind").GetString());
        Assert.Equal((1, "接口公司"), (list.GetProperty("total").GetInt32(), list.GetProperty("rows")[0].GetProperty("name").GetString()));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Equal("changed-by-other", (await stale.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Theory, EachDatabase]
    public async Task Sales_are_given_in_currency_units(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var client = await app.SignedInAsync(Role.Administrator);
        await client.PostAsJsonAsync("/api/accounts", new { name = "甲公司" });
        await app.WithDbAsync(db => db.Accounts.ExecuteUpdateAsync(set => set.SetProperty(account => account.NetSales, 1_505_000)));

        var list = await client.GetFromJsonAsync<JsonElement>("/api/accounts");
        var row = list.GetProperty("rows")[0];
        var one = await client.GetFromJsonAsync<JsonElement>($"/api/accounts/{row.GetProperty("id").GetInt64()}");

        Assert.Equal((150.5m, 150.5m), (row.GetProperty("netSales").GetDecimal(), one.GetProperty("netSales").GetDecimal()));
    }

    [Theory, EachDatabase]
    public async Task A_fact_may_be_told_as_a_number(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var client = await app.SignedInAsync(Role.Administrator);
        var created = await client.PostAsJsonAsync("/api/accounts", new { name = "数字公司" });
        var facts = $"{created.Headers.Location!.OriginalString}/facts";

        using var told = await client.PostAsJsonAsync(
            facts,
            new { values = new Dictionary<string, object?> { ["employees"] = 1200, ["budget"] = null } }
        );
        using var listed = await client.PostAsJsonAsync(
            facts,
            new { values = new Dictionary<string, object> { ["employees"] = new[] { 1 } } }
        );
        var believed = (await client.GetFromJsonAsync<JsonElement>(facts)).EnumerateArray().ToList();

        Assert.True(told.IsSuccessStatusCode, await told.TextAsync());
        Assert.Equal(HttpStatusCode.BadRequest, listed.StatusCode);
        Assert.Contains(
            believed,
            fact =>
                fact.GetProperty("field").GetString() == "employees"
                && fact.GetProperty("value").GetString()!.StartsWith("1200", StringComparison.Ordinal)
        );
    }

    [Theory, EachDatabase]
    public async Task What_is_wrong_comes_back_as_problem_details(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var client = await app.SignedInAsync(Role.Administrator);
        using var finance = await app.SignedInAsync(Role.Finance);
        using var stranger = app.NewClient();

        var nameless = await client.PostAsJsonAsync("/api/accounts", new { code = "1" });
        var wrong = await client.PostAsJsonAsync("/api/accounts", new { name = "甲", creditCode = "123" });

        Assert.Equal(HttpStatusCode.BadRequest, nameless.StatusCode);
        Assert.Contains(
            "name",
            (await nameless.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").GetRawText(),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.Conflict, wrong.StatusCode);
        Assert.Contains(
            "18 位",
            (await wrong.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await finance.PostAsJsonAsync("/api/accounts", new { name = "甲" })).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync("/api/accounts")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/accounts/12345")).StatusCode);
    }
}

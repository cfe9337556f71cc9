using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Jingke.Domain.Facts;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jingke.Tests.Features.Accounts;

/// <summary>One value of a field for many accounts: through vetting, and taken back.</summary>
public sealed class DescribeAccountsTests
{
    [Theory, EachDatabase]
    public async Task A_value_is_recorded_as_a_fact_for_each_and_taken_back_as_one(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var known = await app.GivenAccountAsync("甲", new() { Ownership = "国有" });
        var unknown = await app.GivenAccountAsync("乙");
        using var client = await app.SignedInAsync(Role.Administrator);

        await PostAsync(client, "/accounts/describe", ("id", known), ("id", unknown), ("field", "ownership"), ("value", "民营"));

        Assert.Equal(["民营", "民营"], await OwnershipsAsync(app, known, unknown));
        // What stood in the account is a fact now, and not overwritten.
        Assert.Equal(
            ["国有", "民营"],
            await app.WithDbAsync(db =>
                db.Facts.Where(fact => fact.AccountId == known).OrderBy(fact => fact.Id).Select(fact => fact.Value).ToListAsync()
            )
        );
        var list = await client.GetStringAsync("/accounts");
        Assert.Contains("已为 2 个客户记录“企业性质”", WebUtility.HtmlDecode(list), StringComparison.Ordinal);
        var undo = Regex.Match(list, "action=\"(/accounts/describe/[0-9]+/undo)\"").Groups[1].Value;

        await PostAsync(client, undo);

        Assert.Equal(["国有", null], await OwnershipsAsync(app, known, unknown));
        Assert.Equal(
            [FactSettlement.Outdated, FactSettlement.Outdated],
            await app.WithDbAsync(db => db.Facts.Where(fact => fact.Value == "民营").Select(fact => fact.Settlement!.Value).ToListAsync())
        );
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(client, undo)).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task What_is_vetted_is_not_overwritten_and_who_may_not_changes_nothing(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var rep = await app.GivenUserAsync(Role.Rep, "小李");
        var mine = await app.GivenAccountAsync("自己的", owner: rep.Id);
        var household = await app.WithDbAsync(async db =>
        {
            var made = new Domain.Accounts.Account(Domain.Accounts.AccountKind.Household, "李家", GivenAccounts.At);
            made.AssignTo(rep.Id, null, GivenAccounts.At);
            db.Add(made);
            await db.SaveChangesAsync();
            return made.Id;
        });
        var other = await app.GivenAccountAsync("别人的");
        using var client = await app.SignedInAsync(rep);
        using var finance = await app.SignedInAsync(Role.Finance);

        await PostAsync(
            client,
            "/accounts/describe",
            ("id", mine),
            ("id", household),
            ("id", other),
            ("field", "branches"),
            ("value", "12")
        );

        var facts = await app.WithDbAsync(db => db.Facts.ToListAsync());
        Assert.Equal((mine, "12"), (Assert.Single(facts).AccountId, facts[0].Value));
        var told = WebUtility.HtmlDecode(await client.GetStringAsync("/accounts"));
        Assert.Contains("1 个没有记录：李家：", told, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await SendAsync(finance, "/accounts/describe", ("id", mine), ("field", "branches"), ("value", "1"))).StatusCode
        );
        foreach (
            var (field, value) in ((string, string)[])
                [("branches", "many"), ("branches", ""), ("no-such", "1"), ("decision-maker", "1"), ("birthday", "2000-01-01")]
        )
            Assert.Equal(
                (field, HttpStatusCode.Conflict),
                (field, (await SendAsync(client, "/accounts/describe", ("id", mine), ("field", field), ("value", value))).StatusCode)
            );
        Assert.Equal(1, await app.WithDbAsync(db => db.Facts.CountAsync()));
        Assert.Equal(1, await app.WithDbAsync(db => db.BulkActs.CountAsync()));
        using var keeper = await app.SignedInAsync(Role.Administrator);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (
                await SendAsync(
                    keeper,
                    $"/accounts/describe/{await app.WithDbAsync(db => db.BulkActs.Select(act => act.Id).SingleAsync())}/undo"
                )
            ).StatusCode
        );
    }

    [Theory, EachDatabase]
    public async Task A_value_that_somebody_confirmed_since_is_left_alone_when_it_is_taken_back(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var (one, two) = (await app.GivenAccountAsync("甲"), await app.GivenAccountAsync("乙"));
        using var client = await app.SignedInAsync(Role.Administrator);
        await PostAsync(client, "/accounts/describe", ("id", one), ("id", two), ("field", "branches"), ("value", "12"));
        var undo = Regex.Match(await client.GetStringAsync("/accounts"), "action=\"(/accounts/describe/[0-9]+/undo)\"").Groups[1].Value;
        await app.WithDbAsync(async db =>
        {
            (await db.Facts.SingleAsync(fact => fact.AccountId == one)).Settle(FactSettlement.Confirmed, GivenAccounts.At, null);
            await db.SaveChangesAsync();
        });

        await PostAsync(client, undo);

        Assert.Contains("1 个之后已经处理过", WebUtility.HtmlDecode(await client.GetStringAsync("/accounts")), StringComparison.Ordinal);
        var rows = (await client.GetFromJsonAsync<System.Text.Json.JsonElement>("/api/accounts?where=field.branches.known")).GetProperty(
            "rows"
        );
        Assert.Equal("甲", Assert.Single(rows.EnumerateArray()).GetProperty("name").GetString());
    }

    private static Task<List<string?>> OwnershipsAsync(JingkeApp app, params long[] ids) =>
        app.WithDbAsync(db =>
            db.Accounts.Where(account => ids.Contains(account.Id))
                .OrderBy(account => account.Id)
                .Select(account => account.Ownership)
                .ToListAsync()
        );

    private static async Task PostAsync(HttpClient client, string address, params (string Name, object Value)[] fields)
    {
        using var answer = await SendAsync(client, address, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, $"{address}: {answer.StatusCode} {await answer.TextAsync()}");
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string address, params (string Name, object Value)[] fields) =>
        JingkeApp.PostFormAsync(
            client,
            "/accounts/groups",
            fields.Select(each => KeyValuePair.Create(each.Name, $"{each.Value}")),
            address
        );
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jingke.Domain.Accounts;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jingke.Tests.Features.Accounts;

/// <summary>Groups of accounts: fixed and by filter, nested, shared, in bulk and on the page of an account.</summary>
public sealed class GroupTests
{
    [Theory, EachDatabase]
    public async Task Accounts_are_put_into_a_group_and_taken_out_and_each_can_be_taken_back(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var (one, two) = (await app.GivenAccountAsync("甲"), await app.GivenAccountAsync("乙"));
        using var client = await app.SignedInAsync(Role.Administrator);

        await PostAsync(
            client,
            "/accounts/groups/join",
            ("id", one),
            ("id", two),
            ("newGroup", "重点维护"),
            ("back", "/accounts?sort=name")
        );
        var group = await GroupAsync(app, "重点维护");

        Assert.Equal("甲乙", await FoundAsync(client, group));
        Assert.Contains("2 个客户", await TextAsync(client, "/accounts/groups"), StringComparison.Ordinal);
        Assert.Contains("重点维护", await TextAsync(client, $"/accounts/{one}"), StringComparison.Ordinal);

        await PostAsync(client, "/accounts/groups/leave", ("id", one), ("group", group));
        Assert.Equal("乙", await FoundAsync(client, group));
        await PostAsync(client, await UndoAsync(client));
        Assert.Equal("甲乙", await FoundAsync(client, group));

        await PostAsync(client, "/accounts/groups/leave", ("id", two), ("group", group));
        await PostAsync(client, "/accounts/groups/join", ("id", one), ("id", two), ("group", group));
        var undo = await UndoAsync(client);
        await PostAsync(client, undo);
        Assert.Equal("甲", await FoundAsync(client, group));
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(client, undo)).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task A_group_holds_what_lies_in_the_groups_below_it_by_hand_and_by_filter(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var one = await app.GivenAccountAsync("甲", new() { Code = "1" });
        await app.GivenAccountAsync("乙", new() { Code = "2" }, tier: Tier.Key);
        await app.GivenAccountAsync("丙", new() { Code = "3" }, netSales: 9_000_0000);
        await app.GivenAccountAsync("丁", new() { Code = "4" });
        using var client = await app.SignedInAsync(Role.Administrator);
        await PostAsync(client, "/accounts/groups", ("name", "全部重点"));
        var top = await GroupAsync(app, "全部重点");
        await PostAsync(client, "/accounts/groups/join", ("id", one), ("newGroup", "手工"));
        var byHand = await GroupAsync(app, "手工");
        await PostAsync(client, $"/accounts/groups/{byHand}", ("name", "手工"), ("parent", top));
        await PostAsync(client, "/accounts/groups", ("name", "大客户"), ("address", "/accounts?tier=Key&sort=name&cols=tier&page=2"));
        var byTier = await GroupAsync(app, "大客户");
        await PostAsync(client, $"/accounts/groups/{byTier}", ("name", "大客户"), ("parent", byHand));
        await PostAsync(client, "/accounts/groups", ("name", "销售高"), ("address", "/accounts?where=sales.min.5000"), ("parent", byTier));

        Assert.Equal("甲乙丙", await FoundAsync(client, top));
        Assert.Equal("乙丙", await FoundAsync(client, byTier));
        Assert.Equal("丙", await FoundAsync(client, await GroupAsync(app, "销售高")));
        Assert.Equal("乙", await FoundAsync(client, top, "&tier=Key&where=name.has.乙"));
        Assert.Equal(
            "tier=Key",
            await app.WithDbAsync(db => db.AccountGroups.Where(each => each.Id == byTier).Select(each => each.Query).SingleAsync())
        );
        Assert.Contains("1 个客户", await TextAsync(client, "/accounts/groups"), StringComparison.Ordinal);

        // Neither lies in itself, nor below itself.
        foreach (var inside in (long[])[top, byHand, byTier])
            Assert.Equal(
                HttpStatusCode.Conflict,
                (await SendAsync(client, $"/accounts/groups/{top}", ("name", "全部重点"), ("parent", inside))).StatusCode
            );
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await SendAsync(client, "/accounts/groups/join", ("id", one), ("group", byTier))).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await SendAsync(client, "/accounts/groups", ("name", "空"), ("address", "/accounts"))).StatusCode
        );

        await PostAsync(client, $"/accounts/groups/{byHand}/delete");
        Assert.Equal("", await FoundAsync(client, top));
        Assert.Equal("乙丙", await FoundAsync(client, byTier));
        Assert.Equal("", await FoundAsync(client, byHand));
    }

    [Theory, EachDatabase]
    public async Task Filters_that_name_each_others_group_come_to_an_end(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.GivenAccountAsync("甲", tier: Tier.Key);
        using var client = await app.SignedInAsync(Role.Administrator);
        await PostAsync(client, "/accounts/groups", ("name", "一"), ("address", "/accounts?tier=Key"));
        var one = await GroupAsync(app, "一");
        await PostAsync(client, "/accounts/groups", ("name", "二"), ("address", $"/accounts?group={one}"));
        var two = await GroupAsync(app, "二");
        await app.WithDbAsync(async db =>
        {
            var group = await db.AccountGroups.SingleAsync(each => each.Id == one);
            group.Filter($"group={two}");
            await db.SaveChangesAsync();
        });

        Assert.Equal("", await FoundAsync(client, one));
        Assert.Equal("", await FoundAsync(client, two));
        Assert.Contains("一", await TextAsync(client, "/accounts/groups"), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_shared_group_shows_each_what_lies_in_their_scope_and_only_its_maker_changes_it(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var rep = await app.GivenUserAsync(Role.Rep, "小李");
        var mine = await app.GivenAccountAsync("自己的", owner: rep.Id);
        var other = await app.GivenAccountAsync("别人的");
        using var keeper = await app.SignedInAsync(Role.Administrator);
        using var client = await app.SignedInAsync(rep);
        await PostAsync(keeper, "/accounts/groups/join", ("id", mine), ("id", other), ("newGroup", "展会"));
        var shared = await GroupAsync(app, "展会");

        Assert.Equal("", await FoundAsync(client, shared));
        Assert.DoesNotContain("展会", await TextAsync(client, "/accounts/groups"), StringComparison.Ordinal);
        await PostAsync(keeper, $"/accounts/groups/{shared}", ("name", "展会"), ("shared", "true"));
        await PostAsync(keeper, "/accounts/groups", ("name", "无人负责"), ("shared", "true"), ("address", "/accounts?where=name.has.的"));

        Assert.Equal("自己的", await FoundAsync(client, shared));
        Assert.Equal("自己的", await FoundAsync(client, await GroupAsync(app, "无人负责")));
        var page = await TextAsync(client, "/accounts/groups");
        Assert.Equal(2, Regex.Count(page, "1 个客户"));
        foreach (
            var address in (string[])
                [$"/accounts/groups/{shared}", $"/accounts/groups/{shared}/delete", "/accounts/groups/join", "/accounts/groups/leave"]
        )
            Assert.Equal(
                (address, HttpStatusCode.NotFound),
                (address, (await SendAsync(client, address, ("name", "我的"), ("id", mine), ("group", shared))).StatusCode)
            );

        // Nobody puts what they do not see into a group of their own.
        await PostAsync(client, "/accounts/groups/join", ("id", mine), ("id", other), ("newGroup", "我的组"));
        var own = await GroupAsync(app, "我的组");
        Assert.Equal(
            [mine],
            await app.WithDbAsync(db =>
                db.AccountGroupMembers.Where(each => each.GroupId == own).Select(each => each.AccountId).ToListAsync()
            )
        );
        Assert.Equal("", await FoundAsync(keeper, own));
    }

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

    private static async Task<string> UndoAsync(HttpClient client) =>
        Regex.Match(await client.GetStringAsync("/accounts"), "action=\"(/accounts/groups/acts/[0-9]+/undo)\"").Groups[1].Value;

    private static Task<long> GroupAsync(JingkeApp app, string name) =>
        app.WithDbAsync(db => db.AccountGroups.Where(each => each.Name == name).Select(each => each.Id).SingleAsync());

    private static async Task<string> TextAsync(HttpClient client, string address) => await (await client.GetAsync(address)).TextAsync();

    private static async Task<string> FoundAsync(HttpClient client, long group, string more = "") =>
        string.Concat(
            (await client.GetFromJsonAsync<JsonElement>($"/api/accounts?sort=code&group={group}{more}"))
                .GetProperty("rows")
                .EnumerateArray()
                .Select(row => row.GetProperty("name").GetString())
        );
}

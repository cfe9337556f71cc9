using System.Net;
using Jingke.Domain.Accounts;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jingke.Tests.Features.Accounts;

public sealed class AccountListTests
{
    [Theory, EachDatabase]
    public async Task Each_filter_keeps_what_it_says(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var owner = await app.GivenUserAsync(Role.Rep, "张三");
        var about = new AccountDescription
        {
            Code = "A-1",
            ProvinceCode = "440000",
            CityCode = "440300",
            IndustryCode = "3921",
            Ownership = "民营",
            Size = "中型",
            Source = "展会",
            Phone = "0755-1234567",
        };
        await app.GivenAccountAsync("深圳甲公司", about, owner.Id, tier: Tier.Key, netSales: 5_000_0000, lastOrderOn: new(2026, 2, 1));
        await app.GivenAccountAsync("北京乙公司", new() { Kind = AccountKind.Household, ProvinceCode = "110000" });
        using var client = await app.SignedInAsync(Role.Administrator);

        string[] first =
        [
            "q=甲公",
            "q=szjgs",
            "q=1234567",
            "tier=Key",
            $"owner={owner.Id}",
            "province=440000",
            "city=440300",
            "industry=39",
            "industry=C",
            "ownership=民营",
            "scale=中型",
            "source=展会",
            "kind=Company",
            "last-from=2026-02-01",
            "last-to=2026-02-01",
            "sales-from=5000",
            "sales-to=5000&sales-from=1",
        ];
        string[] second = ["q=乙公", "q=北", "tier=none", "owner=none", "province=110000", "kind=Household", "sales-to=4999.99"];
        string[] none = ["city=110100", "q=丙", "tier=Rising", "owner=me", "last-from=2026-02-02", "sales-from=5000.01", "zone=7"];
        foreach (var query in first)
            Assert.Equal((query, "深圳甲公司"), (query, await NamesAsync(client, query)));
        foreach (var query in second)
            Assert.Equal((query, "北京乙公司"), (query, await NamesAsync(client, query)));
        foreach (var query in none)
            Assert.Equal((query, ""), (query, await NamesAsync(client, query)));
        Assert.Equal(
            "深圳甲公司|北京乙公司",
            await NamesAsync(client, "tier=nonsense&owner=x&last-from=soon&sales-from=many&page=-3&size=7")
        );
    }

    [Theory, EachDatabase]
    public async Task Names_are_in_the_order_of_their_pinyin_and_unknown_values_come_last(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.GivenAccountAsync("王府井", lastOrderOn: new(2026, 1, 1));
        await app.GivenAccountAsync("Zebra");
        await app.GivenAccountAsync("阿里", lastOrderOn: new(2026, 3, 1));
        await app.GivenAccountAsync("李宁");
        using var client = await app.SignedInAsync(Role.Administrator);

        Assert.Equal("阿里|李宁|王府井|Zebra", await NamesAsync(client, "sort=name"));
        Assert.Equal("Zebra|王府井|李宁|阿里", await NamesAsync(client, "sort=-name"));
        Assert.Equal("阿里|王府井|李宁|Zebra", await NamesAsync(client, "sort=-last"));
        Assert.Equal("王府井|阿里|Zebra|李宁", await NamesAsync(client, "sort=last"));
        foreach (var key in "sales code tier owner team region industry yoy rank score ownership scale source kind created".Split(' '))
        {
            var up = (await NamesAsync(client, "sort=" + key)).Split('|');
            Assert.Equal((key, 4), (key, up.Distinct().Count()));
        }
    }

    [Theory, EachDatabase]
    public async Task Pages_hold_each_account_once_and_a_page_past_the_end_is_the_last(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.WithDbAsync(db =>
        {
            db.AddRange(Enumerable.Range(1, 60).Select(each => new Account(AccountKind.Company, $"客户{each:00}", GivenAccounts.At)));
            return db.SaveChangesAsync();
        });
        using var client = await app.SignedInAsync(Role.Administrator);

        var pages = new List<string>();
        for (var page = 1; page <= 3; page++)
            pages.AddRange((await NamesAsync(client, $"page={page}")).Split('|'));
        var beyond = (await NamesAsync(client, "page=999")).Split('|');

        Assert.Equal(60, pages.Distinct().Count());
        Assert.Equal(10, beyond.Length);
        Assert.Contains("共 60 条", WebUtility.HtmlDecode(await client.GetStringAsync("/accounts?size=50")), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_rep_sees_only_their_own_accounts_whatever_they_ask_for(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var rep = await app.GivenUserAsync(Role.Rep, "小李");
        var other = await app.GivenUserAsync(Role.Rep, "小王");
        await app.GivenAccountAsync("我的客户", new() { Code = "M1" }, rep.Id);
        var hidden = await app.GivenAccountAsync("别人的客户", new() { Code = "X1" }, other.Id);
        using var client = await app.SignedInAsync(rep);

        foreach (var query in (string[])["", "q=客户", "q=X1", $"owner={other.Id}", "sort=-name", "size=100", "tier=none"])
            Assert.DoesNotContain("别人的客户", await client.GetStringAsync("/accounts?" + query), StringComparison.Ordinal);
        foreach (
            var address in (string[])
                [
                    $"/accounts/{hidden}",
                    $"/accounts/{hidden}?tab=changes",
                    $"/accounts/{hidden}/edit",
                    $"/accounts/{hidden}/contacts/new",
                    $"/api/accounts/{hidden}",
                ]
        )
        {
            var answer = await client.GetAsync(address);
            Assert.Equal((address, HttpStatusCode.NotFound), (address, answer.StatusCode));
            Assert.DoesNotContain("别人的客户", await answer.TextAsync(), StringComparison.Ordinal);
        }
    }

    [Theory, EachDatabase]
    public async Task Accounts_are_assigned_in_bulk_within_scope_only(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var (mine, theirs) = await app.WithDbAsync(async db =>
        {
            var (north, south) = (new Team("北区"), new Team("南区"));
            db.AddRange(north, south);
            await db.SaveChangesAsync();
            return (north.Id, south.Id);
        });
        var supervisor = await app.GivenUserAsync(Role.Supervisor, "主管", mine);
        var rep = await app.GivenUserAsync(Role.Rep, "新人", mine);
        var inScope = await app.GivenAccountAsync("北区客户", team: mine);
        var outside = await app.GivenAccountAsync("南区客户", team: theirs);
        using var client = await app.SignedInAsync(supervisor);

        var answer = await JingkeApp.PostFormAsync(
            client,
            "/accounts",
            [new("id", $"{inScope}"), new("id", $"{outside}"), new("owner", $"{rep.Id}"), new("back", "/accounts?sort=name")],
            "/accounts/assign"
        );

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/accounts?sort=name", answer.Headers.Location!.OriginalString);
        Assert.Equal(rep.Id, (await app.AccountAsync(inScope)).OwnerId);
        Assert.Null((await app.AccountAsync(outside)).OwnerId);
        Assert.Contains("已分配 1 个客户", WebUtility.HtmlDecode(await client.GetStringAsync("/accounts")), StringComparison.Ordinal);
        var logged = await app.WithDbAsync(db =>
            db.AuditEntries.Where(entry => entry.Subject == "Account" && entry.Action == "changed").SingleAsync()
        );
        Assert.Equal((supervisor.Id, $"{inScope}"), (logged.UserId!.Value, logged.SubjectId));
    }

    [Theory, EachDatabase]
    public async Task A_rep_may_neither_assign_nor_delete(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var rep = await app.GivenUserAsync(Role.Rep, "小李");
        var account = await app.GivenAccountAsync("我的客户", owner: rep.Id);
        using var client = await app.SignedInAsync(rep);

        foreach (var action in (string[])["/accounts/assign", "/accounts/delete", $"/accounts/{account}/delete", "/accounts/restore"])
        {
            var answer = await JingkeApp.PostFormAsync(client, "/accounts", [new("id", $"{account}"), new("owner", "none")], action);
            Assert.Equal((action, HttpStatusCode.Forbidden), (action, answer.StatusCode));
        }
        Assert.Equal(rep.Id, (await app.AccountAsync(account)).OwnerId);
        Assert.Null((await app.AccountAsync(account)).DeletedAt);
    }

    [Theory, EachDatabase]
    public async Task A_deleted_account_is_gone_from_the_list_until_the_message_takes_it_back(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var account = await app.GivenAccountAsync("误删的客户");
        using var client = await app.SignedInAsync(Role.Administrator);

        await JingkeApp.PostFormAsync(client, $"/accounts/{account}", [], $"/accounts/{account}/delete");
        var after = await client.GetStringAsync("/accounts");
        Assert.Contains($"action=\"/accounts/restore?ids={account}\"", after, StringComparison.Ordinal);
        Assert.Equal("", await NamesAsync(client, "q=误删"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/accounts/{account}")).StatusCode);

        await JingkeApp.PostFormAsync(client, "/accounts/new", [], $"/accounts/restore?ids={account}");
        Assert.Equal("误删的客户", await NamesAsync(client, "q=误删"));
    }

    [Theory, EachDatabase]
    public async Task A_view_is_kept_under_a_name_and_seen_by_others_only_when_shared(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.GivenAccountAsync("一个客户");
        using var client = await app.SignedInAsync(Role.Manager);
        using var colleague = await app.SignedInAsync(Role.Executive);

        foreach (var (name, shared) in new[] { ("广东大客户", "true"), ("我的草稿", "false") })
        {
            KeyValuePair<string, string>[] fields = [new("address", "/accounts?tier=Key&page=3"), new("name", name), new("shared", shared)];
            await JingkeApp.PostFormAsync(client, "/accounts", fields, "/accounts/views");
        }

        var mine = WebUtility.HtmlDecode(await client.GetStringAsync("/accounts"));
        var theirs = WebUtility.HtmlDecode(await colleague.GetStringAsync("/accounts"));
        Assert.Contains("href=\"/accounts?tier=Key\"", mine, StringComparison.Ordinal);
        Assert.Contains("我的草稿", mine, StringComparison.Ordinal);
        Assert.Contains("广东大客户", theirs, StringComparison.Ordinal);
        Assert.DoesNotContain("我的草稿", theirs, StringComparison.Ordinal);
    }

    private static async Task<string> NamesAsync(HttpClient client, string query)
    {
        var html = await client.GetStringAsync("/accounts?" + query);
        return string.Join(
            '|',
            System
                .Text.RegularExpressions.Regex.Matches(html, "<span class=\"account-name\">([^<]*)</span>")
                .Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))
        );
    }
}

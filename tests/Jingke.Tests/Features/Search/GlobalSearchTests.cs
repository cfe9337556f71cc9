using System.Net;
using Jingke.Domain.Contacts;
using Jingke.Domain.People;
using Jingke.Tests.Features.Accounts;
using Jingke.Tests.Support;
using Xunit;

namespace Jingke.Tests.Features.Search;

public sealed class GlobalSearchTests
{
    [Theory, EachDatabase]
    public async Task What_is_typed_in_the_top_bar_finds_the_likeliest_account_first(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.GivenAccountAsync("上海华为代理", netSales: 900);
        await app.GivenAccountAsync("华为技术", new() { Code = "HW01" }, netSales: 5);
        var other = await app.GivenAccountAsync("大鹏贸易", new() { Phone = "0755-88889999" }, netSales: 1_000);
        await app.WithDbAsync(async db =>
        {
            var contact = new Contact(other, "华小为");
            contact.Describe("采购", "13900001111", null, null, null);
            db.Add(contact);
            await db.SaveChangesAsync();
        });
        using var client = await app.SignedInAsync(Role.Administrator);

        Assert.Equal(["华为技术", "上海华为代理"], await HitsAsync(client, "华为"));
        Assert.Equal(["华为技术"], await HitsAsync(client, "hw01"));
        Assert.Equal(["华为技术", "上海华为代理"], await HitsAsync(client, "huaw"));
        Assert.Equal(["大鹏贸易"], await HitsAsync(client, "8888"));
        var fragment = await (await client.GetAsync("/search/found?q=华小")).TextAsync();
        Assert.Contains("华小为 采购", fragment.Replace("<mark>", "").Replace("</mark>", ""), StringComparison.Ordinal);
        Assert.DoesNotContain("<html", fragment, StringComparison.Ordinal);
        Assert.Contains("没有找到“不存在”", await (await client.GetAsync("/search?q=不存在")).TextAsync(), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_rep_never_finds_another_teams_account(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var rep = await app.GivenUserAsync(Role.Rep, "小李");
        await app.GivenAccountAsync("秘密大客户", new() { Code = "S-1", Phone = "13012345678" });
        await app.GivenAccountAsync("自己的客户", owner: rep.Id);
        using var client = await app.SignedInAsync(rep);

        foreach (var typed in (string[])["秘密", "S-1", "mmdkh", "mimi", "12345678", "客户 秘"])
        {
            Assert.Empty(await HitsAsync(client, typed));
            Assert.DoesNotContain("秘密大客户", await client.GetStringAsync($"/search?q={typed}"), StringComparison.Ordinal);
        }
        Assert.Equal(["自己的客户"], await HitsAsync(client, "客户"));
    }

    [Theory, EachDatabase]
    public async Task Who_is_not_signed_in_finds_nothing(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.GivenUserAsync(Role.Administrator);
        using var client = app.NewClient();

        var answer = await client.SendAsync(new(HttpMethod.Get, "/search/found?q=a") { Headers = { { "X-Fragment", "search" } } });

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static async Task<string[]> HitsAsync(HttpClient client, string typed)
    {
        var html = await client.GetStringAsync("/search/found?q=" + Uri.EscapeDataString(typed));
        return
        [
            .. System
                .Text.RegularExpressions.Regex.Matches(
                    html,
                    "<a href=\"/accounts/\\d+\">\\s*<span>(.*?)</span>",
                    System.Text.RegularExpressions.RegexOptions.Singleline
                )
                .Select(match =>
                    System.Text.RegularExpressions.Regex.Replace(WebUtility.HtmlDecode(match.Groups[1].Value), "<[^>]+>|\\s", "")
                ),
        ];
    }
}

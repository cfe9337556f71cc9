using System.Net;
using System.Text;
using Jingke.Domain.Accounts;
using Jingke.Domain.Imports;
using Jingke.Domain.People;
using Jingke.Tests.Import;
using Jingke.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jingke.Tests.Features.Accounts;

public sealed class AccountExportTests
{
    [Theory, EachDatabase]
    public async Task The_file_holds_what_the_page_shows_and_who_took_it_is_written_down(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.GivenAccountAsync(
            "乙公司",
            new()
            {
                Code = "007",
                ProvinceCode = "440000",
                CityCode = "440300",
            },
            tier: Tier.Key,
            netSales: 12_3456
        );
        await app.GivenAccountAsync("=HYPERLINK(\"x\")", tier: Tier.Key, netSales: 20_0000);
        await app.GivenAccountAsync("丙公司", tier: Tier.Ordinary);
        using var client = await app.SignedInAsync(Role.Administrator);

        var answer = await client.GetAsync("/accounts/export?tier=Key&sort=sales&cols=sales&cols=region&format=csv");
        var lines = Encoding
            .UTF8.GetString(await answer.Content.ReadAsByteArrayAsync())
            .TrimStart('\uFEFF')
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["客户,客户编号,净销售额 (元),地区", "乙公司,007,12.3456,广东 深圳"], lines[..2]);
        Assert.Equal(4, lines.Length);
        Assert.Matches("^※ Jingke · 机密，仅限内部使用 · Administrator 于 20[0-9: -]+ 导出 · 共 2 行,,,$", lines[3]);
        Assert.DoesNotMatch("^\"?=", lines[2]);
        var logged = await app.WithDbAsync(db => db.AuditEntries.SingleAsync(entry => entry.Action == "exported"));
        Assert.Contains("\"Rows\":[null,2]", logged.Changes, StringComparison.Ordinal);
        Assert.Contains("tier=Key", logged.Changes, StringComparison.Ordinal);
        var log = await (await client.GetAsync("/settings/audit?action=exported")).TextAsync();
        Assert.Contains("<dt>行数</dt>", log, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_file_that_was_taken_out_is_brought_in_again_without_its_last_row(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.GivenAccountAsync("甲公司", new() { Code = "A1" });
        await app.GivenAccountAsync("乙公司", new() { Code = "A2" });
        using var client = await app.SignedInAsync(Role.Administrator);

        foreach (var format in (string[])["csv", "xlsx"])
        {
            var file = await client.GetByteArrayAsync($"/accounts/export?format={format}");
            var batch = await app.EndOfAsync((await app.BringAsync(file, $"accounts.{format}", ImportKind.Accounts)).Id);

            Assert.Equal((ImportState.Done, 2L, 0L), (batch.State, batch.Read, batch.Rejected));
        }
        Assert.Equal(
            new HashSet<string> { "甲公司", "乙公司" },
            await app.WithDbAsync(async db => (await db.Accounts.Select(each => each.Name).ToListAsync()).ToHashSet())
        );
    }

    [Theory, EachDatabase]
    public async Task A_file_holds_only_the_viewers_scope_and_needs_the_right_to_export(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var rep = await app.GivenUserAsync(Role.Rep, "小李");
        await app.GivenAccountAsync("自己的", owner: rep.Id);
        await app.GivenAccountAsync("别人的");
        using var client = await app.SignedInAsync(rep);
        await app.GivenUserAsync(Role.Administrator);
        using var stranger = app.NewClient();

        var csv = await client.GetStringAsync("/accounts/export?format=csv&owner=none&q=");
        var own = await client.GetStringAsync("/accounts/export?format=csv");

        Assert.DoesNotContain("别人的", csv + own, StringComparison.Ordinal);
        Assert.Contains("自己的", own, StringComparison.Ordinal);
        Assert.Contains(
            "/sign-in",
            (await stranger.GetAsync("/accounts/export?format=csv")).Headers.Location!.OriginalString,
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/settings/audit/export?format=csv")).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task The_log_is_taken_out_with_its_changes_in_words(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.GivenAccountAsync("被记录的公司", new() { ProvinceCode = "110000" });
        using var client = await app.SignedInAsync(Role.Administrator);

        var csv = await client.GetStringAsync("/settings/audit/export?format=csv&subject=Account");

        Assert.Contains("系统,新建,客户,被记录的公司", csv, StringComparison.Ordinal);
        Assert.Contains("省份: 北京", csv, StringComparison.Ordinal);
    }
}

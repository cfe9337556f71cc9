using System.Net;
using Jingke.Domain.Contacts;
using Jingke.Domain.People;
using Jingke.Tests.Features.Accounts;
using Jingke.Tests.Import;
using Jingke.Tests.Support;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.Tests.Features;

/// <summary>Lists that are also files, besides those of accounts, key accounts and analyses, which have tests of their own.</summary>
public sealed class ListExportTests
{
    private const string Orders =
        "订单号,行号,订单日期,客户编号,客户名称,产品名称,数量,单价,销售额,业务员\n"
        + "SO1,1,2026-03-01,C1,甲公司,轴承,2,50.25,100.50,张三\n"
        + "SO2,1,2026-03-05,C1,甲公司,=cmd(),1,201,201,李四\n"
        + "SO3,1,2026-03-09,,,轴承,1,50.25,50.25,王五\n";

    [Theory, EachDatabase]
    public async Task An_accounts_order_lines_are_a_file_without_formulas(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.ImportAsync(Orders);
        var id = await app.WithDbAsync(db => db.Accounts.Select(account => account.Id).SingleAsync());
        using var client = await app.SignedInAsync(Role.Finance);

        var lines = await LinesAsync(client, $"/accounts/{id}/orders/export");

        Assert.Equal("下单日期,订单号,行号,产品,数量,单价 (元),金额 (元),业务员", lines[0]);
        Assert.StartsWith("2026-03-05,SO2,1,", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain(",=cmd()", lines[1], StringComparison.Ordinal);
        Assert.Equal("2026-03-01,SO1,1,轴承,2,50.25,100.50,张三", lines[2]);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/accounts/12345/orders/export")).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task Imports_and_lines_without_a_customer_are_files(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.ImportAsync(Orders);
        using var client = await app.SignedInAsync(Role.Manager);

        var imports = await LinesAsync(client, "/imports/export");
        var byOrder = await LinesAsync(client, "/imports/unattributed/export");
        var byFile = await LinesAsync(client, "/imports/unattributed/export?by=Batch");

        Assert.StartsWith("orders.csv,", imports[1], StringComparison.Ordinal);
        Assert.Equal("SO3,1,50.25,2026-03-09,2026-03-09", byOrder[1]);
        Assert.Equal("orders.csv,1,50.25,2026-03-09,2026-03-09", byFile[1]);
    }

    [Theory, EachDatabase]
    public async Task Settings_are_files_and_who_took_them_is_written_down(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var team = await app.WithDbAsync(async db =>
        {
            var north = new Team("=北区");
            db.Add(north);
            await db.SaveChangesAsync();
            return north.Id;
        });
        await app.Services.GetRequiredService<PeopleDirectory>().ReloadAsync(CancellationToken.None);
        await app.GivenUserAsync(Role.Rep, "小李", team);
        using var client = await app.SignedInAsync(Role.Administrator);

        var users = await LinesAsync(client, "/settings/users/export?role=Rep");
        var teams = await LinesAsync(client, "/settings/teams/export");
        var zones = await LinesAsync(client, "/settings/zones/export");
        var rules = await LinesAsync(client, "/key-accounts/rules/export");

        Assert.StartsWith("小李,小李,销售员,", Assert.Single(users[1..]), StringComparison.Ordinal);
        Assert.DoesNotMatch("^\"?=", teams[1]);
        Assert.EndsWith(",1,0", teams[1], StringComparison.Ordinal);
        Assert.Equal("大区名称,省份", zones[0]);
        Assert.Contains("默认规则", Assert.Single(rules[1..]), StringComparison.Ordinal);
        Assert.Equal(4, await app.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "exported")));
    }

    [Theory, EachDatabase]
    public async Task The_recycle_bin_is_a_file_of_accounts_or_of_contacts(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var (deleted, kept) = (await app.GivenAccountAsync("被删的公司", netSales: 12_3456), await app.GivenAccountAsync("留下的公司"));
        var contact = await app.WithDbAsync(async db =>
        {
            var person = new Contact(kept, "被删的人");
            db.Add(person);
            await db.SaveChangesAsync();
            return person.Id;
        });
        using var client = await app.SignedInAsync(Role.Administrator);
        await JingkeApp.PostFormAsync(client, $"/accounts/{deleted}", [], $"/accounts/{deleted}/delete");
        await JingkeApp.PostFormAsync(client, $"/accounts/{kept}?tab=contacts", [], $"/contacts/{contact}/delete");

        var accounts = await LinesAsync(client, "/settings/recycle-bin/export");
        var contacts = await LinesAsync(client, "/settings/recycle-bin/export?tab=contacts");

        Assert.StartsWith("被删的公司,,12.3456,", Assert.Single(accounts[1..]), StringComparison.Ordinal);
        Assert.StartsWith("被删的人,留下的公司,", Assert.Single(contacts[1..]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_page_with_a_list_offers_its_files()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        await app.ImportAsync(Orders);
        var id = await app.WithDbAsync(db => db.Accounts.Select(account => account.Id).SingleAsync());
        using var client = await app.SignedInAsync(Role.Administrator);

        foreach (
            var (page, file) in new[]
            {
                ($"/accounts/{id}?tab=orders", $"/accounts/{id}/orders/export"),
                ("/imports", "/imports/export"),
                ("/imports/unattributed?by=Batch", "/imports/unattributed/export?by=Batch"),
                ("/settings/users", "/settings/users/export"),
                ("/settings/teams", "/settings/teams/export"),
                ("/settings/zones", "/settings/zones/export"),
                ("/settings/recycle-bin?tab=contacts", "/settings/recycle-bin/export?tab=contacts"),
                ("/key-accounts/rules", "/key-accounts/rules/export"),
            }
        )
            Assert.Contains($"href=\"{file}", WebUtility.HtmlDecode(await client.GetStringAsync(page)), StringComparison.Ordinal);
    }

    // Without the last row, which every file has: who took it out.
    private static async Task<string[]> LinesAsync(HttpClient client, string address)
    {
        var lines = (await client.GetStringAsync($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}format=csv"))
            .TrimStart('\uFEFF')
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("※ Jingke · 机密", lines[^1], StringComparison.Ordinal);
        return lines[..^1];
    }
}

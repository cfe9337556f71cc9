using System.Net;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Jingke.Tests.Support.GivenSales;

namespace Jingke.Tests.Features.KeyAccounts;

public sealed class KeyAccountListTests
{
    [Theory, EachDatabase]
    public async Task The_page_shows_the_figures_worked_out_by_hand(Database database)
    {
        await using var app = await GivenCompany.StartAsync(database);
        var client = await app.SignedInAsync(Role.Executive);

        var page = await client.PageAsync("/key-accounts");

        Assert.Contains("前 20% 的客户（2 家）带来 70.0% 的销售额，符合二八规律；3 家客户（30.0%）合计占到 80%。", page);
        Assert.Contains("集中风险高：甲公司一家就占 50.0%，前 5 家占 90.0%，前 10 家占 100.0%。", page);
        Assert.Contains("占销售额 50.0%，排名第 1，同比 +25.0%，近 30 天有订单，依赖度高", page);
        Assert.Contains("占销售额 10.0%，排名第 3，新客户，近 30 天有订单", page);
        Assert.Contains("共 10 家，净销售额 1,000.00 元，占 100.0%", page);
        Assert.Contains("2024-07-01 至 2025-06-30，对比 2023-07-01 至 2024-06-30", page);
    }

    [Theory, EachDatabase]
    public async Task Programs_get_the_same_figures(Database database)
    {
        await using var app = await GivenCompany.StartAsync(database);
        var client = await app.SignedInAsync(Role.Executive);

        var answer = await client.KeyAccountsAsync();

        var second = answer.GetProperty("rows")[1];
        Assert.Equal(1000m, answer.GetProperty("netSales").GetDecimal());
        Assert.Equal(0.7, answer.GetProperty("top20PercentShare").GetDouble(), 12);
        Assert.Equal(2, answer.GetProperty("tiers")[0].GetProperty("accounts").GetInt32());
        Assert.Equal(("乙公司", "Key"), (second.GetProperty("name").GetString(), second.GetProperty("tier").GetString()));
        Assert.Equal(200m, second.GetProperty("netSales").GetDecimal());
        Assert.Equal(0.2, second.GetProperty("share").GetDouble(), 12);
        Assert.Equal(0.7, second.GetProperty("cumulativeShare").GetDouble(), 12);
        Assert.Equal(-0.2, second.GetProperty("change").GetDouble(), 12);
    }

    [Theory, EachDatabase]
    public async Task A_filter_leaves_the_accounts_it_names(Database database)
    {
        await using var app = await GivenCompany.StartAsync(database);
        var client = await app.SignedInAsync(Role.Executive);

        Assert.Equal(["甲公司", "乙公司"], (await client.KeyAccountsAsync("?tier=key")).Names());
        Assert.Equal(["甲公司", "乙公司", "丙公司"], (await client.KeyAccountsAsync("?top=3")).Names());
        Assert.Equal(["丙公司"], (await client.KeyAccountsAsync("?q=丙公")).Names());
        Assert.Equal("癸公司", (await client.KeyAccountsAsync("?sort=sales")).Names()[0]);
        Assert.Equal(["甲公司", "乙公司"], (await client.KeyAccountsAsync("?sort=-yoy")).Names().Take(2));
        Assert.Empty((await client.KeyAccountsAsync("?period=custom&from=2020-01-01&to=2020-12-31")).Names());
    }

    [Theory, EachDatabase]
    public async Task A_new_key_account_has_risen_since_the_last_quarter(Database database)
    {
        await using var app = await GivenCompany.StartAsync(database);
        await app.GivenLinesAsync(new Line("丙公司", "2025-06-30", 900, "C2"));
        await app.LedgerWithLinesAsync(GivenCompany.Lines.Length + 1);
        var client = await app.SignedInAsync(Role.Executive);

        var page = await client.PageAsync("/key-accounts");

        Assert.Contains("与上季度末（2025-03-31）相比", page);
        Assert.Contains("丙公司", (await client.KeyAccountsAsync("?moved=up")).Names());
    }

    [Theory, EachDatabase]
    public async Task A_rep_sees_only_own_accounts_and_their_shares(Database database)
    {
        await using var app = await GivenCompany.StartAsync(database);
        var rep = await app.GivenUserAsync(Role.Rep);
        await app.GivenOwnerAsync(rep.Id, "乙公司", "戊公司");
        var client = await app.SignedInAsync(rep);

        var answer = await client.KeyAccountsAsync();
        var page = await client.PageAsync("/key-accounts");
        var export = await client.GetStringAsync("/key-accounts/export?format=csv", TestContext.Current.CancellationToken);

        Assert.Equal(["乙公司", "戊公司"], answer.Names());
        Assert.Equal(200.0 / 240, answer.GetProperty("rows")[0].GetProperty("share").GetDouble(), 12);
        Assert.Equal("Key", answer.GetProperty("rows")[0].GetProperty("tier").GetString());
        Assert.Contains("您看到的是自己数据范围内的 2 家客户", page);
        Assert.Contains("占销售额 83.3%，排名第 1", page);
        Assert.DoesNotContain("甲公司", page);
        Assert.DoesNotContain("甲公司", export);
        Assert.Empty((await client.KeyAccountsAsync("?q=甲公司")).Names());
    }

    [Theory, EachDatabase]
    public async Task An_export_has_all_pages_of_what_is_shown_and_is_recorded(Database database)
    {
        await using var app = await GivenCompany.StartAsync(database);
        var client = await app.SignedInAsync(Role.Finance);

        var csv = await client.GetStringAsync("/key-accounts/export?format=csv&tier=key&size=25", TestContext.Current.CancellationToken);
        var xlsx = await client.GetAsync("/key-accounts/export?format=xlsx", TestContext.Current.CancellationToken);

        var lines = csv.Trim().Split('\n');
        Assert.Equal(4, lines.Length);
        Assert.Contains("净销售额（元）", lines[0]);
        Assert.Contains("甲公司", lines[1]);
        Assert.Contains("占销售额 50.0%，排名第 1，同比 +25.0%", lines[1]);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx.Content.Headers.ContentType!.MediaType);
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        using var book = ExcelDataReader.ExcelReaderFactory.CreateReader(
            new MemoryStream(await xlsx.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))
        );
        // A header, ten accounts, and who took them out.
        Assert.Equal(12, book.RowCount);
        Assert.Equal(2, await app.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "exported")));
    }

    [Theory, EachDatabase]
    public async Task Lines_without_a_customer_are_named_to_those_who_see_everything(Database database)
    {
        await using var app = await GivenCompany.StartAsync(database);
        await app.WithDbAsync(async db =>
        {
            db.UnattributedLines.Add(
                new()
                {
                    Id = 1,
                    OrderedOn = new DateOnly(2025, 5, 1),
                    Amount = 123_0000,
                    BatchId = 1,
                }
            );
            await db.SaveChangesAsync();
            await Web.Data.AuditedSave.RaiseStampAsync(db, Web.Data.ChangeStamp.Sales, CancellationToken.None);
        });
        await app.GivenLinesAsync(new Line("甲公司", "2025-06-21", 0));
        await app.LedgerWithLinesAsync(GivenCompany.Lines.Length + 1);
        var (all, own) = (await app.SignedInAsync(Role.Executive), await app.SignedInAsync(Role.Rep));

        await Eventually.TrueAsync(
            async () => (await all.PageAsync("/key-accounts")).Contains("另有 1 行、合计 123 的销售没有客户名称"),
            "a page that names the unattributed line"
        );

        Assert.DoesNotContain("没有客户名称", await own.PageAsync("/key-accounts"));
    }

    [Fact]
    public async Task An_empty_product_offers_what_fills_it()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        await app.LedgerWithLinesAsync(0);

        var page = await (await app.SignedInAsync(Role.Manager)).PageAsync("/key-accounts");

        Assert.Contains("还没有销售数据", page);
        Assert.Contains("href=\"/imports/new\"", page);
    }

    [Fact]
    public async Task Nonsense_in_the_address_is_told_or_left_out()
    {
        await using var app = await GivenCompany.StartAsync(Database.Sqlite);
        var client = await app.SignedInAsync(Role.Executive);

        var answer = await client.GetAsync(
            "/key-accounts?tier=huge&top=-3&value=9&loyalty=x&moved=sideways&sort=luck&page=99999&size=7&period=decade",
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.TextAsync();
        Assert.Contains("没有“decade”这个期间", page);
        Assert.Contains("共 10 家", page);
    }
}

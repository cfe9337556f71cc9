using System.Globalization;
using System.Text;
using Jingke.BrowserTests.Browsing;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Jingke.BrowserTests;

/// <summary>A file from an ERP through the wizard, until its figures stand on the key-account page, and back.</summary>
public sealed class ImportJourneyTests
{
    [Theory, EachDatabase]
    public async Task A_messy_export_becomes_key_accounts(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await using var person = await Person.OpenAsync(app, await app.GivenUserAsync(Role.Administrator, "首席"));
        var page = person.Page;
        var (file, total) = MessyExport();

        await person.GoAsync("/imports");
        await page.Locator("main a[href='/imports/new']").First.ClickAsync();
        await page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "三月订单.csv",
                    MimeType = "text/csv",
                    Buffer = file,
                }
            );

        await page.Locator("#columns").WaitForAsync();
        await person.SeesAsync("华东泵阀贸易1");
        await person.PictureAsync("import/columns");
        await person.PageIsSoundAsync();

        await page.Locator("button[value=check]").ClickAsync();
        var load = page.Locator("form[action$='/load'] button");
        await load.WaitForAsync(new() { Timeout = 60_000 });
        await person.SeesAsync("待定");
        await person.PictureAsync("import/findings");
        await person.PageIsSoundAsync();

        await load.ClickAsync();
        var onward = page.Locator("main a[href='/key-accounts']");
        await onward.WaitForAsync(new() { Timeout = 60_000 });
        await person.SeesAsync("导入 400 + 已有 0 + 退回 1 = 读取 401 行");
        await person.PictureAsync("import/result");
        await person.PageIsSoundAsync();

        var rejected = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[href$='rejected?format=csv']").ClickAsync());
        Assert.Contains("待定", await File.ReadAllTextAsync(await rejected.PathAsync(), TestContext.Current.CancellationToken));

        await onward.ClickAsync();
        await page.Locator("#list tbody tr").First.WaitForAsync();
        await person.GoAsync("/key-accounts?period=all");
        Assert.Contains(total.ToString("N2", CultureInfo.InvariantCulture), await page.Locator(".ranking-sum").InnerTextAsync());
        await person.PictureAsync("import/key-accounts");

        await person.GoAsync("/imports");
        await page.GetByRole(AriaRole.Link, new() { Name = "三月订单.csv" }).ClickAsync();
        await page.Locator("details.confirm summary").ClickAsync();
        await page.Locator("details.confirm button").ClickAsync();
        await person.SeesAsync("已整批撤销");
    }

    [Fact]
    public async Task A_picture_with_the_name_of_a_table_is_refused_in_a_sentence()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        await using var person = await Person.OpenAsync(app, await app.GivenUserAsync(Role.Administrator, "首席"));

        await person.GoAsync("/imports/new");
        await person
            .Page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "订单.xlsx",
                    MimeType = "application/octet-stream",
                    Buffer = [0x89, .. "PNG\r\n\u001a\n and more"u8],
                }
            );

        await person.SeesAsync("图片");
        await person.PictureAsync("import/refused");
        await person.PageIsSoundAsync();
    }

    // In GB18030, with a title above the header, thousands separators, 万, a bracketed return and a row whose amount is a word.
    private static (byte[] File, decimal Total) MessyExport()
    {
        var (text, total) = (new StringBuilder("某某公司销售明细\n\n订单号,订单日期,客户名称,省份,产品类别,销售额\n"), 0m);
        for (var i = 0; i < 400; i++)
        {
            var amount =
                i % 40 == 39
                    ? -(i + 0.5m)
                    : (i % 20) switch
                    {
                        0 => 20_000m + i,
                        _ => 100m + i,
                    };
            total += amount;
            var written = amount switch
            {
                < 0 => $"({-amount:0.00})",
                > 20_000m and var large => $"{large / 10_000m:0.0000}万",
                _ => $"\"￥{amount:N2}\"",
            };
            text.Append(
                CultureInfo.InvariantCulture,
                $"SO{i:000},2026年{1 + (i % 9)}月{1 + (i % 28)}日,华东泵阀贸易{i % 20},{(i % 2 == 0 ? "江苏省" : "上海")},离心泵,{written}\n"
            );
        }
        text.Append("SO400,2026年3月3日,华东泵阀贸易1,上海,离心泵,待定\n");
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return (Encoding.GetEncoding("GB18030").GetBytes(text.ToString()), total);
    }
}

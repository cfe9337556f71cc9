using Jingke.BrowserTests.Browsing;
using Jingke.Tests.Support;
using Jingke.Web.Features.SetUp;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Jingke.BrowserTests;

/// <summary>From an empty directory to the key accounts of a company one can play with, and back to an empty product.</summary>
public sealed class FirstStartTests
{
    [Theory, EachDatabase]
    public async Task The_printed_link_leads_to_key_accounts_in_a_few_clicks(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await using var person = await Person.OpenAsync(app);
        var page = person.Page;

        await person.GoAsync("/accounts");
        await person.SeesAsync("还差一步：建立管理员");
        await person.PageIsSoundAsync();

        await person.GoAsync(app.Services.GetRequiredService<SetUpLink>().PathAndQuery);
        await page.GetByLabel("公司名称").FillAsync("远航泵业");
        await page.GetByLabel("您的姓名").FillAsync("王总");
        await page.GetByLabel("用户名").FillAsync("wang");
        await page.Locator("[name='Input.Password']").FillAsync("correct horse battery");
        await page.Locator("[name='Input.PasswordAgain']").FillAsync("correct horse batterx");
        await page.GetByRole(AriaRole.Button, new() { Name = "建立管理员并进入" }).ClickAsync();
        await page.Locator(".field-problem").WaitForAsync();
        Assert.Equal("远航泵业", await page.GetByLabel("公司名称").InputValueAsync());
        await person.PageIsSoundAsync();

        await page.Locator("[name='Input.Password']").FillAsync("correct horse battery");
        await page.Locator("[name='Input.PasswordAgain']").FillAsync("correct horse battery");
        await page.GetByRole(AriaRole.Button, new() { Name = "建立管理员并进入" }).ClickAsync();
        await person.ArrivesAsync("/welcome$");
        await person.PictureAsync("first-start/welcome");
        await person.PageIsSoundAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "载入示例数据" }).ClickAsync();
        await page.Locator("main a[href='/key-accounts']").ClickAsync(new() { Timeout = 120_000 });
        await page.Locator("#list tbody tr").First.WaitForAsync();
        await person.PictureAsync("first-start/key-accounts");
        await person.PageIsSoundAsync();

        await person.GoAsync("/settings/sample-data");
        await page.Locator("details.confirm summary").ClickAsync();
        await page.Locator("details.confirm button").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "载入示例数据" }).WaitForAsync(new() { Timeout = 120_000 });
        await Eventually.TrueAsync(
            async () =>
            {
                await person.GoAsync("/key-accounts");
                return await page.Locator(".empty-state").CountAsync() > 0;
            },
            "key accounts empty again"
        );
    }

    [Fact]
    public async Task A_link_of_an_earlier_start_opens_nothing()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        await using var person = await Person.OpenAsync(app);

        await person.GoAsync("/set-up?token=of-yesterday");

        await person.SeesAsync("这个链接不能用了");
        Assert.Equal(0, await person.Page.Locator("form[method=post] input[type=password]").CountAsync());
    }
}

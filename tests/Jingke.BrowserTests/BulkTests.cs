using Jingke.BrowserTests.Browsing;
using Jingke.Domain.Accounts;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Jingke.BrowserTests;

/// <summary>Acting on several accounts at once, and taking it back from the message that reports it.</summary>
public sealed class BulkTests
{
    [Fact]
    public async Task Chosen_accounts_are_assigned_deleted_and_brought_back()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        await app.WithDbAsync(db =>
        {
            db.AddRange(Enumerable.Range(1, 5).Select(number => new Account(AccountKind.Company, $"泵业{number}", DateTime.UnixEpoch)));
            return db.SaveChangesAsync();
        });
        var owner = await app.GivenUserAsync(Role.Rep, "小李");
        await using var person = await Person.OpenAsync(app, await app.GivenUserAsync(Role.Administrator, "首席"));
        var page = person.Page;
        var bar = page.Locator("[data-bulk-bar]");

        await person.GoAsync("/accounts");
        await Assertions.Expect(bar).ToBeHiddenAsync();
        await ChooseTwoAsync(page);
        await Assertions.Expect(bar).ToContainTextAsync("已选 2 项");
        await bar.Locator("select[name=owner]").SelectOptionAsync(owner.Id.ToString());
        await bar.Locator("[formaction='/accounts/assign']").ClickAsync();
        await person.SeesAsync("小李");
        await Assertions.Expect(bar).ToBeHiddenAsync();
        Assert.Equal(2, await app.WithDbAsync(db => db.Accounts.CountAsync(account => account.OwnerId == owner.Id)));

        await ChooseTwoAsync(page);
        await bar.Locator("[formaction='/accounts/delete']").ClickAsync();
        await person.SeesAsync("已把 2 个客户移到回收站");
        await Assertions.Expect(bar).ToBeHiddenAsync();
        await person.PictureAsync("bulk/deleted");
        await person.PageIsSoundAsync();
        Assert.Equal(3, await app.WithDbAsync(db => db.Accounts.CountAsync()));

        await page.GetByRole(AriaRole.Button, new() { Name = "撤销" }).ClickAsync();
        await person.SeesAsync("已恢复 2 个客户");
        Assert.Equal(5, await app.WithDbAsync(db => db.Accounts.CountAsync()));
    }

    private static async Task ChooseTwoAsync(IPage page)
    {
        await page.Locator("tbody .pick input").Nth(0).CheckAsync();
        await page.Locator("tbody .pick input").Nth(1).CheckAsync();
    }
}

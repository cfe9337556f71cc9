using Jingke.BrowserTests.Browsing;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jingke.BrowserTests;

/// <summary>Without script the product still reads, filters and saves.</summary>
public sealed class WithoutScriptTests
{
    [Fact]
    public async Task One_reads_filters_and_saves_without_script()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        var user = await app.GivenUserAsync(Role.Manager, "经理", scope: DataScope.All);
        await SampleCompany.LoadAsync(app);
        await using var person = await Person.OpenAsync(app, user, new Look(Scripts: false));
        var page = person.Page;

        await person.GoAsync("/accounts");
        await page.Locator("select[name=tier]").SelectOptionAsync("Key");
        await page.Locator(".filter-apply").First.ClickAsync();
        await person.ArrivesAsync("tier=Key");
        var keys = await app.WithDbAsync(db => db.Accounts.CountAsync(account => account.Tier == Domain.Accounts.Tier.Key));
        await person.SeesAsync($"共 {keys} ");

        await page.Locator(".data-table tbody a").First.ClickAsync();
        await page.Locator("a[href$='/edit']").First.ClickAsync();
        await page.Locator("[name='Input.ShortName']").FillAsync("简称一二三");
        await page.Locator("form .form-buttons .btn-primary").ClickAsync();
        await person.ArrivesAsync("/accounts/\\d+$");
        Assert.True(await app.WithDbAsync(db => db.Accounts.AnyAsync(account => account.ShortName == "简称一二三")));

        await person.GoAsync("/key-accounts");
        await page.Locator(".chart-table summary").First.ClickAsync();
        Assert.True(await page.Locator(".chart-table[open] tbody tr").CountAsync() > 0);
    }
}

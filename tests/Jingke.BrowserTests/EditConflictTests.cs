using Jingke.BrowserTests.Browsing;
using Jingke.Domain.Accounts;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jingke.BrowserTests;

/// <summary>Two people change one account at once: nobody's work is lost, the second one chooses.</summary>
public sealed class EditConflictTests
{
    [Theory, EachDatabase]
    public async Task The_second_sees_both_values_and_chooses(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var id = await app.WithDbAsync(async db =>
        {
            var account = new Account(AccountKind.Company, "甲泵业", DateTime.UnixEpoch);
            db.Add(account);
            await db.SaveChangesAsync();
            return account.Id;
        });
        await using var first = await Person.OpenAsync(app, await app.GivenUserAsync(Role.Manager, "李经理", scope: DataScope.All));
        await using var second = await Person.OpenAsync(app, await app.GivenUserAsync(Role.Manager, "赵经理", scope: DataScope.All));
        await first.GoAsync($"/accounts/{id}/edit");
        await second.GoAsync($"/accounts/{id}/edit");

        await first.Page.Locator("[name='Input.Name']").FillAsync("甲泵业集团");
        await first.Page.Locator("[name='Input.Website']").FillAsync("example.com");
        await SaveAsync(first);
        await first.ArrivesAsync($"/accounts/{id}$");

        await second.Page.Locator("[name='Input.Name']").FillAsync("甲泵业股份");
        await second.Page.Locator("[name='Input.Phone']").FillAsync("02512345678");
        await SaveAsync(second);
        await second.SeesAsync("李经理");
        await second.SeesAsync("对方改成了：甲泵业集团");
        Assert.Equal("甲泵业股份", await second.Page.Locator("[name='Input.Name']").InputValueAsync());
        // What only the other one changed is in already.
        Assert.Equal("example.com", await second.Page.Locator("[name='Input.Website']").InputValueAsync());
        await second.PictureAsync("conflict/both-values");
        await second.PageIsSoundAsync();

        await second.Page.Locator("[data-take='甲泵业集团']").ClickAsync();
        await SaveAsync(second);
        await second.ArrivesAsync($"/accounts/{id}$");

        var saved = await app.WithDbAsync(db => db.Accounts.SingleAsync(account => account.Id == id));
        Assert.Equal(("甲泵业集团", "example.com", "02512345678"), (saved.Name, saved.Website, saved.Phone));
    }

    private static Task SaveAsync(Person person) => person.Page.Locator("form .form-buttons .btn-primary").ClickAsync();
}

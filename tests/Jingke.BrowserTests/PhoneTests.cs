using System.Diagnostics;
using Jingke.BrowserTests.Browsing;
using Jingke.Domain.Accounts;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Jingke.BrowserTests;

/// <summary>A rep between two visits: finds an account with the thumb, reads what matters, notes a new contact.</summary>
public sealed class PhoneTests
{
    [Fact]
    public async Task A_rep_finds_an_account_and_adds_a_contact_on_the_phone()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        await app.GivenUserAsync(Role.Administrator, "first");
        await SampleCompany.LoadAsync(app);
        var (name, owner) = await app.WithDbAsync(async db =>
        {
            var account = await db.Accounts.Where(each => each.OwnerId != null).OrderByDescending(each => each.NetSales).FirstAsync();
            return (account.Name, await db.Users.SingleAsync(user => user.Id == account.OwnerId));
        });
        await using var person = await Person.OpenAsync(app, owner, Look.Phone);
        var page = person.Page;

        await person.GoAsync("/");
        await person.PictureAsync("phone/today");
        await page.Locator(".dock a[href='/accounts'], nav a[href='/accounts']:visible").First.ClickAsync();
        await person.ArrivesAsync("/accounts$");
        await person.PageIsSoundAsync();
        await page.Locator(".filter-search").FillAsync(name[..4]);
        await page.Locator(".filter-search").PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = name }).First.ClickAsync();
        await person.PictureAsync("phone/account");
        await person.PageIsSoundAsync();

        await page.Locator("a[href$='?tab=contacts']").First.ClickAsync();
        await person.ArrivesAsync("tab=contacts$");
        await page.Locator("main a[href$='/contacts/new']").First.ClickAsync();
        await page.Locator("[name='Input.Name']").FillAsync("孙采购");
        await page.Locator("[name='Input.Mobile']").FillAsync("13800000000");
        await page.Locator("form .form-buttons .btn-primary").ClickAsync();
        await person.SeesAsync("孙采购");
        await person.PictureAsync("phone/contacts");
        await person.PageIsSoundAsync();
    }

    [Fact]
    public async Task Two_characters_lead_to_three_facts_and_a_follow_up_in_under_a_minute()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        await app.GivenUserAsync(Role.Administrator, "first");
        await SampleCompany.LoadAsync(app);
        var rep = await app.GivenUserAsync(Role.Rep, "rep");
        var name = await app.WithDbAsync(async db =>
        {
            // Nothing is known of it yet, and no other has its first two characters among the rep's own.
            var account = await db
                .Accounts.Where(each => each.Kind == AccountKind.Company && !db.Facts.Any(fact => fact.AccountId == each.Id))
                .OrderByDescending(each => each.NetSales)
                .FirstAsync();
            account.AssignTo(rep.Id, null, DateTime.UnixEpoch);
            await db.SaveChangesAsync();
            return account.Name;
        });
        await using var person = await Person.OpenAsync(app, rep, Look.Phone);
        var page = person.Page;
        await person.GoAsync("/");
        var clock = Stopwatch.StartNew();

        await page.Locator("search-box input[type=search]").PressSequentiallyAsync(name[..2]);
        await page.Locator("#found").GetByText(name).First.ClickAsync();
        await person.ArrivesAsync("/accounts/[0-9]+$");
        await page.Locator("a[href$='?tab=card']").First.ClickAsync();
        await person.SeesAsync("采购预算");
        await person.PictureAsync("phone/card");
        await page.Locator(".knowledge-record").ClickAsync();
        await page.Locator("[name='v.budget']").FillAsync("350万");
        await page.Locator("[name='v.chief-executive']").FillAsync("周建国");
        await page.Locator("[name='v.employees']").FillAsync("260");
        await person.PictureAsync("phone/record");
        await page.Locator("form .form-buttons .btn-primary").ClickAsync();
        await person.ArrivesAsync("tab=card$");
        await person.SeesAsync("周建国");
        await page.Locator("a[href$='?tab=follow-ups#write']").First.ClickAsync();
        await page.Locator("[name='Input.Summary']").FillAsync("见到周总，下季度要添两台泵");
        await page.Locator(".follow-up-entry .form-buttons .btn-primary").ClickAsync();
        await person.SeesAsync("见到周总，下季度要添两台泵");
        clock.Stop();

        await person.PictureAsync("phone/follow-up");
        var (facts, followUps) = await app.WithDbAsync(async db =>
            (await db.Facts.CountAsync(fact => fact.RecordedById == rep.Id), await db.FollowUps.CountAsync(each => each.ById == rep.Id))
        );
        Assert.Equal((3, 1), (facts, followUps));
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), $"it took {clock.Elapsed.TotalSeconds:0} s");
    }
}

using Jingke.BrowserTests.Browsing;
using Jingke.Domain.Accounts;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Jingke.BrowserTests;

/// <summary>A rep in a plant without a network: what is written down is kept, and reaches the server once.</summary>
public sealed class OfflineTests
{
    [Fact]
    public async Task A_follow_up_written_without_a_network_is_sent_once_when_it_is_back()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        var (rep, account) = await GivenAsync(app);
        await using var person = await Person.OpenAsync(app, rep, Look.Phone);
        var context = person.Page.Context;
        await person.GoAsync($"/accounts/{account}?tab=follow-ups");

        await context.SetOfflineAsync(true);
        await WriteAsync(person, "车间里没有信号");
        await WriteAsync(person, "第二条也写在车间里");

        await Assertions.Expect(person.Page.Locator("[data-count]")).ToHaveTextAsync("2");
        await person.SeesAsync("未发送");
        await Assertions.Expect(person.Page.Locator("[data-kept]")).ToBeInViewportAsync();
        await person.PictureAsync("phone/unsent");
        await person.PageIsSoundAsync();
        Assert.Equal(0, await CountAsync(app));

        await context.SetOfflineAsync(false);
        await Assertions.Expect(person.Page.Locator("details.unsent")).ToBeHiddenAsync(new() { Timeout = 30_000 });
        Assert.Equal(2, await CountAsync(app));
        await person.GoAsync($"/accounts/{account}?tab=follow-ups");
        await person.SeesAsync("车间里没有信号");
        Assert.Equal(2, await CountAsync(app));
        Assert.Equal(2, await app.WithDbAsync(db => db.ToDos.CountAsync()));
    }

    [Fact]
    public async Task An_entry_whose_answer_was_lost_is_kept_once()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        var (rep, account) = await GivenAsync(app);
        await using var person = await Person.OpenAsync(app, rep, Look.Phone);
        await person.GoAsync($"/accounts/{account}?tab=follow-ups");
        await person.Page.RouteAsync(
            "**/api/accounts/*/follow-ups",
            async route =>
            {
                // It arrives, but the answer does not come back.
                await route.FetchAsync();
                await route.AbortAsync("internetdisconnected");
            },
            new() { Times = 1 }
        );

        await WriteAsync(person, "进电梯前写的");

        await Assertions.Expect(person.Page.Locator("[name='Input.Summary']")).ToHaveValueAsync("");
        await Assertions.Expect(person.Page.Locator("[data-count]")).ToHaveTextAsync("1");
        Assert.Equal(1, await CountAsync(app));
        await person.Page.Locator("details.unsent > summary").ClickAsync();
        await person.Page.Locator("[data-send]").ClickAsync();
        await Assertions.Expect(person.Page.Locator("details.unsent")).ToBeHiddenAsync(new() { Timeout = 30_000 });
        Assert.Equal(1, await CountAsync(app));
    }

    [Fact]
    public async Task What_the_server_refuses_stays_with_the_reason_and_another_person_never_sees_it()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        var (rep, account) = await GivenAsync(app);
        var other = await app.GivenUserAsync(Role.Rep, "小王");
        await using var person = await Person.OpenAsync(app, rep, Look.Phone);
        var context = person.Page.Context;
        await person.GoAsync($"/accounts/{account}?tab=follow-ups");
        await context.SetOfflineAsync(true);
        await WriteAsync(person, "客户后来转给了别人");
        await app.WithDbAsync(db => db.Accounts.ExecuteUpdateAsync(set => set.SetProperty(each => each.OwnerId, (Guid?)null)));

        await context.SetOfflineAsync(false);
        await person.SeesAsync("没有找到。它可能已被删除，或者不在您的数据范围内。");
        await person.SeesAsync("客户后来转给了别人");
        await person.PictureAsync("phone/refused");
        await person.PageIsSoundAsync();

        await SignInAsync(app, person, other);
        await person.GoAsync("/to-dos");
        await Assertions.Expect(person.Page.Locator("details.unsent")).ToBeHiddenAsync();
        Assert.DoesNotContain("客户后来转给了别人", await person.Page.ContentAsync(), StringComparison.Ordinal);

        await SignInAsync(app, person, rep);
        await person.GoAsync("/to-dos");
        await person.SeesAsync("客户后来转给了别人");
        await person.Page.Locator("details.confirm > summary").ClickAsync();
        await person.Page.Locator("[data-discard]").ClickAsync();
        await Assertions.Expect(person.Page.Locator("details.unsent")).ToBeHiddenAsync();
        await person.GoAsync("/to-dos");
        await Assertions.Expect(person.Page.Locator("details.unsent")).ToBeHiddenAsync();
        Assert.Equal(0, await CountAsync(app));
    }

    [Fact]
    public async Task With_a_network_it_is_saved_at_once_and_a_refusal_keeps_the_words()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        var (rep, account) = await GivenAsync(app);
        await using var person = await Person.OpenAsync(app, rep, Look.Phone);
        await person.GoAsync($"/accounts/{account}?tab=follow-ups");

        await person.Page.Locator("[name='Input.On']").FillAsync("2099-01-01");
        await WriteAsync(person, "写错了日期");
        await person.SeesAsync("2099-01-01 还没有到");
        await Assertions.Expect(person.Page.Locator("[name='Input.Summary']")).ToHaveValueAsync("写错了日期");
        await Assertions.Expect(person.Page.Locator("details.unsent")).ToBeHiddenAsync();

        await person.Page.Locator("[name='Input.On']").FillAsync("2026-01-01");
        await person.Page.Locator(".follow-up-entry .btn-primary").ClickAsync();
        await person.SeesAsync("已记下这次跟进。");
        await Assertions.Expect(person.Page.Locator(".follow-up-text").First).ToHaveTextAsync("写错了日期");
        await Assertions.Expect(person.Page.Locator("[name='Input.Summary']")).ToHaveValueAsync("");
        Assert.Equal(1, await CountAsync(app));
    }

    private static async Task<(User Rep, long Account)> GivenAsync(JingkeApp app)
    {
        var rep = await app.GivenUserAsync(Role.Rep, "小李");
        var account = await app.WithDbAsync(async db =>
        {
            var at = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);
            var added = new Account(AccountKind.Company, "山里的工厂", at);
            added.AssignTo(rep.Id, null, at);
            db.Add(added);
            await db.SaveChangesAsync();
            return added.Id;
        });
        return (rep, account);
    }

    private static async Task WriteAsync(Person person, string summary)
    {
        await person.Page.Locator(".choice-buttons label").Nth(1).ClickAsync();
        await person.Page.Locator("[name='Input.Summary']").FillAsync(summary);
        await person.Page.Locator("[name='Input.NextStep']").FillAsync("回访");
        await person.Page.Locator(".follow-up-entry .btn-primary").ClickAsync();
    }

    private static async Task SignInAsync(JingkeApp app, Person person, User user)
    {
        var cookie = await app.CookieOfAsync(user);
        await person.Page.Context.AddCookiesAsync([
            new()
            {
                Name = cookie.Name,
                Value = cookie.Value,
                Url = app.Address.ToString(),
            },
        ]);
    }

    private static Task<int> CountAsync(JingkeApp app) => app.WithDbAsync(db => db.FollowUps.CountAsync());
}

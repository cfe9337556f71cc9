using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Jingke.Domain.FollowUps;
using Jingke.Domain.People;
using Jingke.Tests.Features.Accounts;
using Jingke.Tests.Support;
using Jingke.Web.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.Tests.Features.ToDos;

public sealed class ToDoTests
{
    [Theory, EachDatabase]
    public async Task Mine_are_listed_with_the_overdue_ones_first_and_are_done_with_one_click_and_opened_again(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var (rep, other) = (await app.GivenUserAsync(Role.Rep, "小李"), await app.GivenUserAsync(Role.Rep, "小王"));
        var today = app.Services.GetRequiredService<Clock>().Today;
        var account = await app.GivenAccountAsync("有待办的公司", owner: rep.Id);
        await GivenAsync(app, account, rep.Id, "以后做", today.AddDays(2));
        var late = await GivenAsync(app, account, rep.Id, "早该做", today.AddDays(-3));
        await GivenAsync(app, account, rep.Id, "今天做", today);
        await GivenAsync(app, account, other.Id, "别人做", today);
        using var client = await app.SignedInAsync(rep);

        var page = await (await client.GetAsync("/to-dos")).TextAsync();
        var done = await JingkeApp.PostFormAsync(client, "/to-dos", [], $"/to-dos/{late}/done");
        var open = await client.GetFromJsonAsync<JsonElement>("/api/to-dos");
        var finished = await (await client.GetAsync("/to-dos?show=done")).TextAsync();

        var order = (string[])["早该做", "今天做", "以后做"];
        Assert.Equal(order, order.OrderBy(words => page.IndexOf(words, StringComparison.Ordinal)));
        Assert.Contains("已逾期 3 天", page, StringComparison.Ordinal);
        Assert.DoesNotContain("别人做", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Equal(["今天做", "以后做"], open.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("what").GetString()));
        Assert.Contains("早该做", finished, StringComparison.Ordinal);

        await JingkeApp.PostFormAsync(client, "/to-dos?show=done", [], $"/to-dos/{late}/reopen");
        Assert.Contains("早该做", await client.GetStringAsync("/to-dos/export?format=csv"), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Nobody_finishes_what_a_colleague_has_to_do(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var rep = await app.GivenUserAsync(Role.Rep, "小李");
        var account = await app.GivenAccountAsync("有待办的公司", owner: rep.Id);
        var toDo = await GivenAsync(app, account, rep.Id, "小李做", new(2026, 3, 1));
        using var chief = await app.SignedInAsync(Role.Administrator);
        using var stranger = await app.SignedInAsync(Role.Rep);

        var refused = await JingkeApp.PostFormAsync(chief, "/password", [], $"/to-dos/{toDo}/done");
        var unseen = await JingkeApp.PostFormAsync(stranger, "/password", [], $"/to-dos/{toDo}/done");

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unseen.StatusCode);
        Assert.Null(await app.WithDbAsync(db => db.ToDos.Select(each => each.DoneAt).SingleAsync()));
    }

    [Theory, EachDatabase]
    public async Task The_start_page_counts_what_is_due_and_names_the_customers(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var rep = await app.GivenUserAsync(Role.Rep, "小李");
        var today = app.Services.GetRequiredService<Clock>().Today;
        var account = await app.GivenAccountAsync("有待办的公司", owner: rep.Id);
        for (var number = 1; number <= 12; number++)
            await GivenAsync(app, account, rep.Id, $"第{number}件", today.AddDays(-number));
        await GivenAsync(app, account, rep.Id, "今天做", today);
        await GivenAsync(app, account, rep.Id, "明天做", today.AddDays(1));
        using var client = await app.SignedInAsync(rep);

        var page = await (await client.GetAsync("/")).TextAsync();

        Assert.Contains("今天到期 1 件，已逾期 12 件。", page, StringComparison.Ordinal);
        Assert.Contains("第12件", page, StringComparison.Ordinal);
        Assert.Contains("有待办的公司", page, StringComparison.Ordinal);
        Assert.Contains("还有 3 件", page, StringComparison.Ordinal);
        Assert.DoesNotContain("明天做", page, StringComparison.Ordinal);
    }

    private static Task<long> GivenAsync(JingkeApp app, long account, Guid owner, string what, DateOnly due) =>
        app.WithDbAsync(async db =>
        {
            var toDo = new ToDo(account, what, due, owner, GivenAccounts.At, owner);
            db.Add(toDo);
            await db.SaveChangesAsync();
            return toDo.Id;
        });
}

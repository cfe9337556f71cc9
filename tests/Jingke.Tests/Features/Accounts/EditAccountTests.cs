using System.Net;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jingke.Tests.Features.Accounts;

public sealed class EditAccountTests
{
    [Theory, EachDatabase]
    public async Task A_new_account_of_a_rep_is_the_reps_and_its_region_is_recognised_from_the_address(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var rep = await app.GivenUserAsync(Role.Rep, "小李");
        using var client = await app.SignedInAsync(rep);

        var answer = await client.SendAsync(
            "/accounts/new",
            "account",
            ("Name", "  苏州工业园某某公司 "),
            ("Kind", "Company"),
            ("Address", "江苏省苏州市工业园区 1 号"),
            ("IndustryText", "汽车制造业")
        );

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var account = await app.WithDbAsync(db => db.Accounts.SingleAsync());
        Assert.EndsWith($"/accounts/{account.Id}", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(
            ("苏州工业园某某公司", rep.Id, "320000", "320500"),
            (account.Name, account.OwnerId, account.ProvinceCode, account.CityCode)
        );
        Assert.Equal(("36", null), (account.IndustryCode, account.IndustryText));
    }

    [Theory, EachDatabase]
    public async Task What_is_wrong_is_said_beside_the_field_and_nothing_typed_is_lost(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var client = await app.SignedInAsync(Role.Administrator);

        var answer = await client.SendAsync(
            "/accounts/new",
            "account",
            ("Name", ""),
            ("Employees", "很多"),
            ("Note", "别弄丢我"),
            ("Website", "example.com")
        );
        var page = await answer.TextAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("请填写。", page, StringComparison.Ordinal);
        Assert.Contains("“很多”不是整数。", page, StringComparison.Ordinal);
        Assert.Contains("value=\"很多\"", page, StringComparison.Ordinal);
        Assert.Contains("别弄丢我", page, StringComparison.Ordinal);
        Assert.Equal(0, await app.WithDbAsync(db => db.Accounts.CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task A_code_in_use_is_refused_and_names_the_other_account_only_to_who_may_see_it(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var rep = await app.GivenUserAsync(Role.Rep, "小李");
        await app.GivenAccountAsync("机密客户", new() { Code = "K-9" });
        using var admin = await app.SignedInAsync(Role.Administrator);
        using var client = await app.SignedInAsync(rep);

        var told = await (await admin.SendAsync("/accounts/new", "account", ("Name", "新"), ("Code", "K-9"))).TextAsync();
        var untold = await (await client.SendAsync("/accounts/new", "account", ("Name", "新"), ("Code", "K-9"))).TextAsync();

        Assert.Contains("编号“K-9”已经是客户“机密客户”的", told, StringComparison.Ordinal);
        Assert.Contains("编号“K-9”已经被公司的另一个客户使用", untold, StringComparison.Ordinal);
        Assert.DoesNotContain("机密客户", untold, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task The_second_of_two_editors_sees_who_was_first_and_both_values_and_chooses(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var id = await app.GivenAccountAsync("原名公司", new() { Phone = "111", Source = "展会" });
        var first = await app.GivenUserAsync(Role.Administrator, "先手");
        using var one = await app.SignedInAsync(first);
        using var two = await app.SignedInAsync(Role.Administrator);
        var opened = await app.AccountAsync(id);
        var seen = await app.WithDbAsync(db => db.AuditEntries.MaxAsync(entry => entry.Id));
        (string, string)[] mine =
        [
            ("Name", "原名公司"),
            ("Phone", "333"),
            ("Source", "展会"),
            ("Note", "我的备注"),
            ("Version", $"{opened.Version}"),
            ("Seen", $"{seen}"),
        ];

        await one.SendAsync(
            $"/accounts/{id}/edit",
            "account",
            ("Name", "新名公司"),
            ("Phone", "222"),
            ("Source", "展会"),
            ("Version", $"{opened.Version}"),
            ("Seen", $"{seen}")
        );
        var answer = await two.SendAsync($"/accounts/{id}/edit", "account", mine);
        var page = await answer.TextAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("先手 在您编辑期间", page, StringComparison.Ordinal);
        Assert.Contains("value=\"333\"", page, StringComparison.Ordinal);
        Assert.Contains("对方改成了：222", page, StringComparison.Ordinal);
        Assert.Contains("我的备注", page, StringComparison.Ordinal);
        // Only the other changed the name, so it is taken over without asking.
        Assert.Contains("value=\"新名公司\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("对方改成了：新名公司", page, StringComparison.Ordinal);
        Assert.Equal(("新名公司", "222"), (await app.AccountAsync(id)) is var saved ? (saved.Name, saved.Phone) : default);

        var again = await two.SendAsync(
            $"/accounts/{id}/edit",
            "account",
            ("Name", "新名公司"),
            ("Phone", "333"),
            ("Source", "展会"),
            ("Note", "我的备注"),
            ("Version", $"{saved.Version}"),
            ("Seen", "999999")
        );
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        Assert.Equal(("新名公司", "333", "我的备注"), (await app.AccountAsync(id)) is var now ? (now.Name, now.Phone, now.Note) : default);
    }

    [Theory, EachDatabase]
    public async Task The_history_tells_each_change_in_words(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var id = await app.GivenAccountAsync("历史公司", new() { ProvinceCode = "110000" });
        var editor = await app.GivenUserAsync(Role.Administrator, "老周");
        using var client = await app.SignedInAsync(editor);

        await client.SendAsync(
            $"/accounts/{id}/edit",
            "account",
            ("Name", "历史公司"),
            ("Kind", "Household"),
            ("Region", "440300"),
            ("OwnerId", $"{editor.Id}")
        );
        var page = await (await client.GetAsync($"/accounts/{id}?tab=changes")).TextAsync();

        foreach (
            var words in (string[])
                ["老周", "<dt>省份</dt>", "<del>北京</del>", "<ins>广东</ins>", "<dt>负责人</dt>", "<ins>老周</ins>", "<ins>家庭</ins>"]
        )
            Assert.Contains(words, page, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task An_account_has_one_contact_to_call_first(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var id = await app.GivenAccountAsync("有联系人的公司");
        using var client = await app.SignedInAsync(Role.Administrator);

        await client.SendAsync($"/accounts/{id}/contacts/new", "contact", ("Name", "张一"), ("Mobile", "13800000001"));
        await client.SendAsync($"/accounts/{id}/contacts/new", "contact", ("Name", "李二"), ("IsPrimary", "true"));
        await client.SendAsync($"/accounts/{id}/contacts/new", "contact", ("Name", "王三"), ("Email", "不是邮箱"));

        var contacts = await app.WithDbAsync(db => db.Contacts.OrderBy(each => each.Id).ToListAsync());
        Assert.Equal([("张一", false), ("李二", true)], contacts.Select(each => (each.Name, each.IsPrimary)));

        await JingkeApp.PostFormAsync(client, $"/accounts/{id}?tab=contacts", [], $"/contacts/{contacts[1].Id}/delete");
        Assert.DoesNotContain(
            "<strong>李二",
            await (await client.GetAsync($"/accounts/{id}?tab=contacts")).TextAsync(),
            StringComparison.Ordinal
        );
        await JingkeApp.PostFormAsync(client, $"/accounts/{id}?tab=contacts", [], $"/contacts/{contacts[1].Id}/restore");
        Assert.Contains(
            "<strong>李二",
            await (await client.GetAsync($"/accounts/{id}?tab=contacts")).TextAsync(),
            StringComparison.Ordinal
        );
    }
}

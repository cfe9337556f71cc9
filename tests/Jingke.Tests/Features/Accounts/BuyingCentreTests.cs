using System.Net;
using System.Text.RegularExpressions;
using Jingke.Domain.Accounts;
using Jingke.Domain.Contacts;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jingke.Tests.Features.Accounts;

public sealed class BuyingCentreTests
{
    [Theory, EachDatabase]
    public async Task A_contact_has_several_roles_an_attitude_and_how_well_we_know_them(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var id = await app.GivenAccountAsync("采购的公司");
        using var client = await app.SignedInAsync(Role.Administrator);
        using var reader = await app.SignedInAsync(Role.Executive);

        var answer = await client.SendAsync(
            $"/accounts/{id}/contacts/new",
            "contact",
            ("Name", "陈总"),
            ("Roles", "Decider"),
            ("Roles", "Initiator"),
            ("Attitude", "Opposes"),
            ("Acquaintance", "2")
        );
        var page = await (await reader.GetAsync($"/accounts/{id}?tab=decision")).TextAsync();
        var history = await (await client.GetAsync($"/accounts/{id}?tab=changes")).TextAsync();

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var contact = await app.WithDbAsync(db => db.Contacts.SingleAsync());
        Assert.Equal(
            (BuyingRoles.Decider | BuyingRoles.Initiator, Attitude.Opposes, 2),
            (contact.Roles, contact.Attitude, contact.Acquaintance)
        );
        Assert.Contains("陈总 · 发起人、决策人，态度：反对，熟悉程度：比较熟", page, StringComparison.Ordinal);
        Assert.Contains("<ins>发起人、决策人</ins>", history, StringComparison.Ordinal);
        Assert.Contains("<ins>反对</ins>", history, StringComparison.Ordinal);

        await client.SendAsync($"/accounts/{id}/contacts/{contact.Id}/edit", "contact", ("Name", "陈总"), ("Version", "0"));
        var cleared = await app.WithDbAsync(db => db.Contacts.SingleAsync());
        Assert.Equal((null, null, 0), (cleared.Roles, cleared.Attitude, cleared.Acquaintance));
    }

    [Theory, EachDatabase]
    public async Task A_role_that_nobody_has_is_an_empty_place_that_leads_to_the_form(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var id = await app.GivenAccountAsync("采购的公司");
        await GivenAsync(app, id, "陈总", BuyingRoles.Decider);
        using var client = await app.SignedInAsync(Role.Administrator);
        using var reader = await app.SignedInAsync(Role.Executive);

        var page = await (await client.GetAsync($"/accounts/{id}?tab=decision")).TextAsync();
        var form = await (await client.GetAsync($"/accounts/{id}/contacts/new?role=Buyer")).TextAsync();
        var read = await (await reader.GetAsync($"/accounts/{id}?tab=decision")).TextAsync();

        Assert.Contains("还有 5 个角色不知道是谁：发起人、影响者、使用者、采购人、把关人。", page, StringComparison.Ordinal);
        Assert.DoesNotContain("谁是决策人？", page, StringComparison.Ordinal);
        Assert.Contains($"/accounts/{id}/contacts/new?role=Buyer", page, StringComparison.Ordinal);
        Assert.Matches("value=\"Buyer\" checked", form);
        Assert.Contains("谁是采购人？", read, StringComparison.Ordinal);
        Assert.DoesNotContain("contacts/new", read, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Relations_are_lines_of_the_picture_and_are_taken_away_and_back(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var id = await app.GivenAccountAsync("采购的公司");
        var (chen, li) = (
            await GivenAsync(app, id, "陈总", BuyingRoles.Decider),
            await GivenAsync(app, id, "李工", BuyingRoles.Influencer)
        );
        var elsewhere = await app.GivenContactAsync(await app.GivenAccountAsync("别的公司"), "外人");
        using var client = await app.SignedInAsync(Role.Administrator);
        var form = $"/accounts/{id}/relations/new";

        var added = await client.SendAsync(form, "relation", Relation(li, "ReportsTo", chen, "每周一汇报"));
        var again = await (await client.SendAsync(form, "relation", Relation(li, "ReportsTo", chen))).TextAsync();
        var turned = await (await client.SendAsync(form, "relation", Relation(chen, "ReportsTo", li))).TextAsync();
        var self = await (await client.SendAsync(form, "relation", Relation(li, "Friend", li))).TextAsync();
        var stranger = await client.SendAsync(form, "relation", Relation(li, "Friend", elsewhere));
        await client.SendAsync(form, "relation", Relation(li, "Classmate", chen));
        var mutual = await (await client.SendAsync(form, "relation", Relation(chen, "Classmate", li))).TextAsync();

        Assert.Equal(HttpStatusCode.SeeOther, added.StatusCode);
        Assert.Contains("已经记下了", again, StringComparison.Ordinal);
        Assert.Contains("反过来的关系", turned, StringComparison.Ordinal);
        Assert.Contains("不能和自己有关系", self, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        Assert.Contains("已经记下了", mutual, StringComparison.Ordinal);

        var page = await (await client.GetAsync($"/accounts/{id}?tab=decision")).TextAsync();
        Assert.Contains("每周一汇报", page, StringComparison.Ordinal);
        // Two lines, drawn for a desk and for a phone.
        Assert.Equal(4, Regex.Count(page, "class=\"line \""));
        var relation = await app.WithDbAsync(db => db.ContactRelations.OrderBy(each => each.Id).Select(each => each.Id).FirstAsync());
        await JingkeApp.PostFormAsync(client, $"/accounts/{id}?tab=decision", [], $"/relations/{relation}/delete");
        Assert.DoesNotContain(
            "每周一汇报",
            await (await client.GetAsync($"/accounts/{id}?tab=decision")).TextAsync(),
            StringComparison.Ordinal
        );
        await JingkeApp.PostFormAsync(client, $"/accounts/{id}?tab=decision", [], $"/relations/{relation}/restore");
        Assert.Contains("每周一汇报", await (await client.GetAsync($"/accounts/{id}?tab=decision")).TextAsync(), StringComparison.Ordinal);

        // The same written down anew while it was away: taking it back is refused in words.
        await JingkeApp.PostFormAsync(client, $"/accounts/{id}?tab=decision", [], $"/relations/{relation}/delete");
        await client.SendAsync(form, "relation", Relation(li, "ReportsTo", chen));
        var refused = await JingkeApp.PostFormAsync(client, $"/accounts/{id}?tab=decision", [], $"/relations/{relation}/restore");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);

        // Who goes into the recycle bin takes their lines out of the picture.
        await JingkeApp.PostFormAsync(client, $"/accounts/{id}?tab=contacts", [], $"/contacts/{li}/delete");
        Assert.DoesNotContain(
            "汇报给",
            await (await client.GetAsync($"/accounts/{id}?tab=decision")).TextAsync(),
            StringComparison.Ordinal
        );
    }

    [Theory, EachDatabase]
    public async Task A_competitor_is_compared_and_the_second_of_two_editors_sees_the_first(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var id = await app.GivenAccountAsync("采购的公司");
        using var client = await app.SignedInAsync(Role.Administrator);
        await client.SendAsync(
            $"/accounts/{id}/competitors/new",
            "competitor",
            ("Name", "华东溶剂"),
            ("Offers", "溶剂"),
            ("Price", "Worse"),
            ("Delivery", "Better"),
            ("Quality", "")
        );
        var competitor = await app.WithDbAsync(db => db.Competitors.SingleAsync());
        var edit = $"/accounts/{id}/competitors/{competitor.Id}/edit";

        var page = await (await client.GetAsync($"/accounts/{id}?tab=decision")).TextAsync();
        await client.SendAsync(edit, "competitor", ("Name", "华东溶剂"), ("Price", "Even"), ("Version", "0"));
        var late = await client.SendAsync(edit, "competitor", ("Name", "华东溶剂股份"), ("Price", "Worse"), ("Version", "0"));
        var conflict = await late.TextAsync();
        var saved = await client.SendAsync(edit, "competitor", ("Name", "华东溶剂股份"), ("Price", "Worse"), ("Version", "1"));

        Assert.Contains("价格 我们较差", page, StringComparison.Ordinal);
        Assert.Contains("交期 我们更好", page, StringComparison.Ordinal);
        Assert.Contains("质量 不清楚", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("对方改成了：差不多", conflict, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        await JingkeApp.PostFormAsync(client, edit, [], $"/competitors/{competitor.Id}/delete");
        Assert.Equal(0, await app.WithDbAsync(db => db.Competitors.CountAsync()));
        var history = await (await client.GetAsync($"/accounts/{id}?tab=changes")).TextAsync();
        Assert.Contains("删除竞争对手 华东溶剂股份", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_shared_for_reading_or_out_of_sight_is_not_changed()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        var rep = await app.GivenUserAsync(Role.Rep, "小李");
        var (shown, hidden) = (await app.GivenAccountAsync("共享的公司"), await app.GivenAccountAsync("别人的公司"));
        await app.GivenShareAsync(shown, rep.Id, mayEdit: false);
        var rivals = await app.WithDbAsync(async db =>
        {
            var (one, other) = (new Competitor(shown, "对手一"), new Competitor(hidden, "对手二"));
            db.AddRange(one, other);
            await db.SaveChangesAsync();
            return (Shown: one.Id, Hidden: other.Id);
        });
        using var client = await app.SignedInAsync(rep);

        var refused = await JingkeApp.PostFormAsync(client, "/password", [], $"/competitors/{rivals.Shown}/delete");
        var unseen = await JingkeApp.PostFormAsync(client, "/password", [], $"/competitors/{rivals.Hidden}/delete");
        var added = await client.SendAsync($"/accounts/{shown}/competitors/new", "competitor", ("Name", "对手三"));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.NotFound), (refused.StatusCode, unseen.StatusCode));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, added.StatusCode);
        Assert.Equal(2, await app.WithDbAsync(db => db.Competitors.CountAsync()));
    }

    private static (string, string)[] Relation(long from, string kind, long to, string note = "") =>
        [("FromId", $"{from}"), ("Kind", kind), ("ToId", $"{to}"), ("Note", note)];

    private static async Task<long> GivenAsync(JingkeApp app, long account, string name, BuyingRoles roles)
    {
        var id = await app.GivenContactAsync(account, name);
        await app.WithDbAsync(async db =>
        {
            (await db.Contacts.SingleAsync(each => each.Id == id)).PlayPart(roles, null, 0);
            await db.SaveChangesAsync();
        });
        return id;
    }
}

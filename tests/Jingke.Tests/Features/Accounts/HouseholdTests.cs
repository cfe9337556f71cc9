using System.Net;
using Jingke.Domain.Accounts;
using Jingke.Domain.Contacts;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jingke.Tests.Features.Accounts;

public sealed class HouseholdTests
{
    [Theory, EachDatabase]
    public async Task Members_stand_by_generation_and_only_a_household_has_them(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var company = await app.GivenAccountAsync("一家公司");
        var (id, members) = await GivenFamilyAsync(app, "爷爷", "爸爸", "妈妈", "女儿", "保姆");
        await app.WithDbAsync(db =>
        {
            // Written down from the youngest, so that the order of entry does not decide.
            db.AddRange(
                new ContactRelation(id, members[1], RelationKind.ParentOf, members[3], null),
                new ContactRelation(id, members[2], RelationKind.Spouse, members[1], null),
                new ContactRelation(id, members[0], RelationKind.ParentOf, members[1], null)
            );
            return db.SaveChangesAsync();
        });
        using var client = await app.SignedInAsync(Role.Administrator);

        var page = await (await client.GetAsync($"/accounts/{id}?tab=family")).TextAsync();
        var other = await (await client.GetAsync($"/accounts/{company}?tab=family")).TextAsync();

        var order = (string[])["第 1 代", "第 2 代", "第 3 代", "其他成员", ">爷爷<", ">爸爸<", ">妈妈<", ">女儿<", ">保姆<"];
        Assert.Equal(order, order.OrderBy(words => page.IndexOf(words, StringComparison.Ordinal)));
        Assert.DoesNotContain("第 4 代", page, StringComparison.Ordinal);
        Assert.DoesNotContain("家庭成员", other, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task What_members_bought_together_is_listed_and_can_be_taken_back(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var (id, members) = await GivenFamilyAsync(app, "爸爸", "妈妈");
        var stranger = await app.GivenContactAsync(await app.GivenAccountAsync("别的公司"), "外人");
        using var client = await app.SignedInAsync(Role.Administrator);
        var form = $"/accounts/{id}/joint-purchases/new";

        var alone = await (await client.SendAsync(form, "purchase", Purchase(members[0]))).TextAsync();
        var elsewhere = await client.SendAsync(form, "purchase", Purchase(members[0], stranger));
        var saved = await client.SendAsync(form, "purchase", Purchase(members[0], members[1]));
        var page = await (await client.GetAsync($"/accounts/{id}?tab=family")).TextAsync();

        Assert.Contains("至少要选两位家庭成员", alone, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.SeeOther), (elsewhere.StatusCode, saved.StatusCode));
        Assert.Contains("1,234.50", page, StringComparison.Ordinal);
        Assert.Contains("爸爸、妈妈", page, StringComparison.Ordinal);
        var purchase = await app.WithDbAsync(db => db.JointPurchases.SingleAsync());
        await JingkeApp.PostFormAsync(client, $"/accounts/{id}?tab=family", [], $"/joint-purchases/{purchase.Id}/delete");
        Assert.DoesNotContain(
            "1,234.50",
            await (await client.GetAsync($"/accounts/{id}?tab=family")).TextAsync(),
            StringComparison.Ordinal
        );
        await JingkeApp.PostFormAsync(client, $"/accounts/{id}?tab=family", [], $"/joint-purchases/{purchase.Id}/restore");
        Assert.Contains("1,234.50", await (await client.GetAsync($"/accounts/{id}?tab=family")).TextAsync(), StringComparison.Ordinal);
    }

    private static IEnumerable<(string, string)> Purchase(params long[] members) =>
        members.Select(member => ("Members", $"{member}")).Concat([("What", "家庭保险"), ("On", "2026-03-05"), ("Amount", "1234.5")]);

    private static async Task<(long Id, List<long> Members)> GivenFamilyAsync(JingkeApp app, params string[] names)
    {
        var id = await app.WithDbAsync(async db =>
        {
            var household = new Account(AccountKind.Household, "张家", GivenAccounts.At);
            db.Add(household);
            await db.SaveChangesAsync();
            return household.Id;
        });
        var members = new List<long>();
        foreach (var name in names)
            members.Add(await app.GivenContactAsync(id, name));
        return (id, members);
    }
}

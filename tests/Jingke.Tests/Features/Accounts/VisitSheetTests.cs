using Jingke.Domain.Accounts;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jingke.Tests.Features.Accounts;

public sealed class VisitSheetTests
{
    [Theory, EachDatabase]
    public async Task The_sheet_tells_what_is_known_and_asks_what_is_not(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var client = await app.SignedInAsync(Role.Administrator);
        var id = await app.GivenAccountAsync("要去拜访的公司");
        await app.GivenContactAsync(id, "陈总");
        using var recorded = await client.SendAsync($"/accounts/{id}/card/record", "facts", ("v.chief-executive", "李经理"));

        var sheet = await (await client.GetAsync($"/accounts/{id}/visit")).TextAsync();

        Assert.Contains("要去拜访的公司", sheet, StringComparison.Ordinal);
        Assert.Contains("陈总", sheet, StringComparison.Ordinal);
        Assert.Matches("这次要问清的（[0-9]+）", sheet);
        Assert.Contains("还没有联系记录。", sheet, StringComparison.Ordinal);
        Assert.Contains("李经理", sheet, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task What_is_sensitive_does_not_go_onto_paper(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var client = await app.SignedInAsync(Role.Administrator);
        var id = await app.WithDbAsync(async db =>
        {
            var family = new Account(AccountKind.Household, "有秘密的家庭", GivenAccounts.At);
            db.Add(family);
            await db.SaveChangesAsync();
            return family.Id;
        });
        using var recorded = await client.SendAsync($"/accounts/{id}/card/record", "facts", ("v.household-property", "不外传的家产"));

        var sheet = await (await client.GetAsync($"/accounts/{id}/visit")).TextAsync();

        Assert.Equal(1, await app.WithDbAsync(db => db.Facts.CountAsync(fact => fact.Value == "不外传的家产")));
        Assert.DoesNotContain("不外传的家产", sheet, StringComparison.Ordinal);
    }
}

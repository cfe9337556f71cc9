using Jingke.Domain.Accounts;
using Jingke.Domain.Contacts;
using Jingke.Tests.Support;
using Jingke.Web.Data.Search;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jingke.Tests.Data.Search;

public sealed class SearchIndexTests
{
    private static readonly DateTime At = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    [Theory, EachDatabase]
    public async Task An_account_is_found_by_any_part_of_what_people_know_of_it(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.WithDbAsync(async db =>
        {
            var account = new Account(AccountKind.Company, "重庆长安汽车股份有限公司", At);
            var about = new AccountDescription
            {
                Code = "C-00817",
                CreditCode = "91500000202842659F",
                Phone = "023-6759 1111",
            };
            account.Describe(about, At);
            db.AddRange(account, new Account(AccountKind.Company, "龍騰國際貿易有限公司", At));
            db.Add(new Account(AccountKind.Company, "上海华为技术𫠊有限公司", At));
            await db.SaveChangesAsync();
            var contact = new Contact(account.Id, "单晓明");
            contact.Describe("采购总监", "13800138000", null, "shan@example.com", null);
            db.Add(contact);
            await db.SaveChangesAsync();
        });

        string[] byCar = ["长安", "安汽", "重庆 汽车", "chongqing", "qiche", "cqca", "00817", "c-00817", "2028426", "6759 1111"];
        string[] byContact = ["单晓明", "shanxm", "sxm", "shanxiao", "8000", "13800138000", "晓明 长安"];
        string[] byOther = ["龙腾", "龍騰", "国际", "國際", "ltgj", "longteng", "L", "龍"];
        string[] nobody = ["安长", "车汽", "chongqingchongqing", "长安 华为", "公重", "qq"];
        foreach (var typed in byCar.Concat(byContact.Where(typed => typed != "shanxm")))
            Assert.Equal((typed, "重庆长安汽车股份有限公司"), (typed, await FoundAsync(app, typed)));
        foreach (var typed in byOther)
            Assert.Equal((typed, "龍騰國際貿易有限公司"), (typed, await FoundAsync(app, typed)));
        foreach (var typed in nobody)
            Assert.Equal((typed, ""), (typed, await FoundAsync(app, typed)));
        Assert.Equal("上海华为技术𫠊有限公司", await FoundAsync(app, "术𫠊有"));
        Assert.Equal("", await FoundAsync(app, "\"'*()- AND OR \0"));
    }

    [Theory, EachDatabase]
    public async Task The_index_follows_every_change(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var id = await app.WithDbAsync(async db =>
        {
            var account = new Account(AccountKind.Company, "北京旧名公司", At);
            db.Add(account);
            await db.SaveChangesAsync();
            return account.Id;
        });

        await app.WithDbAsync(async db =>
        {
            (await db.Accounts.SingleAsync(account => account.Id == id)).Rename("北京新名公司");
            var contact = new Contact(id, "欧阳锋");
            db.Add(contact);
            await db.SaveChangesAsync();
            contact.Delete(At, null);
            await db.SaveChangesAsync();
        });

        // Who knows the customer by its former name finds it too.
        Assert.Equal("北京新名公司", await FoundAsync(app, "旧名"));
        Assert.Equal("北京新名公司", await FoundAsync(app, "新名"));
        Assert.Equal("", await FoundAsync(app, "欧阳"));
    }

    [Theory, EachDatabase]
    public async Task Accounts_written_in_bulk_are_found_after_a_refresh_and_removed_ones_no_longer(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.WithDbAsync(async db =>
        {
            db.AddRange(Enumerable.Range(1, 30).Select(each => new Account(AccountKind.Company, $"批量客户{each:00}", At)));
            await db.SaveChangesAsync();
            await db.Accounts.ExecuteUpdateAsync(set => set.SetProperty(account => account.Name, account => account.Name + "改"));
        });
        Assert.Equal("", await FoundAsync(app, "07改"));

        await app.WithDbAsync(db => SearchIndex.RefreshAsync(db, accountIds: null, CancellationToken.None));

        Assert.Equal("批量客户07改", await FoundAsync(app, "07改"));

        await app.WithDbAsync(db => db.Accounts.Where(account => account.Name != "批量客户08改").ExecuteDeleteAsync());
        var left = await app.WithDbAsync(db => SearchIndex.Of(db).Matching(db, SearchQuery.Parse("批量客户")).CountAsync());
        Assert.Equal(1, left);
    }

    private static Task<string> FoundAsync(JingkeApp app, string typed) =>
        app.WithDbAsync(async db =>
            string.Join(
                '|',
                await db
                    .Accounts.Found(db, SearchQuery.Parse(typed))
                    .OrderBy(account => account.Id)
                    .Select(account => account.Name)
                    .ToListAsync()
            )
        );
}

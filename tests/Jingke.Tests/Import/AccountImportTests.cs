using Jingke.Domain.Accounts;
using Jingke.Domain.Duplicates;
using Jingke.Domain.Imports;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Web.Data.Search;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jingke.Tests.Import;

public sealed class AccountImportTests
{
    private const string Header = "客户编号,客户名称,统一社会信用代码,省份,城市,行业,规模,负责人,联系人,手机,首要联系人\n";

    private const string Accounts =
        Header
        + "C1,甲公司,91310000MA1K00001X,上海,,汽车制造业,大型,li.na,王强,13800000001,是\n"
        + "C1,甲公司,,,,,,,赵敏,13800000002,是\n"
        + "C2,乙公司,,巴伐利亚,慕尼黑,,,nobody,,,\n";

    [Theory, EachDatabase]
    public async Task Accounts_and_contacts_of_one_sheet_are_created(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var owner = await app.GivenUserAsync(Role.Rep, "li.na");

        var batch = await app.ImportAsync(Accounts, "accounts.csv");

        Assert.Equal((ImportState.Done, ImportKind.AccountsAndContacts), (batch.State, batch.Kind));
        Assert.Equal((3, 3, 0), (batch.Read, batch.Accepted, batch.Duplicate));
        Assert.Equal((2, 2, 1), (batch.AccountsCreated, batch.ContactsCreated, batch.RegionsUnrecognised));
        var first = await app.WithDbAsync(db => db.Accounts.SingleAsync(account => account.Code == "C1"));
        Assert.Equal(("310000", owner.Id, "大型"), (first.ProvinceCode, first.OwnerId, first.Size));
        Assert.Equal(
            "巴伐利亚 慕尼黑",
            await app.WithDbAsync(db =>
                db.Accounts.Where(account => account.Code == "C2").Select(account => account.RegionText).SingleAsync()
            )
        );
        Assert.Equal(
            "王强",
            await app.WithDbAsync(db => db.Contacts.Where(contact => contact.IsPrimary).Select(contact => contact.Name).SingleAsync())
        );
    }

    [Theory, EachDatabase]
    public async Task A_duplicate_is_given_back_with_its_reason_where_the_rules_refuse_it(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.WithDbAsync(async db =>
        {
            var rule = new DuplicateRule { Mark = DuplicateMark.Name };
            rule.Change(DuplicateAction.Block);
            db.AddRange(rule, new Account(AccountKind.Company, "上海鲸客科技有限公司", new(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc)));
            await db.SaveChangesAsync();
        });

        var batch = await app.ImportAsync(
            "客户编号,客户名称\nK1,上海鲸客科技有限责任公司\nK2,北京海豚贸易有限公司\nK3,鲸客科技有限公司北京分公司\n",
            "accounts.csv"
        );

        Assert.Equal((3, 2, 1), (batch.Read, batch.Accepted, batch.Rejected));
        var rejected = await app.WithDbAsync(db => db.RejectedRows.SingleAsync());
        Assert.Equal("row.duplicate-account", rejected.Code);
        Assert.Contains("上海鲸客科技有限责任公司", rejected.Cells);
        Assert.Contains("上海鲸客科技有限公司", rejected.Args);
    }

    [Theory, EachDatabase]
    public async Task The_same_accounts_again_change_nothing(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.ImportAsync(Accounts, "accounts.csv");
        var before = await app.DumpAsync();

        var again = await app.ImportAsync(Accounts, "accounts.csv");

        Assert.Equal((3, 0, 3), (again.Read, again.Accepted, again.Duplicate));
        Assert.Equal(before, await app.DumpAsync());
    }

    [Theory, EachDatabase]
    public async Task A_blank_cell_empties_nothing_and_an_undo_puts_changed_fields_back(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.ImportAsync(Accounts, "accounts.csv");
        var before = await app.DumpAsync();

        var corrected = await app.ImportAsync(Header + "C1,甲股份公司,,江苏,苏州,,中型,,王强,13900000009,\n", "accounts-2.csv");

        Assert.Equal((1, 1, 1), (corrected.Accepted, corrected.Updated, corrected.AccountsUpdated));
        var account = await app.WithDbAsync(db => db.Accounts.SingleAsync(one => one.Code == "C1"));
        Assert.Equal(
            ("甲股份公司", "320000", "中型", "91310000MA1K00001X"),
            (account.Name, account.ProvinceCode, account.Size, account.CreditCode)
        );
        Assert.Equal(
            "13900000009",
            await app.WithDbAsync(db =>
                db.Contacts.Where(contact => contact.Name == "王强").Select(contact => contact.Mobile).SingleAsync()
            )
        );
        Assert.True(
            await app.WithDbAsync(db =>
                db.AuditEntries.AnyAsync(entry => entry.Subject == "Account" && entry.Changes.Contains("甲股份公司"))
            )
        );

        Assert.Equal("甲股份公司", await FoundAsync(app, "gufen"));
        await app.UndoAsync(corrected);

        // The dump holds the alphabetical order of names; that the search knows them again is asked.
        Assert.Equal(before, await app.DumpAsync());
        Assert.Null(await FoundAsync(app, "gufen"));
        Assert.Equal("甲公司", await FoundAsync(app, "jiagongsi"));
        Assert.Null(await FoundAsync(app, "13900000009"));
        Assert.Equal("甲公司", await FoundAsync(app, "13800000001"));
    }

    [Theory, EachDatabase]
    public async Task A_contact_that_an_undo_removes_is_no_longer_found(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.ImportAsync(Accounts, "accounts.csv");
        var more = await app.ImportAsync("客户名称,联系人,手机\n甲公司,孙涛,13700000007\n", "contacts.csv");
        Assert.Equal("甲公司", await FoundAsync(app, "13700000007"));

        await app.UndoAsync(more);

        Assert.Null(await FoundAsync(app, "13700000007"));
    }

    [Theory, EachDatabase]
    public async Task Rows_of_one_file_see_what_the_rows_above_have_given(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.WithDbAsync(db =>
        {
            db.Add(new Account(AccountKind.Company, "甲公司", DateTime.UnixEpoch));
            return db.SaveChangesAsync();
        });

        // The first row gives 甲公司 its code; another code with the same name is another account; a name alone means the first;
        // 丙 is named without a code and then with one.
        await app.ImportAsync(
            "客户编号,客户名称,城市\nC1,甲公司,苏州\nC2,甲公司,无锡\nC1,,常州\n,丙公司,南京\nC3,丙公司,\n,丙公司,南通\n",
            "accounts.csv"
        );

        var accounts = await app.WithDbAsync(db => db.Accounts.OrderBy(account => account.Id).ToListAsync());
        Assert.Equal(
            [("C1", "甲公司", "320400"), ("C2", "甲公司", "320200"), ("C3", "丙公司", "320100")],
            accounts.Select(account => (account.Code!, account.Name, account.CityCode!))
        );
    }

    [Theory, EachDatabase]
    public async Task What_someone_changed_after_the_import_survives_its_undo(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.ImportAsync(Accounts, "accounts.csv");
        var corrected = await app.ImportAsync(Header + "C1,甲股份公司,,,,,中型,,,,\n", "accounts-2.csv", ImportKind.Accounts);
        await app.WithDbAsync(async db =>
        {
            (await db.Accounts.SingleAsync(account => account.Code == "C1")).Rename("甲集团");
            await db.SaveChangesAsync();
        });

        await app.UndoAsync(corrected);

        var account = await app.WithDbAsync(db => db.Accounts.SingleAsync(one => one.Code == "C1"));
        Assert.Equal(("甲集团", "大型"), (account.Name, account.Size));
    }

    [Theory, EachDatabase]
    public async Task An_account_is_found_by_its_credit_code_and_then_found_by_search(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.WithDbAsync(async db =>
        {
            var known = new Account(AccountKind.Company, "老名称", DateTime.UnixEpoch);
            known.Describe(new() { CreditCode = "91310000MA1K00001X" }, DateTime.UnixEpoch);
            db.Add(known);
            await db.SaveChangesAsync();
        });

        await app.ImportAsync(Accounts, "accounts.csv");

        Assert.Equal(
            "甲公司",
            await app.WithDbAsync(db => db.Accounts.Where(account => account.Code == "C1").Select(account => account.Name).SingleAsync())
        );
        Assert.True(
            await app.WithDbAsync(db =>
                db.SearchEntries.AnyAsync(entry => db.Accounts.Any(account => account.Id == entry.AccountId && account.Code == "C2"))
            )
        );
    }

    [Theory, EachDatabase]
    public async Task A_file_of_contacts_names_its_accounts_and_does_not_describe_them(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);

        var batch = await app.ImportAsync(
            "联系人,客户名称,职务,手机,邮箱\n王强,甲公司,采购总监,13800000001,w@example.com\n,乙公司,,,\n",
            "contacts.csv"
        );

        Assert.Equal((ImportKind.Contacts, 1, 1), (batch.Kind, batch.Accepted, batch.Rejected));
        var contact = await app.WithDbAsync(db => db.Contacts.Include(one => one.Account).SingleAsync());
        Assert.Equal(("甲公司", "采购总监"), (contact.Account!.Name, contact.Title));
    }

    private static Task<string?> FoundAsync(JingkeApp app, string words) =>
        app.WithDbAsync(db => db.Accounts.Found(db, SearchQuery.Parse(words)).Select(account => account.Name).SingleOrDefaultAsync());
}

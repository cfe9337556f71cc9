using System.Net;
using System.Text;
using Jingke.Domain.Contacts;
using Jingke.Domain.Imports;
using Jingke.Domain.People;
using Jingke.Tests.Import;
using Jingke.Tests.Support;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jingke.Tests.Features.Accounts;

/// <summary>Erasing what is held on a person.</summary>
public sealed class ErasureTests
{
    private static readonly string[] Traces = ["李主任", "13877317731", "对青霉素过敏", "爱喝茶", "老同学7731", "来函同意7731"];

    [Theory, EachDatabase]
    public async Task Nothing_of_an_erased_person_is_left_in_the_database_and_the_trade_is(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var (account, contact, rep) = await PersonalDataTests.GivenAsync(app);
        await GivenMoreAsync(app, account, contact, rep.Id);
        using var manager = await app.SignedInAsync(Role.Administrator);
        var page = $"/accounts/{account}/contacts/{contact}/erase";
        await manager.SendAsync($"/accounts/{account}/reveal?of=health&contact={contact}", "reveal", ("Reason", "Contact"));
        Assert.NotEmpty(await LeftAsync(app));

        var slip = await manager.SendAsync(page, "erase", ("Reason", "PersonAsked"), ("Name", "李主人"));
        var done = await manager.SendAsync(page, "erase", ("Reason", "PersonAsked"), ("Name", "李主任"), ("Words", "7 月 3 日来函"));

        Assert.Contains("输入的姓名不是“李主任”", await slip.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Empty(await LeftAsync(app));
        await app.WithDbAsync(async db =>
        {
            var erased = await db.Contacts.SingleAsync(each => each.Id == contact);
            Assert.NotNull(erased.ErasedAt);
            Assert.Equal("已删除的联系人", erased.Name);
            var visit = await db.FollowUps.Include(each => each.Contact).SingleAsync();
            Assert.Equal(("谈了××的新科室", "已删除的联系人"), (visit.Summary, visit.Contact!.Name));
            Assert.Equal("城东医院", (await db.Accounts.SingleAsync(each => each.Id == account)).Name);
            Assert.Equal(1, await db.Facts.CountAsync());
            Assert.Equal(["revealed", "erased"], await ActsAsync(db, contact, "revealed", "erased"));
            Assert.Equal(1, await db.Consents.CountAsync());
        });
        var contacts = WebUtility.HtmlDecode(await manager.GetStringAsync($"/accounts/{account}?tab=contacts"));
        Assert.DoesNotContain("已删除的联系人", contacts, StringComparison.Ordinal);
        Assert.Contains("张院长", contacts, StringComparison.Ordinal);
        Assert.Contains("已删除的联系人", WebUtility.HtmlDecode(await manager.GetStringAsync($"/accounts/{account}?tab=follow-ups")));
        Assert.DoesNotContain("城东医院", await manager.GetStringAsync("/search?q=13877317731"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync(page)).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task A_person_in_the_recycle_bin_who_came_with_a_file_is_erased_with_the_file(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.GivenUserAsync(Role.Administrator);
        const string file = "客户名称,联系人,手机,邮箱\n城东医院,李主任,13877317731,li@east.example\n,李主任,13877317731,坏\n";
        var batch = await app.ImportAsync(file, "people.csv", ImportKind.AccountsAndContacts);
        Assert.Equal(ImportState.Done, batch.State);
        var (account, contact) = await app.WithDbAsync(async db =>
        {
            var person = await db.Contacts.SingleAsync();
            person.Delete(GivenAccounts.At, null);
            await db.SaveChangesAsync();
            return (person.AccountId, person.Id);
        });
        using var manager = await app.SignedInAsync(Role.Administrator);
        Assert.NotEmpty(await LeftAsync(app));
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(app.DataFolder, "imports"), "*", SearchOption.AllDirectories));

        var done = await manager.SendAsync(
            $"/accounts/{account}/contacts/{contact}/erase",
            "erase",
            ("Reason", "ConsentWithdrawn"),
            ("Name", "李主任")
        );

        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Empty(await LeftAsync(app));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(app.DataFolder, "imports"), "*", SearchOption.AllDirectories));
        Assert.DoesNotContain("李主任", WebUtility.HtmlDecode(await manager.GetStringAsync("/settings/recycle-bin?tab=contacts")));
    }

    [Theory, EachDatabase]
    public async Task Only_managers_and_administrators_erase_and_only_people_they_answer_for(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var (account, contact, rep) = await PersonalDataTests.GivenAsync(app);
        var page = $"/accounts/{account}/contacts/{contact}/erase";
        using var owner = await app.SignedInAsync(rep);
        using var other = await app.SignedInAsync(Role.Manager);

        Assert.Equal(HttpStatusCode.Forbidden, (await owner.GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(page)).StatusCode);
        Assert.NotEmpty(await LeftAsync(app));
    }

    private static async Task GivenMoreAsync(JingkeApp app, long account, long contact, Guid rep)
    {
        await app.WithDbAsync(async db =>
        {
            var other = new Contact(account, "张院长");
            db.Add(other);
            await db.SaveChangesAsync();
            db.Add(new ContactRelation(account, contact, RelationKind.Classmate, other.Id, "老同学7731"));
            db.Add(
                new Consent(
                    account,
                    contact,
                    DataPurpose.Trade,
                    LegalBasis.Consent,
                    false,
                    new(2026, 3, 1),
                    "来函同意7731",
                    GivenAccounts.At,
                    rep
                )
            );
            db.Add(new Domain.FollowUps.ToDo(account, "给李主任 13877317731 回电", new(2026, 3, 9), rep, GivenAccounts.At, rep));
            await db.SaveChangesAsync();
            var field = await db.FieldDefinitions.Where(each => each.Key == "business-owner").Select(each => each.Id).SingleAsync();
            var channel = await db.Channels.Select(each => each.Id).MinAsync();
            db.Add(
                new Domain.Facts.Fact(
                    account,
                    null,
                    field,
                    new("李主任的哥哥", null),
                    new(channel, true, new(2026, 3, 1)) { Note = "李主任说的" },
                    GivenAccounts.At,
                    rep
                )
            );
            await db.SaveChangesAsync();
        });
    }

    private static Task<List<string>> ActsAsync(JingkeDbContext db, long contact, params string[] of)
    {
        var id = contact.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return db
            .AuditEntries.Where(each => each.Subject == "Contact" && each.SubjectId == id && of.Contains(each.Action))
            .OrderBy(each => each.Id)
            .Select(each => each.Action)
            .ToListAsync();
    }

    // Every text column of every table: a place that is added later is not forgotten.
    private static Task<List<string>> LeftAsync(JingkeApp app) =>
        app.WithDbAsync(async db =>
        {
            var left = new List<string>();
            var connection = db.Database.GetDbConnection();
            await db.Database.OpenConnectionAsync();
            foreach (var type in db.Model.GetEntityTypes().Where(type => type.GetTableName() is not null))
            foreach (
                var property in type.GetProperties()
                    .Where(property => (property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType) == typeof(string))
            )
            {
                var (table, column) = (type.GetTableName(), property.GetColumnName());
                await using var command = connection.CreateCommand();
                command.CommandText = new StringBuilder($"SELECT CAST(\"{column}\" AS TEXT) FROM \"{table}\" WHERE ")
                    .AppendJoin(" OR ", Traces.Select(trace => $"CAST(\"{column}\" AS TEXT) LIKE '%{trace}%'"))
                    .ToString();
                await using var rows = await command.ExecuteReaderAsync();
                while (await rows.ReadAsync())
                    left.Add($"{table}.{column}: {rows.GetString(0)}");
            }
            return left;
        });
}

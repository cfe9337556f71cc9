using System.Globalization;
using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Domain.Contacts;
using Jingke.Domain.People;
using Jingke.Domain.Sales;
using Jingke.Tests.Support;
using Jingke.Web.Data;
using Jingke.Web.Data.Search;
using Jingke.Web.Features.Duplicates.Merging;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jingke.Tests.Duplicates;

/// <summary>Merging accounts keeps everything, and undoing it brings everything back.</summary>
public sealed class MergeTests
{
    private static readonly DateTime At = new(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc);

    [Theory, EachDatabase]
    public async Task Merging_and_undoing_restores_every_row_of_every_table(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.GivenUserAsync(Role.Administrator);

        for (var seed = 1; seed <= 6; seed++)
        {
            var random = new Random(seed);
            var (into, from) = (await GivenAsync(app, $"鲸客{seed}", "A" + seed), await GivenAsync(app, $"鲸客{seed}有限公司", "B" + seed));
            await app.WithDbAsync(db => PlantAsync(db, random, into, from));
            var before = await app.WithDbAsync(TableFingerprints.OfAsync);
            var sales = await app.WithDbAsync(db => db.SalesLines.SumAsync(line => line.Amount));

            var merging = await MergeAsync(app, into, from, random.Next(2) == 0 ? "Name" : "Phone", "Code");
            var left = await app.WithDbAsync(db => LeftBehindAsync(db, into, from));
            var moved = await app.WithDbAsync(async db =>
                (Of: await db.SalesLines.CountAsync(line => line.AccountId == from), All: await db.SalesLines.SumAsync(line => line.Amount))
            );
            var answer = await app.WithDbAsync(db =>
                new UndoMerge(db, TimeProvider.System).RunAsync(merging, TestContext.Current.CancellationToken)
            );

            Assert.Empty(left);
            Assert.Equal(0, moved.Of);
            Assert.Equal(sales, moved.All);
            Assert.Equal((0, 0), (answer.KeptFields.Count, answer.KeptRows));
            var after = await app.WithDbAsync(TableFingerprints.OfAsync);
            foreach (var (table, rows) in before)
                Assert.Equal($"{table}\n{rows}", $"{table}\n{after[table]}");
        }
    }

    [Theory, EachDatabase]
    public async Task What_was_changed_since_stays_when_a_merge_is_undone(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.GivenUserAsync(Role.Administrator);
        var (into, from, third) = (
            await GivenAsync(app, "鲸客", "A"),
            await GivenAsync(app, "鲸客有限公司", "B"),
            await GivenAsync(app, "海豚", "C")
        );
        var (stayed, gone) = await app.WithDbAsync(async db =>
        {
            var (one, other) = (new Contact(from, "李雷"), new Contact(from, "韩梅梅"));
            db.AddRange(one, other);
            await db.SaveChangesAsync();
            return (one.Id, other.Id);
        });

        var merging = await MergeAsync(app, into, from, "Name");
        await app.WithDbAsync(async db =>
        {
            (await db.Accounts.SingleAsync(account => account.Id == into)).Rename("鲸客集团");
            await db.SaveChangesAsync();
            await db
                .Contacts.Where(contact => contact.Id == gone)
                .ExecuteUpdateAsync(set => set.SetProperty(each => each.AccountId, third));
        });
        var answer = await app.WithDbAsync(db =>
            new UndoMerge(db, TimeProvider.System).RunAsync(merging, TestContext.Current.CancellationToken)
        );

        Assert.Contains(nameof(Account.Name), answer.KeptFields);
        Assert.Equal(1, answer.KeptRows);
        await app.WithDbAsync(async db =>
        {
            Assert.Equal("鲸客集团", (await db.Accounts.SingleAsync(account => account.Id == into)).Name);
            Assert.Equal("鲸客有限公司", (await db.Accounts.SingleAsync(account => account.Id == from)).Name);
            Assert.Equal(from, (await db.Contacts.SingleAsync(contact => contact.Id == stayed)).AccountId);
            Assert.Equal(third, (await db.Contacts.SingleAsync(contact => contact.Id == gone)).AccountId);
        });
        var refusal = await Assert.ThrowsAsync<RuleException>(() =>
            app.WithDbAsync(db => new UndoMerge(db, TimeProvider.System).RunAsync(merging, TestContext.Current.CancellationToken))
        );
        Assert.Equal("merge.undone-already", refusal.Code);
    }

    [Theory, EachDatabase]
    public async Task The_merged_account_is_found_by_its_old_name_and_code_and_cannot_be_restored_from_the_bin(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.GivenUserAsync(Role.Administrator);
        var (into, from) = (await GivenAsync(app, "鲸客", "A-1"), await GivenAsync(app, "海豚贸易", "B-77"));

        await MergeAsync(app, into, from);

        foreach (var typed in (string[])["海豚贸易", "B-77", "haitun"])
            Assert.Equal(
                into,
                await app.WithDbAsync(db => db.Accounts.Found(db, SearchQuery.Parse(typed)).Select(account => account.Id).SingleAsync())
            );
        var refusal = await Assert.ThrowsAsync<RuleException>(() =>
            app.WithDbAsync(async db =>
            {
                (await db.Accounts.IgnoreQueryFilters().SingleAsync(account => account.Id == from)).Restore();
            })
        );
        Assert.Equal("account.merged", refusal.Code);
    }

    [Theory, EachDatabase]
    public async Task A_merge_by_form_asks_for_both_accounts_in_scope_and_can_be_undone_by_its_button(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.GivenUserAsync(Role.Administrator);
        using var boss = await app.SignedInAsync(Role.Administrator);
        using var supervisor = await app.SignedInAsync(Role.Supervisor);
        var (into, from) = (await GivenAsync(app, "鲸客", "A-1"), await GivenAsync(app, "海豚贸易", "B-77"));
        var page = string.Create(CultureInfo.InvariantCulture, $"/duplicates/merge?left={into}&right={from}");

        using var closed = await supervisor.GetAsync(page, TestContext.Current.CancellationToken);
        var shown = System.Net.WebUtility.HtmlDecode(await boss.GetStringAsync(page));
        using var merged = await boss.SendAsync(
            page,
            "merge",
            ("Into", $"{into}"),
            ("From", $"{from}"),
            ("IntoVersion", "0"),
            ("FromVersion", "0"),
            ("Take[Name]", $"{from}")
        );
        var after = await app.WithDbAsync(db => db.Accounts.AsNoTracking().SingleAsync());
        var merging = await app.WithDbAsync(db => db.AccountMergings.SingleAsync());
        using var undone = await JingkeApp.PostFormAsync(boss, "/duplicates/merges", [], $"/duplicates/merges/{merging.Id}/undo");

        Assert.Equal(System.Net.HttpStatusCode.NotFound, closed.StatusCode);
        Assert.Contains("海豚贸易", shown);
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, merged.StatusCode);
        Assert.Equal((into, "海豚贸易", "A-1"), (after.Id, after.Name, after.Code));
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, undone.StatusCode);
        Assert.Equal(2, await app.WithDbAsync(db => db.Accounts.CountAsync()));
    }

    private static async Task PlantAsync(JingkeDbContext db, Random random, long into, long from)
    {
        var planted = new PlantedRows(db, random);
        foreach (var place in AccountPlace.AllOf(db.Model))
        {
            var type = db.Model.GetEntityTypes().Single(type => type.GetTableName() == place.Table);
            if (type.ClrType == typeof(Account))
            {
                var child = new Account(AccountKind.Company, $"子公司{random.Next()}", At);
                db.Add(child);
                db.Entry(child).Property(type.GetProperties().Single(each => each.GetColumnName() == place.Column).Name).CurrentValue =
                    from;
                await db.SaveChangesAsync();
                continue;
            }
            var column = type.GetProperties().Single(each => each.GetColumnName() == place.Column).Name;
            for (var row = random.Next(1, 4); row > 0; row--)
                await planted.AddAsync(type, column, from);
            var own = await planted.AddAsync(type, column, into);
            // Both have the same thing: the verdict of one run, a share with one colleague.
            if (place.IsInKey && type.ClrType != typeof(SalesLine))
                await planted.AddAsync(type, column, from, own);
        }
        await SearchIndex.RefreshAsync(db, [into, from], CancellationToken.None);
    }

    // Rows that still name the merged account, though the other has no row of the same key.
    private static async Task<List<string>> LeftBehindAsync(JingkeDbContext db, long into, long from)
    {
        var left = new List<string>();
        foreach (var place in AccountPlace.AllOf(db.Model))
        {
            var same = string.Join(" AND ", place.Key.Select(key => $"o.{key} = r.{key}").DefaultIfEmpty("TRUE"));
            var twice = place.IsInKey ? $"AND NOT EXISTS (SELECT 1 FROM {place.Table} o WHERE o.{place.Column} = {{1}} AND {same})" : "";
            // Names come from the model.
            var sql =
                $"SELECT COUNT(*) AS \"Value\" FROM {place.Table} r WHERE r.{place.Column} = {{0}} {(place.Table == "account" ? "AND r.id <> {1}" : twice)}";
            var rows = await db.Database.SqlQueryRaw<long>(sql, from, into).SingleAsync();
            if (rows != 0)
                left.Add($"{place.Name}: {rows}");
        }
        return left;
    }

    private static Task<long> MergeAsync(JingkeApp app, long into, long from, params IEnumerable<string> take) =>
        app.WithDbAsync(async db =>
        {
            var versions = await db.Accounts.ToDictionaryAsync(account => account.Id, account => account.Version);
            db.ChangeTracker.Clear();
            var input = new MergeAccounts.Input
            {
                Into = into,
                From = from,
                IntoVersion = versions[into],
                FromVersion = versions[from],
                Take = take.ToDictionary(field => field, _ => from),
            };
            return (await new MergeAccounts(db, TimeProvider.System).RunAsync(input, TestContext.Current.CancellationToken)).Id;
        });

    private static Task<long> GivenAsync(JingkeApp app, string name, string code) =>
        app.WithDbAsync(async db =>
        {
            var account = new Account(AccountKind.Company, name, At);
            account.Describe(new AccountDescription { Code = code, Phone = "021-5888" + code }, At);
            db.Add(account);
            await db.SaveChangesAsync();
            return account.Id;
        });
}

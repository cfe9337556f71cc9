using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Jingke.Domain.Accounts;
using Jingke.Domain.Facts;
using Jingke.Domain.Imports;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Web.Tabular.Columns;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jingke.Tests.Import;

/// <summary>Files of accounts go through the door of the facts: fields of the catalogue, and columns that repeat them.</summary>
public sealed class FactImportTests
{
    [Theory, EachDatabase]
    public async Task A_field_that_was_added_a_moment_ago_is_recognised_by_its_header(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var client = await app.SignedInAsync(Role.Administrator);
        await AddFieldAsync(client, "供电电压", "Supply voltage", "Number");

        var batch = await ImportWizard.WalkAsync(
            app,
            client,
            Encoding.UTF8.GetBytes("客户编号,客户名称,供电电压(万元),采购预算(万元),电话\nC1,甲公司,38,50,010-1\nC2,乙公司,,,010-2\n"),
            "名单.csv"
        );

        Assert.Equal((ImportState.Done, ImportKind.Accounts, 2), (batch.State, batch.Kind, batch.Accepted));
        var facts = await FactsAsync(app);
        Assert.Equal(
            [("budget", "500000", FactStanding.Accepted), ("gong-dian-dian-ya", "380000", FactStanding.Accepted)],
            facts.Select(fact => (fact.Field!.Key, fact.Value, fact.Standing)).Order()
        );
        Assert.All(facts, fact => Assert.Equal(batch.Id, fact.ImportBatchId));
        var id = facts[0].AccountId;
        var read = await client.GetFromJsonAsync<JsonElement>($"/api/accounts/{id}");
        Assert.Equal("380000", read.GetProperty("fields").GetProperty("gong-dian-dian-ya").GetProperty("value").GetString());
        // What fills the columns of a new account is believed without a word.
        Assert.Equal("010-1", read.GetProperty("phone").GetString());
        Assert.Contains("记录的资料", await (await client.GetAsync($"/imports/{batch.Id}")).TextAsync(), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_value_that_contradicts_a_better_one_waits_and_does_not_overwrite(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var client = await app.SignedInAsync(Role.Administrator);
        var id = await VisitedAsync(client, daysAgo: 30);

        var batch = await app.ImportAsync("客户编号,客户名称,电话,地址,员工人数\nC1,甲公司,999,新街 2 号,200\n", "accounts.csv");
        var again = await app.ImportAsync("客户编号,客户名称,电话,地址,员工人数\nC1,甲公司,999,新街 2 号,200\n", "accounts.csv");

        var account = await app.WithDbAsync(db => db.Accounts.SingleAsync(each => each.Id == id));
        Assert.Equal(("010-1", "新街 2 号", 200), (account.Phone, account.Address, account.Employees));
        Assert.Equal(1, batch.Accepted);
        Assert.Equal(
            [("address", "新街 2 号", FactStanding.Accepted), ("phone", "999", FactStanding.Disputed)],
            (await FactsAsync(app))
                .Where(fact => fact.ImportBatchId == batch.Id)
                .Select(fact => (fact.Field!.Key, fact.Value, fact.Standing))
                .Order()
        );
        var queue = await (await client.GetAsync("/vetting?owner=all")).TextAsync();
        Assert.Contains("甲公司", queue, StringComparison.Ordinal);
        Assert.Contains("999", queue, StringComparison.Ordinal);
        Assert.Contains("/vetting?owner=all", await (await client.GetAsync($"/imports/{batch.Id}")).TextAsync(), StringComparison.Ordinal);
        // The file again says nothing new.
        Assert.Equal((0, 1), (again.Accepted, again.Duplicate));
    }

    [Theory, EachDatabase]
    public async Task What_a_newer_file_says_takes_the_place_of_what_a_file_said_before(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.ImportAsync("客户编号,客户名称,电话,采购预算\nC1,甲公司,111,100\n", "accounts.csv");

        await app.ImportAsync("客户编号,客户名称,电话,采购预算\nC1,甲公司,222,300\n", "accounts.csv");

        Assert.Equal("222", await app.WithDbAsync(db => db.Accounts.Select(account => account.Phone).SingleAsync()));
        Assert.Equal(
            [
                ("budget", "100", FactStanding.Outranked),
                ("budget", "300", FactStanding.Accepted),
                ("phone", "111", FactStanding.Outranked),
                ("phone", "222", FactStanding.Accepted),
            ],
            (await FactsAsync(app)).Select(fact => (fact.Field!.Key, fact.Value, fact.Standing)).Order()
        );
    }

    [Theory, EachDatabase]
    public async Task A_value_that_cannot_be_read_gives_its_row_back_with_the_reason_and_the_rest_is_kept(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var client = await app.SignedInAsync(Role.Administrator);

        var batch = await ImportWizard.WalkAsync(
            app,
            client,
            Encoding.UTF8.GetBytes(
                "客户名称,采购预算,合作态度,计划采购时间\n甲公司,很多,,\n乙公司,5万,积极主动,2027-01-05\n丙公司,,说不清,\n丁公司,1,,下个月\n"
            ),
            "名单.csv"
        );

        Assert.Equal((4, 3), (batch.Read, batch.Rejected));
        var rejects = await client.GetStringAsync($"/imports/{batch.Id}/rejected?format=csv");
        Assert.Contains("列“采购预算”要填数字，“很多”不是", rejects, StringComparison.Ordinal);
        Assert.Contains("列“合作态度”里的“说不清”不在可选的值里", rejects, StringComparison.Ordinal);
        Assert.Contains("列“计划采购时间”要填日期，“下个月”看不懂", rejects, StringComparison.Ordinal);
        Assert.Equal(["乙公司"], await app.WithDbAsync(db => db.Accounts.Select(account => account.Name).ToListAsync()));
        Assert.Equal(3, (await FactsAsync(app)).Count);
    }

    [Theory, EachDatabase]
    public async Task An_undo_removes_the_facts_and_vets_again_and_leaves_what_people_wrote(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var client = await app.SignedInAsync(Role.Administrator);
        var visited = await VisitedAsync(client, daysAgo: 30);
        var batch = await app.ImportAsync(
            "客户编号,客户名称,电话,采购预算\nC1,甲公司,999,100\nC2,乙公司,222,200\nC3,丙公司,333,300\n",
            "accounts.csv"
        );
        var written = await app.WithDbAsync(db => db.Accounts.Where(each => each.Code == "C2").Select(each => each.Id).SingleAsync());
        await client.PostAsJsonAsync(
            $"/api/accounts/{written}/facts",
            new { values = new Dictionary<string, string> { ["needs"] = "要新泵" } }
        );

        var undone = await app.UndoAsync(batch);

        Assert.Equal((ImportState.Undone, 1), (undone.State, undone.Kept));
        var facts = await FactsAsync(app);
        Assert.DoesNotContain(facts, fact => fact.ImportBatchId == batch.Id);
        Assert.Equal(
            [("needs", FactStanding.Accepted), ("phone", FactStanding.Accepted)],
            facts.Where(fact => fact.Field!.Key is "needs" or "phone").Select(fact => (fact.Field!.Key, fact.Standing)).Order()
        );
        Assert.Equal(
            [visited, written],
            await app.WithDbAsync(db => db.Accounts.OrderBy(account => account.Id).Select(account => account.Id).ToListAsync())
        );
    }

    [Theory, EachDatabase]
    public async Task The_meaning_of_a_column_and_the_source_are_chosen_on_the_page(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var client = await app.SignedInAsync(Role.Administrator);
        var uploaded = await ImportWizard.UploadAsync(client, Encoding.UTF8.GetBytes("客户名称,钱,电话\n甲公司,50万,010-7\n"), "名单.csv");
        var (columns, id) = (uploaded.Headers.Location!.OriginalString, ImportWizard.IdOf(uploaded));
        var page = await client.GetStringAsync(columns);
        var fields = ImportWizard.FieldsOf(page).ToDictionary();
        Assert.Equal("imported-file", fields["channel"]);
        Assert.Contains("采购预算", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        (fields["column-1"], fields["channel"], fields["observed"]) = ("fact:budget", "bank", "2026-01-15");

        await JingkeApp.PostFormAsync(client, columns, [.. fields, new("next", "check")], $"/imports/{id}/mapping");
        await app.EndOfAsync(id);
        await JingkeApp.PostFormAsync(client, $"/imports/{id}", [], $"/imports/{id}/load");
        await app.EndOfAsync(id);

        var bank = await app.WithDbAsync(db =>
            db.Channels.Where(channel => channel.Key == "bank").Select(channel => channel.Id).SingleAsync()
        );
        var facts = await FactsAsync(app);
        Assert.Equal([("budget", "500000"), ("phone", "010-7")], facts.Select(fact => (fact.Field!.Key, fact.Value)).Order());
        Assert.All(facts, fact => Assert.Equal((bank, new DateOnly(2026, 1, 15)), (fact.ChannelId, fact.ObservedOn)));
        // A bank is believed, but a budget of January is stale by now; the column of a new account is filled all the same.
        Assert.Equal("010-7", await app.WithDbAsync(db => db.Accounts.Select(account => account.Phone).SingleAsync()));
    }

    [Theory, EachDatabase]
    public async Task A_row_with_what_only_households_have_makes_a_household(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);

        var batch = await app.ImportAsync(
            "客户名称,家庭人口,员工人数,注册资本\n王家,4,,\n甲公司,,20,100万\n怪事,3,,5万\n",
            "accounts.csv",
            ImportKind.Accounts
        );

        Assert.Equal((2, 1), (batch.Accepted, batch.Rejected));
        Assert.Equal(
            [("王家", AccountKind.Household), ("甲公司", AccountKind.Company)],
            await app.WithDbAsync(async db =>
                (await db.Accounts.OrderBy(account => account.Id).ToListAsync()).Select(account => (account.Name, account.Kind))
            )
        );
    }

    [Theory, EachDatabase]
    public async Task A_mapping_names_fields_by_their_keys_and_one_of_an_unknown_column_is_refused(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);

        await app.ImportAsync(
            "客户名称,甲,乙\n甲公司,50,正常\n",
            "accounts.csv",
            ImportKind.Accounts,
            Mapping.Parse("""{"facts":{"budget":"甲","needs":3},"channel":"phone-call"}""")
        );
        var refused = await Assert.ThrowsAsync<Domain.RuleException>(() =>
            app.ImportAsync(
                "客户名称,甲\n乙公司,50\n",
                "accounts.csv",
                ImportKind.Accounts,
                Mapping.Parse("""{"facts":{"budget":"没有这一列"}}""")
            )
        );

        Assert.Equal([("budget", "50"), ("needs", "正常")], (await FactsAsync(app)).Select(fact => (fact.Field!.Key, fact.Value)).Order());
        Assert.Equal("mapping.column-not-found", refused.Code);
    }

    // An account whose phone was heard on a visit, as a person recorded it.
    private static async Task<long> VisitedAsync(HttpClient client, int daysAgo)
    {
        var on = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-daysAgo);
        var created = await client.PostAsJsonAsync(
            "/api/accounts",
            new
            {
                name = "甲公司",
                code = "C1",
                facts = new[]
                {
                    new
                    {
                        field = "phone",
                        value = "010-1",
                        observedOn = on,
                    },
                    new
                    {
                        field = "employees",
                        value = "200",
                        observedOn = on,
                    },
                },
            }
        );
        return (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64();
    }

    private static async Task AddFieldAsync(HttpClient client, string hans, string en, string type)
    {
        var saved = await client.SendAsync(
            "/settings/fields/new",
            "field",
            ("Subject", "Account"),
            ("Type", type),
            ("NameHans", hans),
            ("NameEn", en),
            ("Section", "Traits"),
            ("Weight", "3"),
            ("Version", "0")
        );
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
    }

    private static Task<List<Fact>> FactsAsync(JingkeApp app) =>
        app.WithDbAsync(db => db.Facts.Include(fact => fact.Field).OrderBy(fact => fact.Id).ToListAsync());
}

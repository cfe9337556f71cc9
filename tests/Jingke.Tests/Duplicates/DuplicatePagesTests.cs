using System.Net;
using System.Net.Http.Json;
using Jingke.Domain.Accounts;
using Jingke.Domain.Contacts;
using Jingke.Domain.Duplicates;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Web.Data.Duplicates;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.Tests.Duplicates;

/// <summary>The check while typing and saving, the scan, and the list of pairs, as people use them.</summary>
public sealed class DuplicatePagesTests
{
    private const string Code = "91310120MA1HQTWC7U";
    private static readonly DateTime At = new(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc);

    [Theory, EachDatabase]
    public async Task A_name_that_is_there_already_is_saved_after_a_tick(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var boss = await app.SignedInAsync(Role.Administrator);
        await GivenAsync(app, "上海鲸客科技有限公司");

        var typed = await boss.GetStringAsync("/duplicates/check?name=" + Uri.EscapeDataString("鲸客科技（上海）公司"));
        var first = await boss.SendAsync("/accounts/new", "account", ("Name", "鲸客科技（上海）公司"), ("Phone", "021-1234567"));
        var kept = await first.TextAsync();
        var second = await boss.SendAsync(
            "/accounts/new",
            "account",
            ("Name", "鲸客科技（上海）公司"),
            ("Phone", "021-1234567"),
            ("DuplicatesSeen", "true")
        );

        Assert.Contains("上海鲸客科技有限公司", WebUtility.HtmlDecode(typed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, first.StatusCode);
        Assert.Contains("可能已经有这个客户：上海鲸客科技有限公司", kept);
        Assert.Contains("021-1234567", kept);
        Assert.Contains("Input.DuplicatesSeen", kept);
        Assert.Equal(HttpStatusCode.SeeOther, second.StatusCode);
    }

    [Theory, EachDatabase]
    public async Task A_credit_code_of_a_colleagues_account_is_refused_with_a_masked_name_and_the_owner(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.GivenUserAsync(Role.Administrator);
        var other = await app.GivenUserAsync(Role.Rep, "other");
        using var rep = await app.SignedInAsync(Role.Rep);
        await GivenAsync(app, "上海商商实业有限公司", Code, other);

        var typed = WebUtility.HtmlDecode(await rep.GetStringAsync($"/duplicates/check?name=x&creditCode={Code}"));
        var saved = await rep.SendAsync("/accounts/new", "account", ("Name", "别的名字"), ("CreditCode", Code), ("DuplicatesSeen", "true"));
        var sentence = await saved.TextAsync();
        var json = await rep.PostAsJsonAsync("/api/accounts", new { name = "别的名字", creditCode = Code });

        Assert.All(
            (string[])[typed, sentence, await json.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)],
            text =>
            {
                Assert.Contains("上海***", text);
                Assert.DoesNotContain("商商", text);
                Assert.Contains(other.DisplayName, text);
            }
        );
        Assert.DoesNotContain("/accounts/", typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, saved.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, json.StatusCode);
    }

    [Theory, EachDatabase]
    public async Task Rules_that_are_off_find_nothing(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var boss = await app.SignedInAsync(Role.Administrator);
        await GivenAsync(app, "上海鲸客科技有限公司", Code);

        var edited = await boss.SendAsync(
            "/duplicates/rules",
            "rules",
            ("Name", "Off"),
            ("CreditCode", "Warn"),
            ("Phone", "Off"),
            ("Domain", "Off")
        );
        var byName = await boss.GetStringAsync("/duplicates/check?name=" + Uri.EscapeDataString("上海鲸客科技有限公司"));
        var byCode = await boss.GetStringAsync($"/duplicates/check?name=x&creditCode={Code}");

        Assert.Equal(HttpStatusCode.SeeOther, edited.StatusCode);
        Assert.Equal("", byName.Trim());
        Assert.Contains("note-warning", byCode);
    }

    [Theory, EachDatabase]
    public async Task A_scan_lists_pairs_and_one_that_is_settled_stays_settled(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.GivenUserAsync(Role.Administrator);
        using var boss = await app.SignedInAsync(Role.Administrator);
        var other = await app.GivenUserAsync(Role.Rep, "other");
        var own = await app.GivenUserAsync(Role.Rep, "own");
        using var rep = await app.SignedInAsync(own);
        using var stranger = await app.SignedInAsync(Role.Rep);
        await GivenAsync(app, "上海鲸客科技有限公司", owner: own);
        await GivenAsync(app, "鯨客科技(上海)有限公司", owner: other);
        await GivenAsync(app, "王小明");

        var found = await ScanAsync(app);
        var seen = WebUtility.HtmlDecode(await boss.GetStringAsync("/duplicates"));
        var masked = WebUtility.HtmlDecode(await rep.GetStringAsync("/duplicates"));
        var nothing = WebUtility.HtmlDecode(await stranger.GetStringAsync("/duplicates"));
        var pair = await app.WithDbAsync(db => db.DuplicatePairs.SingleAsync());
        using var refused = await JingkeApp.PostFormAsync(rep, "/password", [], $"/duplicates/{pair.Id}/not");
        using var settled = await JingkeApp.PostFormAsync(boss, "/duplicates", [], $"/duplicates/{pair.Id}/not");
        var again = await ScanAsync(app);

        Assert.Equal(1, found.Found);
        Assert.Contains("鯨客科技(上海)有限公司", seen);
        Assert.Contains("名称的主体相同：鲸客科技", seen);
        Assert.Contains("上海鲸客科技有限公司", masked);
        Assert.Contains("鯨客***", masked);
        Assert.DoesNotContain("鯨客科技", masked);
        Assert.DoesNotContain("鲸客科技", nothing);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, settled.StatusCode);
        Assert.Equal(0, again.Found);
        Assert.Equal(PairState.NotDuplicate, (await app.WithDbAsync(db => db.DuplicatePairs.SingleAsync())).State);
    }

    [Theory, EachDatabase]
    public async Task Match_keys_follow_names_and_contacts_and_are_filled_in_for_an_earlier_database(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.GivenUserAsync(Role.Administrator);
        var id = await GivenAsync(app, "上海鲸客科技有限公司");
        var before = await KeysAsync(app);

        await app.WithDbAsync(async db =>
        {
            (await db.Accounts.SingleAsync(account => account.Id == id)).Rename("北京海豚贸易有限公司");
            var contact = new Contact(id, "李雷");
            contact.Describe(null, "139 1777 1234", null, "li@dolphin.cn", null);
            db.Add(contact);
            await db.SaveChangesAsync();
        });
        var after = await KeysAsync(app);
        await app.WithDbAsync(db => db.MatchKeys.ExecuteDeleteAsync());
        await app.WithDbAsync(db => MatchKeyIndex.FillAsync(db, TestContext.Current.CancellationToken));

        Assert.Contains(MatchKeys.Hash(MatchKeys.Kind.Name, "鲸客科技"), before);
        Assert.DoesNotContain(MatchKeys.Hash(MatchKeys.Kind.Name, "鲸客科技"), after);
        Assert.Contains(MatchKeys.Hash(MatchKeys.Kind.Name, "海豚贸易"), after);
        Assert.Contains(MatchKeys.Hash(MatchKeys.Kind.Phone, "13917771234"), after);
        Assert.Contains(MatchKeys.Hash(MatchKeys.Kind.Domain, "dolphin.cn"), after);
        Assert.Equal(after, await KeysAsync(app));
    }

    private static Task<List<long>> KeysAsync(JingkeApp app) =>
        app.WithDbAsync(db => db.MatchKeys.Select(key => key.Key).OrderBy(key => key).ToListAsync());

    private static Task<DuplicateScan> ScanAsync(JingkeApp app) =>
        app.Services.GetRequiredService<ScanDuplicates>().RunAsync(null, TestContext.Current.CancellationToken);

    private static Task<long> GivenAsync(JingkeApp app, string name, string? code = null, User? owner = null) =>
        app.WithDbAsync(async db =>
        {
            var account = new Account(AccountKind.Company, name, At);
            account.Describe(new AccountDescription { CreditCode = code }, At);
            account.AssignTo(owner?.Id, null, At);
            db.Add(account);
            await db.SaveChangesAsync();
            return account.Id;
        });
}

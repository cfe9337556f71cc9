using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Jingke.Domain.Accounts;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Web.Data.Facts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.Tests.Features.Accounts;

/// <summary>Conditions of the account list on any field: through JSON, so that what is found is told exactly, and on the page.</summary>
public sealed class ConditionTests
{
    [Theory, EachDatabase]
    public async Task Each_operator_keeps_what_it_says(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);
        await GivenThreeAsync(app, keeper);

        foreach (
            var (where, expected) in ((string, string)[])
                [
                    ("field.branches.min.10", "甲乙"),
                    ("field.branches.max.10", "甲"),
                    ("field.branches.between.11,30", "乙"),
                    ("field.registered-capital.min.500000.01", "乙"),
                    ("field.founded-on.min.2010-01-01", "乙"),
                    ("field.founded-on.between.1999-05-01,1999-05-01", "甲"),
                    ("field.credit-grade.in.aaa,b", "甲"),
                    ("field.credit-grade.in.aaa,bb", "甲乙"),
                    ("field.payment-method.in.monthly", "甲乙"),
                    ("field.payment-method.in.deposit,on-delivery", "甲"),
                    ("field.business-owner.has.王", "甲"),
                    ("field.business-owner.has.WANG", "乙"),
                    ("field.business-owner.is.王大", ""),
                    ("field.business-owner.is.王大锤", "甲"),
                    ("field.business-owner.known", "甲乙"),
                    ("field.business-owner.unknown", "丙"),
                    ("field.total-assets.stale", "丙"),
                    ("field.total-assets.known", ""),
                    ("field.total-assets.unknown", "甲乙"),
                    // Fields that stand in columns, also before anybody recorded a fact.
                    ("field.employees.min.99.5", "甲"),
                    ("field.employees.max.99.5", "乙"),
                    ("field.employees.unknown", "丙"),
                    ("field.employees.known", "甲乙"),
                    ("field.region.in.440000", "甲乙"),
                    ("field.region.in.深圳", "甲"),
                    ("field.region.in.440100,110000", "乙丙"),
                    ("field.industry.in.C", "甲"),
                    ("field.industry.in.39", "甲"),
                    ("field.ownership.is.民营", "甲"),
                    ("field.ownership.unknown", "丙"),
                    // What every account has.
                    ("name.has.甲", "甲"),
                    ("tier.in.Key,Rising", "甲"),
                    ("tier.unknown", "乙丙"),
                    ("kind.in.Company", "甲乙丙"),
                    ("sales.min.1000", "甲"),
                    ("sales.between.0,999.99", "乙丙"),
                    ("last.max.2026-02-01", "甲"),
                    ("last.known", "甲"),
                    ("contact.unknown", "甲乙丙"),
                    ("owner.in.me", ""),
                    ("owner.unknown", "甲乙丙"),
                ]
        )
            Assert.Equal((where, expected), (where, await FoundAsync(keeper, where)));
    }

    [Theory, EachDatabase]
    public async Task Groups_must_all_hold_and_of_a_group_any_alternative(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);
        await GivenThreeAsync(app, keeper);

        Assert.Equal("甲丙", await FoundAsync(keeper, "tier.in.Key~or~field.region.in.110000"));
        Assert.Equal("丙", await FoundAsync(keeper, "tier.in.Key~or~field.region.in.110000", "tier.unknown"));
        Assert.Equal(
            "乙",
            await FoundAsync(keeper, "field.branches.min.1", "field.credit-grade.in.bb,aaa", "field.registered-capital.min.600000")
        );
        Assert.Equal(
            "甲乙",
            await FoundAsync(keeper, "field.branches.max.15~or~field.registered-capital.min.600000", "field.credit-grade.known")
        );
        Assert.Equal("甲", Names(await keeper.GetFromJsonAsync<JsonElement>("/api/accounts?tier=Key&where=field.branches.min.1")));
        Assert.Equal(
            "乙",
            Names(await keeper.GetFromJsonAsync<JsonElement>("/api/accounts?q=乙&where=field.branches.min.1&sort=-field.branches"))
        );
        Assert.Equal("", await FoundAsync(keeper, "field.business-owner.is.a~~or~~b"));
    }

    [Theory, EachDatabase]
    public async Task The_list_is_ordered_by_a_field_with_the_unknown_last(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);
        await GivenThreeAsync(app, keeper);

        foreach (
            var (sort, expected) in ((string, string)[])
                [
                    ("field.branches", "甲乙丙"),
                    ("-field.branches", "乙甲丙"),
                    ("-field.founded-on", "乙甲丙"),
                    ("field.employees", "乙甲丙"),
                    ("-field.employees", "甲乙丙"),
                    ("field.credit-grade", "甲乙丙"),
                ]
        )
            Assert.Equal((sort, expected), (sort, Names(await keeper.GetFromJsonAsync<JsonElement>($"/api/accounts?sort={sort}"))));
    }

    [Theory, EachDatabase]
    public async Task Values_are_in_the_rows_that_ask_for_them_in_the_file_and_on_the_page(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);
        await GivenThreeAsync(app, keeper);
        const string Columns =
            "cols=field.employees&cols=field.branches&cols=field.payment-method&cols=field.registered-capital&cols=field.total-assets";

        var json = await keeper.GetFromJsonAsync<JsonElement>($"/api/accounts?sort=name&{Columns}");
        var csv = (await keeper.GetStringAsync($"/accounts/export?format=csv&sort=code&{Columns}")).TrimStart('\uFEFF').Split("\r\n");
        var page = await (await keeper.GetAsync($"/accounts?{Columns}")).TextAsync();

        var first = json.GetProperty("rows")
            .EnumerateArray()
            .Single(row => row.GetProperty("name").GetString() == "甲")
            .GetProperty("values");
        Assert.Equal(
            ("120", "10", "deposit,monthly", "500000"),
            (
                first.GetProperty("employees").GetString(),
                first.GetProperty("branches").GetString(),
                first.GetProperty("payment-method").GetString(),
                first.GetProperty("registered-capital").GetString()
            )
        );
        Assert.Equal(JsonValueKind.Null, first.GetProperty("total-assets").ValueKind);
        Assert.Equal(
            ["客户,客户编号,员工人数 (人),注册资本 (元),总资产 (元),分支机构 (家),付款方式", "甲,1,120,500000.00,,10,预付定金、月结"],
            csv[..2]
        );
        Assert.Contains("预付定金、月结", page, StringComparison.Ordinal);
        Assert.Contains("class=\"value-stale\"", page, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task What_a_role_does_not_see_can_neither_be_shown_nor_guessed(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);
        await GivenThreeAsync(app, keeper);
        await CloseToAsync(app, "branches", [Role.Administrator], sensitive: false);
        await CloseToAsync(app, "ownership", [Role.Administrator], sensitive: false);
        await CloseToAsync(app, "registered-capital", [], sensitive: true);
        using var finance = await app.SignedInAsync(Role.Finance);

        // The administrator sees the closed fields, and nobody a sensitive one.
        Assert.Equal("甲乙", await FoundAsync(keeper, "field.branches.min.10"));
        foreach (
            var (who, where) in ((HttpClient, string)[])
                [
                    (finance, "field.branches.min.10"),
                    (finance, "field.ownership.is.民营"),
                    (finance, "field.registered-capital.min.1"),
                    (keeper, "field.registered-capital.min.1"),
                ]
        )
        {
            using var refused = await who.GetAsync($"/api/accounts?where={where}");
            Assert.Equal((where, HttpStatusCode.BadRequest), (where, refused.StatusCode));
            var page = await (await who.GetAsync($"/accounts?where={where}")).TextAsync();
            Assert.DoesNotContain("account-name", page, StringComparison.Ordinal);
            Assert.Contains("is-unreadable", page, StringComparison.Ordinal);
            Assert.DoesNotContain("甲,1", await who.GetStringAsync($"/accounts/export?format=csv&where={where}"), StringComparison.Ordinal);
        }

        const string Columns = "cols=field.branches&cols=ownership&cols=field.registered-capital&cols=tier";
        var json = await finance.GetFromJsonAsync<JsonElement>($"/api/accounts?sort=-field.branches&ownership=民营&{Columns}");
        var rows = json.GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(3, rows.Count);
        Assert.All(
            rows,
            row => Assert.Equal(["registered-capital"], row.GetProperty("values").EnumerateObject().Select(each => each.Name))
        );
        Assert.All(rows, row => Assert.Equal(JsonValueKind.Null, row.GetProperty("values").GetProperty("registered-capital").ValueKind));
        Assert.All(rows, row => Assert.Equal(JsonValueKind.Null, row.GetProperty("ownership").ValueKind));
        var csv = await finance.GetStringAsync($"/accounts/export?format=csv&sort=code&{Columns}");
        Assert.StartsWith("客户,客户编号,等级,注册资本 (元)\r\n甲,1,大客户,••••\r\n", csv.TrimStart('\uFEFF'), StringComparison.Ordinal);
        var list = await (await finance.GetAsync($"/accounts?{Columns}&add=field.branches")).TextAsync();
        Assert.Contains("••••", list, StringComparison.Ordinal);
        Assert.DoesNotContain("500,000", list, StringComparison.Ordinal);
        Assert.DoesNotContain("<option value=\"field.branches\"", list, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"checkbox\" name=\"cols\" value=\"field.branches\"", list, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"op\"", list, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Conditions_keep_to_the_viewers_scope(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);
        var rep = await app.GivenUserAsync(Role.Rep, "小李");
        var mine = await app.GivenAccountAsync("自己的", owner: rep.Id);
        var other = await app.GivenAccountAsync("别人的");
        await RecordAsync(keeper, mine, new() { ["branches"] = "5" });
        await RecordAsync(keeper, other, new() { ["branches"] = "5" });
        using var client = await app.SignedInAsync(rep);

        foreach (
            var where in (string[])["field.branches.min.1", "field.branches.known~or~name.has.的", "owner.unknown~or~field.branches.max.9"]
        )
            Assert.Equal((where, "自己的"), (where, await FoundAsync(client, where)));
        Assert.Equal("自己的", await FoundAsync(client, "owner.in.me"));
        Assert.DoesNotContain(
            "别人的",
            await client.GetStringAsync("/accounts?where=field.branches.min.1&cols=field.branches&sort=field.branches"),
            StringComparison.Ordinal
        );
    }

    [Theory, EachDatabase]
    public async Task The_form_adds_conditions_and_says_what_is_wrong_without_losing_what_was_typed(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);
        await GivenThreeAsync(app, keeper);

        Assert.Equal(
            "/accounts?tier=Key&where=field.branches.between.5%2C15",
            await AddAsync(keeper, "/accounts?tier=Key&page=2", "add=field.branches&op=range&value=5&to=15&join=")
        );
        Assert.Equal(
            "/accounts?where=field.branches.max.15",
            await AddAsync(keeper, "/accounts", "add=field.branches&op=range&value=&to=15")
        );
        Assert.Equal(
            "/accounts?where=tier.in.Key~or~field.region.in.440000%2C110000",
            await AddAsync(keeper, "/accounts?where=tier.in.Key", "add=field.region&op=in&value=广东、北京&join=0")
        );
        Assert.Equal(
            "/accounts?where=tier.in.Key&where=field.credit-grade.in.aaa%2Caa",
            await AddAsync(keeper, "/accounts?where=tier.in.Key", "add=field.credit-grade&op=in&value=aaa&value=aa&join=")
        );

        var back = await AddAsync(keeper, "/accounts?tier=Key", "add=field.branches&op=range&value=many&to=15");
        var page = await (await keeper.GetAsync(back)).TextAsync();

        Assert.Contains("value=\"many\"", page, StringComparison.Ordinal);
        Assert.Contains("field-problem", page, StringComparison.Ordinal);
        Assert.Contains("分支机构", page, StringComparison.Ordinal);
        var shown = await (await keeper.GetAsync("/accounts?where=field.branches.between.5,15~or~tier.in.Key")).TextAsync();
        Assert.Contains("分支机构 5 家 至 15 家", shown, StringComparison.Ordinal);
        Assert.Contains("href=\"/accounts?where=tier.in.Key\"", shown, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_saved_view_keeps_conditions_and_columns(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);
        await GivenThreeAsync(app, keeper);
        const string Query = "cols=field.branches&where=field.branches.min.11&sort=field.branches";

        await JingkeApp.PostFormAsync(
            keeper,
            "/accounts",
            [new("address", $"/accounts?{Query}"), new("name", "多分支"), new("shared", "true")],
            "/accounts/views"
        );
        var link = WebUtility.HtmlDecode(await keeper.GetStringAsync("/accounts"));

        Assert.Contains($"href=\"/accounts?{Query}\"", link, StringComparison.Ordinal);
        var page = await (await keeper.GetAsync($"/accounts?{Query}")).TextAsync();
        Assert.Contains("<h1>多分支", page.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_field_added_in_the_browser_is_at_once_a_condition_a_column_and_in_json(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);
        var account = await app.GivenAccountAsync("甲");
        await app.GivenAccountAsync("乙");

        var saved = await keeper.SendAsync(
            "/settings/fields/new",
            "field",
            [("Subject", "Account"), ("Type", "YesNo"), ("NameHans", "有冷库"), ("Section", "Traits"), ("Weight", "1"), ("Version", "0")]
        );
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        var key = app.Services.GetRequiredService<CatalogueInForce>().Current.InUse.Single(field => field.NameHans == "有冷库").Key;
        await RecordAsync(keeper, account, new() { [key] = "是" });

        var page = await (await keeper.GetAsync($"/accounts?cols=field.{key}&add=field.{key}")).TextAsync();
        Assert.Contains($"<option value=\"field.{key}\" selected>有冷库</option>", page, StringComparison.Ordinal);
        Assert.Contains("name=\"op\"", page, StringComparison.Ordinal);
        Assert.Contains("data-title=\"有冷库\"", page, StringComparison.Ordinal);
        Assert.Equal("甲", await FoundAsync(keeper, $"field.{key}.is.yes"));
        Assert.Equal("乙", await FoundAsync(keeper, $"field.{key}.unknown"));
        var json = await keeper.GetFromJsonAsync<JsonElement>($"/api/accounts?cols=field.{key}&where=field.{key}.known");
        Assert.Equal("yes", json.GetProperty("rows")[0].GetProperty("values").GetProperty(key).GetString());
        Assert.Contains(
            "有冷库",
            await (await keeper.GetAsync($"/accounts/export?format=csv&cols=field.{key}")).TextAsync(),
            StringComparison.Ordinal
        );
    }

    [Theory, EachDatabase]
    public async Task A_condition_that_cannot_be_understood_finds_nothing_and_is_said(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);
        await app.GivenAccountAsync("甲");

        foreach (
            var where in (string[])
                [
                    "nonsense",
                    "field.no-such.min.1",
                    "field.branches.min.many",
                    "field.branches.has.1",
                    "tier.in.Best",
                    "field.branches.between.9,1",
                    "field..min.1",
                    "tier",
                    "tier.",
                    "team.in.x",
                ]
        )
        {
            using var refused = await keeper.GetAsync($"/api/accounts?where={where}");
            Assert.Equal((where, HttpStatusCode.BadRequest), (where, refused.StatusCode));
            Assert.Contains(where, await refused.TextAsync(), StringComparison.Ordinal);
            Assert.Contains("is-unreadable", await keeper.GetStringAsync($"/accounts?where={where}"), StringComparison.Ordinal);
        }
        var many = string.Join('&', Enumerable.Repeat("where=name.known", 40));
        Assert.Equal(HttpStatusCode.BadRequest, (await keeper.GetAsync($"/api/accounts?{many}")).StatusCode);
        // One alternative that is understood still holds on the page.
        Assert.Contains("account-name", await keeper.GetStringAsync("/accounts?where=nonsense~or~name.has.甲"), StringComparison.Ordinal);
    }

    /// <summary>甲 and 乙 in Guangdong with facts, 丙 in Beijing of which hardly anything is known.</summary>
    private static async Task GivenThreeAsync(JingkeApp app, HttpClient keeper)
    {
        var first = await app.GivenAccountAsync(
            "甲",
            new()
            {
                Code = "1",
                ProvinceCode = "440000",
                CityCode = "440300",
                IndustryCode = "3921",
                Ownership = "民营",
                Employees = 120,
            },
            tier: Tier.Key,
            netSales: 1_000_0000,
            lastOrderOn: new(2026, 2, 1)
        );
        var second = await app.GivenAccountAsync(
            "乙",
            new()
            {
                Code = "2",
                ProvinceCode = "440000",
                CityCode = "440100",
                Ownership = "国有",
                Employees = 30,
            }
        );
        var third = await app.GivenAccountAsync("丙", new() { Code = "3", ProvinceCode = "110000" });
        await RecordAsync(
            keeper,
            first,
            new()
            {
                ["branches"] = "10",
                ["registered-capital"] = "500000",
                ["founded-on"] = "1999-05-01",
                ["credit-grade"] = "aaa",
                ["payment-method"] = "monthly、deposit",
                ["business-owner"] = "王大锤",
            }
        );
        await RecordAsync(
            keeper,
            second,
            new()
            {
                ["branches"] = "30",
                ["registered-capital"] = "800000",
                ["founded-on"] = "2012-12-12",
                ["credit-grade"] = "bb",
                ["payment-method"] = "monthly",
                ["business-owner"] = "Anna Wang",
            }
        );
        await RecordAsync(keeper, third, new() { ["total-assets"] = "900" }, observedOn: "2021-01-01");
    }

    private static async Task RecordAsync(HttpClient client, long account, Dictionary<string, string> values, string? observedOn = null)
    {
        using var answer = await client.PostAsJsonAsync($"/api/accounts/{account}/facts", new { values, observedOn });
        Assert.True(answer.IsSuccessStatusCode, await answer.TextAsync());
    }

    private static async Task CloseToAsync(JingkeApp app, string key, Role[] seenBy, bool sensitive)
    {
        await app.WithDbAsync(async db =>
        {
            var field = await db.FieldDefinitions.SingleAsync(each => each.Key == key);
            field.Change(
                new()
                {
                    Names = field.Names,
                    Section = field.Section,
                    Position = field.Position,
                    Unit = field.Unit,
                    Choices = field.Choices,
                    ShelfLifeDays = field.ShelfLifeDays,
                    SeenBy = seenBy,
                    IsSensitive = sensitive,
                }
            );
            await db.SaveChangesAsync();
        });
        await app.Services.GetRequiredService<CatalogueInForce>().ReloadAsync(default);
    }

    private static async Task<string> AddAsync(HttpClient client, string back, string form)
    {
        using var answer = await client.GetAsync($"/accounts/where?back={Uri.EscapeDataString(back)}&{form}");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    private static async Task<string> FoundAsync(HttpClient client, params string[] where) =>
        Names(
            await client.GetFromJsonAsync<JsonElement>(
                "/api/accounts?sort=code&" + string.Join('&', where.Select(each => $"where={Uri.EscapeDataString(each)}"))
            )
        );

    private static string Names(JsonElement page)
    {
        var names = page.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("name").GetString()).ToList();
        Assert.Equal(names.Count, page.GetProperty("total").GetInt64());
        return string.Concat(names);
    }
}

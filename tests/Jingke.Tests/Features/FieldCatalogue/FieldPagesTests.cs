using System.Net;
using System.Text.RegularExpressions;
using Jingke.Domain.Accounts;
using Jingke.Domain.Facts;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Web.Data.Facts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.Tests.Features.FieldCatalogue;

/// <summary>Fields of the catalogue as an administrator edits them in the browser.</summary>
public sealed class FieldPagesTests
{
    private static readonly (string, string)[] Voltage =
    [
        ("Subject", "Company"),
        ("Type", "OneOf"),
        ("NameHans", "供电电压"),
        ("NameEn", "Supply voltage"),
        ("Section", "Traits"),
        ("ShelfLifeDays", "730"),
        ("Weight", "3"),
        ("ChoiceKey", ""),
        ("ChoiceHans", "低压"),
        ("ChoiceHant", "低壓"),
        ("ChoiceEn", "Low voltage"),
        ("ChoiceKey", ""),
        ("ChoiceHans", "高压"),
        ("ChoiceHant", ""),
        ("ChoiceEn", ""),
        ("ChoiceKey", ""),
        ("ChoiceHans", ""),
        ("ChoiceHant", ""),
        ("ChoiceEn", ""),
        ("SeenBy", "Rep"),
        ("SeenBy", "Manager"),
        ("Version", "0"),
    ];

    [Theory, EachDatabase]
    public async Task A_new_field_is_in_force_at_once_under_a_key_of_its_pinyin(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);

        var saved = await keeper.SendAsync("/settings/fields/new", "field", Voltage);

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        var field = Current(app).Field("gong-dian-dian-ya")!;
        Assert.Equal(
            (FieldSubject.Company, FieldType.OneOf, CardSection.Traits, 730, 3),
            (field.Subject, field.Type, field.Section, field.ShelfLifeDays, field.Weight)
        );
        Assert.Equal([new FieldChoice("low-voltage", "低压", "低壓", "Low voltage"), new FieldChoice("gao-ya", "高压")], field.Choices);
        Assert.Equal([Role.Rep, Role.Manager], field.SeenBy);
        Assert.Equal("供电电压", field.Names.In("zh-Hant"));
        var list = await (await keeper.GetAsync("/settings/fields")).TextAsync();
        Assert.Contains("供电电压", list, StringComparison.Ordinal);
        Assert.Contains("（低压、高压）", list, StringComparison.Ordinal);
        Assert.Contains("限部分角色", list, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_choice_keeps_its_key_under_another_name_and_at_another_place(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);
        await keeper.SendAsync("/settings/fields/new", "field", Voltage);
        var id = Current(app).Field("gong-dian-dian-ya")!.Id;

        var saved = await keeper.SendAsync(
            $"/settings/fields/{id}",
            "field",
            [
                .. Changed(Voltage, ("Version", "0")).Where(each => !each.Item1.StartsWith("Choice", StringComparison.Ordinal)),
                .. Choice("gao-ya", "10 千伏以上"),
                .. Choice("low-voltage", "低压"),
                .. Choice("gao-ya", "特高压"),
                .. Choice("made-up", "直流"),
            ]
        );

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Equal(
            [("gao-ya", "10 千伏以上"), ("low-voltage", "低压"), ("te-gao-ya", "特高压"), ("zhi-liu", "直流")],
            Current(app).Field("gong-dian-dian-ya")!.Choices.Select(choice => (choice.Key, choice.Hans))
        );
    }

    [Theory, EachDatabase]
    public async Task A_choice_that_facts_have_cannot_be_removed(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);
        var field = Current(app).Field("concerns")!;
        await app.WithDbAsync(async db =>
        {
            var account = new Account(AccountKind.Company, "甲公司", DateTime.UnixEpoch);
            db.Add(account);
            await db.SaveChangesAsync();
            var origin = new FactOrigin(Current(app).DefaultChannel.Id, IsFirstHand: true, new(2026, 3, 1));
            db.Add(new Fact(account.Id, null, field.Id, new("quality,brand"), origin, DateTime.UnixEpoch, null));
            await db.SaveChangesAsync();
        });

        var without = (string key) =>
            Shown(field).Concat(field.Choices.Where(each => each.Key != key).SelectMany(each => Choice(each.Key, each.Hans)));
        var refused = await keeper.SendAsync($"/settings/fields/{field.Id}", "field", without("brand"));
        var saved = await keeper.SendAsync($"/settings/fields/{field.Id}", "field", without("delivery"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("已有资料选了“品牌”，不能删除；可以改名。", await refused.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.DoesNotContain(Current(app).Field("concerns")!.Choices, choice => choice.Key == "delivery");
    }

    [Theory]
    [InlineData("NameHans", "", "NameHans", "请填写")]
    [InlineData("NameHans", "法定代表人", "NameHans", "已经有“法定代表人”")]
    [InlineData("NameHans", "地址", "NameHans", "已经有“地址”")]
    [InlineData("Key", "Voltage!", "Key", "只能用小写英文字母")]
    [InlineData("Key", "phone", "Key", "已经有资料项用了标识“phone”")]
    [InlineData("ShelfLifeDays", "0", "ShelfLifeDays", "1 到 36500 天")]
    [InlineData("ShelfLifeDays", "半年", "ShelfLifeDays", "半年")]
    [InlineData("Weight", "11", "Weight", "0 到 10")]
    [InlineData("Section", "Personal", "Section", "不能放在这个部分")]
    [InlineData("Type", "", "Type", "请选择类型")]
    [InlineData("ChoiceHans", "低压", "ChoiceHans", "选项“低压”重复了")]
    [InlineData("ChoiceHans", "", "ChoiceHans", "请至少填写一个选项")]
    public async Task What_cannot_be_is_told_beside_the_field(string field, string value, string beside, string sentence)
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        using var keeper = await app.SignedInAsync(Role.Administrator);
        var before = Current(app).Fields.Count;

        var answer = await keeper.SendAsync("/settings/fields/new", "field", Changed(Voltage.Append(("Key", "")), (field, value)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.TextAsync();
        Assert.Matches($"Input-{beside}-problem[^<]*>[^<]*{Regex.Escape(sentence)}", page);
        Assert.Contains("value=\"Supply voltage\"", page, StringComparison.Ordinal);
        Assert.Equal(before, Current(app).Fields.Count);
    }

    [Theory, EachDatabase]
    public async Task Of_two_edits_the_second_sees_the_first(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);
        var field = Current(app).Field("website")!;
        await keeper.SendAsync(
            $"/settings/fields/{field.Id}",
            "field",
            Changed(Shown(field), ("NameHans", "官网"), ("IsQuestion", "true"))
        );

        var conflict = await keeper.SendAsync($"/settings/fields/{field.Id}", "field", Changed(Shown(field), ("NameHans", "网址")));

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        var page = await conflict.TextAsync();
        Assert.Contains("对方改成了：官网", page, StringComparison.Ordinal);
        Assert.Contains("value=\"网址\"", page, StringComparison.Ordinal);
        Assert.Equal("官网", Current(app).Field("website")!.NameHans);
    }

    [Theory, EachDatabase]
    public async Task A_retired_field_is_off_the_card_and_comes_back(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);
        var id = Current(app).Field("website")!.Id;

        await JingkeApp.PostFormAsync(keeper, $"/settings/fields/{id}", [], $"/settings/fields/{id}/retire");

        Assert.DoesNotContain(Current(app).OfAccounts(AccountKind.Company), field => field.Id == id);
        Assert.Contains("网站", await (await keeper.GetAsync("/settings/fields?of=retired")).TextAsync(), StringComparison.Ordinal);

        await JingkeApp.PostFormAsync(keeper, $"/settings/fields/{id}", [], $"/settings/fields/{id}/restore");

        Assert.Contains(Current(app).OfAccounts(AccountKind.Company), field => field.Id == id);
        Assert.Equal(2, await app.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Subject == nameof(FieldDefinition))));
    }

    [Theory, EachDatabase]
    public async Task A_field_moves_among_those_that_are_shown_together(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);
        var before = Keys(app, AccountKind.Company);
        // On a household's card nothing of companies stands between these two.
        var (mail, started) = (Current(app).Field("e-mail")!.Id, Current(app).Field("started-trading-on")!.Id);

        await MoveAsync(keeper, $"{started}:up", "household");

        Assert.Equal(["region", "address", "phone", "started-trading-on", "e-mail"], Keys(app, AccountKind.Household).Take(5));
        var company = Keys(app, AccountKind.Company);
        Assert.Equal(company.IndexOf("started-trading-on") + 1, company.IndexOf("e-mail"));

        await MoveAsync(keeper, $"{mail}:up", "household");
        await MoveAsync(keeper, $"{Current(app).Field("credit-code")!.Id}:up", "company");

        Assert.Equal(["region", "address", "phone", "e-mail", "started-trading-on"], Keys(app, AccountKind.Household).Take(5));
        Assert.Equal(before.Order(StringComparer.Ordinal), Keys(app, AccountKind.Company).Order(StringComparer.Ordinal));
        Assert.Equal("credit-code", Keys(app, AccountKind.Company)[0]);
    }

    [Fact]
    public async Task A_move_that_is_none_is_refused()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        using var keeper = await app.SignedInAsync(Role.Administrator);

        Assert.Equal(HttpStatusCode.BadRequest, (await MoveAsync(keeper, "1:sideways", "company")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await MoveAsync(keeper, "987654:up", "company")).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task The_catalogue_is_a_file_with_everything_in_it(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);

        var lines = (await (await keeper.GetAsync("/settings/fields/export?format=csv")).TextAsync()).TrimStart('\ufeff').Split("\r\n");

        Assert.StartsWith(
            "所在部分,简体中文名称,繁体中文名称,英文名称,标识,用于,类型,单位,选项,保鲜期（天）",
            lines[0],
            StringComparison.Ordinal
        );
        Assert.Contains("基本资料,员工人数,員工人數,Staff,employees,公司客户,数字,人,,365,5,否,否,,,否", lines);
        Assert.Equal(Current(app).Fields.Count + 2, lines.Count(line => line.Length > 0));
    }

    private static Catalogue Current(JingkeApp app) => app.Services.GetRequiredService<CatalogueInForce>().Current;

    private static List<string> Keys(JingkeApp app, AccountKind kind) => [.. Current(app).OfAccounts(kind).Select(field => field.Key)];

    private static Task<HttpResponseMessage> MoveAsync(HttpClient client, string move, string of) =>
        JingkeApp.PostFormAsync(client, "/settings/fields", [new("move", move), new("of", of)], "/settings/fields/move");

    private static IEnumerable<(string, string)> Shown(FieldDefinition field) =>
        [
            ("NameHans", field.NameHans),
            ("Section", $"{field.Section}"),
            ("ShelfLifeDays", $"{field.ShelfLifeDays}"),
            ("Weight", $"{field.Weight}"),
            ("Version", $"{field.Version}"),
        ];

    private static IEnumerable<(string, string)> Choice(string key, string name) =>
        [("ChoiceKey", key), ("ChoiceHans", name), ("ChoiceHant", ""), ("ChoiceEn", "")];

    private static IEnumerable<(string, string)> Changed(
        IEnumerable<(string Name, string Value)> fields,
        params (string Name, string Value)[] changes
    ) =>
        fields
            .Select(field => changes.FirstOrDefault(change => change.Name == field.Name) is { Name: not null } change ? change : field)
            .Concat(changes.Where(change => fields.All(field => field.Name != change.Name)));
}

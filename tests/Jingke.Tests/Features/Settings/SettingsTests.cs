using System.Net;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.Tests.Features.Settings;

public sealed class SettingsTests
{
    private static readonly (string, string)[] Right =
    [
        ("Name", "海鲸泵阀"),
        ("TimeZone", "Asia/Tokyo"),
        ("Currency", "jpy"),
        ("FiscalYearStartMonth", "4"),
        ("Version", "0"),
    ];

    [Theory, EachDatabase]
    public async Task Settings_of_the_organisation_count_at_once(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);

        var saved = await keeper.SendAsync("/settings/organisation", "organisation", Right);

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        var now = app.Services.GetRequiredService<OrganisationInForce>().Current;
        Assert.Equal(("海鲸泵阀", "JPY", 4), (now.Name, now.Currency, now.FiscalYearStartMonth));
        Assert.Equal("Asia/Tokyo", app.Services.GetRequiredService<Clock>().Zone.Id);
    }

    [Theory]
    [InlineData("TimeZone", "Mars/Olympus", "没有“Mars/Olympus”这个时区")]
    [InlineData("Currency", "元", "“元”不是货币代码")]
    [InlineData("FiscalYearStartMonth", "13", "1 到 12 之间")]
    [InlineData("Name", "", "请填写")]
    public async Task What_cannot_be_is_told_beside_the_field(string field, string value, string sentence)
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        using var keeper = await app.SignedInAsync(Role.Administrator);

        var answer = await keeper.SendAsync(
            "/settings/organisation",
            "organisation",
            Right.Select(each => each.Item1 == field ? (field, value) : each)
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Matches($"Input-{field}-problem[^<]*>[^<]*{sentence}", await answer.TextAsync());
    }

    [Theory, EachDatabase]
    public async Task Of_two_edits_of_the_organisation_the_second_sees_the_first(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);
        await keeper.SendAsync("/settings/organisation", "organisation", Right);

        var conflict = await keeper.SendAsync(
            "/settings/organisation",
            "organisation",
            Right.Select(each => each.Item1 == "Name" ? ("Name", "另一个名字") : each)
        );

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        Assert.Contains("对方改成了：海鲸泵阀", await conflict.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zone_may_have_no_province_yet()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        using var keeper = await app.SignedInAsync(Role.Administrator);

        var saved = await keeper.SendAsync("/settings/zones/new", "zone", ("Name", "海外"), ("Version", "0"));

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Empty(await app.WithDbAsync(db => db.Zones.Where(zone => zone.Name == "海外").Select(zone => zone.Provinces).SingleAsync()));
    }

    [Theory, EachDatabase]
    public async Task A_new_installation_has_zones_that_cover_every_province_once(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);

        var provinces = (await app.WithDbAsync(db => db.Zones.ToListAsync())).SelectMany(zone => zone.Provinces).ToList();

        Assert.Equal(34, provinces.Count);
        Assert.Equal(34, provinces.Distinct().Count());
    }

    [Theory, EachDatabase]
    public async Task A_province_that_moves_to_a_zone_leaves_the_other(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var manager = await app.SignedInAsync(Role.Manager);

        var saved = await manager.SendAsync(
            "/settings/zones/new",
            "zone",
            ("Name", "长三角"),
            ("Provinces", "310000"),
            ("Provinces", "320000"),
            ("Provinces", "320100"),
            ("Provinces", "nonsense")
        );
        var taken = await manager.SendAsync("/settings/zones/new", "zone", ("Name", "长三角"));

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Contains("已经有大区“长三角”", await taken.TextAsync(), StringComparison.Ordinal);
        var zones = await app.WithDbAsync(db => db.Zones.ToListAsync());
        Assert.Equal(["310000", "320000"], zones.Single(zone => zone.Name == "长三角").Provinces);
        Assert.DoesNotContain("310000", zones.Single(zone => zone.Name == "华东").Provinces);
    }

    [Theory, EachDatabase]
    public async Task The_provinces_of_a_deleted_zone_are_shown_as_belonging_to_none(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var manager = await app.SignedInAsync(Role.Manager);
        var northeast = await app.WithDbAsync(db => db.Zones.Where(zone => zone.Name == "东北").Select(zone => zone.Id).SingleAsync());

        await JingkeApp.PostFormAsync(manager, $"/settings/zones/{northeast}", [], $"/settings/zones/{northeast}/remove");
        var page = WebUtility.HtmlDecode(await manager.GetStringAsync("/settings/zones", TestContext.Current.CancellationToken));

        Assert.Contains("还有 3 个省份不属于任何大区：辽宁、吉林、黑龙江", page, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_chosen_language_goes_with_the_person(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.GivenUserAsync(Role.Administrator);
        var rep = await app.GivenUserAsync(Role.Rep, "li");
        using var here = await app.SignedInAsync(rep);
        await JingkeApp.PostFormAsync(here, "/password", [new("language", "en"), new("back", "/password")], "/preferences/language");

        using var elsewhere = app.NewClient();
        await elsewhere.SendAsync("/sign-in", "sign-in", ("UserName", "li"), ("Password", "correct horse battery"));

        Assert.Contains(
            "Change password",
            await elsewhere.GetStringAsync("/password", TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_way_to_the_settings_shows_only_what_one_may_change()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        using var manager = await app.SignedInAsync(Role.Manager);
        using var rep = await app.SignedInAsync(Role.Rep);

        var forManager = await manager.GetStringAsync("/settings", TestContext.Current.CancellationToken);
        var forRep = await rep.GetStringAsync("/settings", TestContext.Current.CancellationToken);

        Assert.Contains("href=\"/settings/zones\"", forManager, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/settings/users\"", forManager, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/settings/", forRep, StringComparison.Ordinal);
    }
}

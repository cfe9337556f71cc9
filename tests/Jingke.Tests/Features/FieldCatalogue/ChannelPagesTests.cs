using System.Net;
using Jingke.Domain.Facts;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Web.Data.Facts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.Tests.Features.FieldCatalogue;

/// <summary>Channels as an administrator edits them in the browser.</summary>
public sealed class ChannelPagesTests
{
    [Theory, EachDatabase]
    public async Task A_new_channel_can_be_chosen_at_once(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);

        var saved = await keeper.SendAsync("/settings/channels/new", "channel", ("NameHans", "直播间"), ("Grade", "55"), ("Version", "0"));

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        var channel = Current(app).ChannelsInUse[^1];
        Assert.Equal(("zhi-bo-jian", "直播间", 55), (channel.Key, channel.NameHans, channel.Grade));
        Assert.Contains("直播间", await (await keeper.GetAsync("/settings/channels")).TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "50", "NameHans", "请填写")]
    [InlineData("电话", "50", "NameHans", "已经有信息来源“电话”")]
    [InlineData("直播间", "101", "Grade", "0 到 100")]
    [InlineData("直播间", "", "Grade", "请填写")]
    public async Task What_cannot_be_is_told_beside_the_field(string name, string grade, string beside, string sentence)
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        using var keeper = await app.SignedInAsync(Role.Administrator);

        var answer = await keeper.SendAsync("/settings/channels/new", "channel", ("NameHans", name), ("Grade", grade), ("Version", "0"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Matches($"Input-{beside}-problem[^<]*>[^<]*{sentence}", await answer.TextAsync());
    }

    [Theory, EachDatabase]
    public async Task Of_two_edits_the_second_sees_the_first(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);
        var media = Current(app).Channel("media")!;
        await keeper.SendAsync($"/settings/channels/{media.Id}", "channel", ("NameHans", "报纸"), ("Grade", "50"), ("Version", "0"));

        var conflict = await keeper.SendAsync(
            $"/settings/channels/{media.Id}",
            "channel",
            ("NameHans", "媒体"),
            ("Grade", "30"),
            ("Version", "0")
        );

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        Assert.Contains("对方改成了：报纸", await conflict.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(50, Current(app).Channel("media")!.Grade);
    }

    [Theory, EachDatabase]
    public async Task A_channel_moves_retires_and_comes_back(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);
        var phone = Current(app).Channel("phone-call")!.Id;

        await PostAsync(keeper, "/settings/channels/move", KeyValuePair.Create("move", $"{phone}:up"));
        await PostAsync(keeper, $"/settings/channels/{phone}/retire");

        Assert.Equal("phone-call", Current(app).Channels[0].Key);
        Assert.Equal("own-visit", Current(app).ChannelsInUse[0].Key);

        await PostAsync(keeper, $"/settings/channels/{phone}/restore");

        Assert.Equal("phone-call", Current(app).ChannelsInUse[0].Key);
    }

    [Theory, EachDatabase]
    public async Task The_last_channel_stays_in_use(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);
        var visit = Current(app).DefaultChannel.Id;
        await app.WithDbAsync(async db =>
        {
            foreach (var channel in await db.Channels.Where(channel => channel.Id != visit).ToListAsync())
                channel.Retire();
            await db.SaveChangesAsync();
        });

        var refused = await PostAsync(keeper, $"/settings/channels/{visit}/retire");

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("至少要留一个可以选的信息来源。", await refused.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Channels_are_a_file()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        using var keeper = await app.SignedInAsync(Role.Administrator);

        var file = await (await keeper.GetAsync("/settings/channels/export?format=csv")).TextAsync();

        Assert.Contains("上门拜访,上門拜訪,Own visit,own-visit,95,否", file, StringComparison.Ordinal);
    }

    private static Catalogue Current(JingkeApp app) => app.Services.GetRequiredService<CatalogueInForce>().Current;

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string action, params KeyValuePair<string, string>[] fields) =>
        JingkeApp.PostFormAsync(client, "/settings/channels", fields, action);
}

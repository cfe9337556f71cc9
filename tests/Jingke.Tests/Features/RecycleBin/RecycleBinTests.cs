using System.Net;
using Jingke.Domain.People;
using Jingke.Tests.Features.Accounts;
using Jingke.Tests.Support;
using Xunit;

namespace Jingke.Tests.Features.RecycleBin;

public sealed class RecycleBinTests
{
    [Theory, EachDatabase]
    public async Task A_deleted_account_lies_in_the_bin_with_who_deleted_it_and_comes_back(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var id = await app.GivenAccountAsync("被删的公司");
        var boss = await app.GivenUserAsync(Role.Administrator, "老板");
        using var client = await app.SignedInAsync(boss);

        await JingkeApp.PostFormAsync(client, $"/accounts/{id}", [], $"/accounts/{id}/delete");
        var bin = await (await client.GetAsync("/settings/recycle-bin")).TextAsync();
        Assert.Contains("被删的公司", bin, StringComparison.Ordinal);
        Assert.Contains("老板", bin, StringComparison.Ordinal);

        var answer = await JingkeApp.PostFormAsync(
            client,
            "/settings/recycle-bin",
            [new("id", $"{id}"), new("back", "/settings/recycle-bin")],
            "/accounts/restore"
        );
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Null((await app.AccountAsync(id)).DeletedAt);
        // The message of the restore names it once more; after that the bin is empty.
        await client.GetStringAsync("/settings/recycle-bin");
        Assert.Contains("回收站是空的", await (await client.GetAsync("/settings/recycle-bin")).TextAsync(), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_supervisor_sees_in_the_bin_what_they_saw_before_and_nothing_else(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var team = await app.WithDbAsync(async db =>
        {
            var north = new Team("北区");
            db.Add(north);
            await db.SaveChangesAsync();
            return north.Id;
        });
        var inTeam = await app.GivenAccountAsync("本队的公司", team: team);
        var outside = await app.GivenAccountAsync("外队的公司");
        using var admin = await app.SignedInAsync(Role.Administrator);
        foreach (var id in (long[])[inTeam, outside])
            await JingkeApp.PostFormAsync(admin, $"/accounts/{id}", [], $"/accounts/{id}/delete");
        using var client = await app.SignedInAsync(Role.Supervisor, team);

        var bin = await (await client.GetAsync("/settings/recycle-bin")).TextAsync();
        var file = await client.GetStringAsync("/settings/recycle-bin/export?format=csv");
        await JingkeApp.PostFormAsync(client, "/settings/recycle-bin", [new("id", $"{outside}")], "/accounts/restore");

        foreach (var shown in (string[])[bin, file])
        {
            Assert.Contains("本队的公司", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("外队的公司", shown, StringComparison.Ordinal);
        }
        Assert.NotNull((await app.AccountAsync(outside)).DeletedAt);
    }
}

using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Web.Data;
using Jingke.Web.Data.People;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.Tests.Data;

public sealed class ChangeWatchTests
{
    [Theory, EachDatabase]
    public async Task What_another_process_changes_is_noticed(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var people = app.Services.GetRequiredService<PeopleDirectory>();

        await app.WithDbAsync(db =>
        {
            db.Add(new Team("华东"));
            return db.SaveChangesAsync();
        });

        await Eventually.TrueAsync(() => people.Current.Teams.Any(team => team.Name == "华东"), "the new team is known");
    }

    [Theory, EachDatabase]
    public async Task A_reload_that_fails_is_tried_again_and_holds_nobody_up(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var watch = app.Services.GetRequiredService<ChangeWatch>();
        var (tries, others) = (0, 0);
        watch.On(
            [ChangeStamp.Sales],
            _ => Interlocked.Increment(ref tries) < 3 ? throw new InvalidOperationException("Not now") : Task.CompletedTask
        );
        watch.On([ChangeStamp.Sales], _ => Task.FromResult(Interlocked.Increment(ref others)));

        await Eventually.TrueAsync(() => Volatile.Read(ref tries) == 3, "the third try");
        await watch.CheckAsync(TestContext.Current.CancellationToken);

        Assert.Equal(3, tries);
        Assert.Equal(1, others);
    }

    [Theory, EachDatabase]
    public async Task A_failed_sign_in_is_no_change_of_the_person(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var rep = await app.GivenUserAsync(Role.Rep);
        var before = await StampAsync(app);

        await app.WithDbAsync(async db =>
        {
            var user = (await db.Users.FindAsync(rep.Id))!;
            user.AccessFailedCount++;
            await db.SaveChangesAsync();
            Assert.Equal(rep.Version, user.Version);
        });

        Assert.Equal(before, await StampAsync(app));
    }

    private static Task<long> StampAsync(JingkeApp app) =>
        app.WithDbAsync(async db => (await db.ChangeStamps.FindAsync(ChangeStamp.People))!.Value);
}

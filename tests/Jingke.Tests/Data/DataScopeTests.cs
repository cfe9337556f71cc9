using Jingke.Domain.Accounts;
using Jingke.Domain.Contacts;
using Jingke.Domain.FollowUps;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.Tests.Data;

public sealed class DataScopeTests
{
    private static readonly DateTime At = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    [Theory, EachDatabase]
    public async Task Each_scope_sees_its_accounts_and_no_others(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var (north, south) = await app.WithDbAsync(async db =>
        {
            var top = new Team("North");
            db.AddRange(top, new Team("South"));
            await db.SaveChangesAsync();
            db.Add(new Team("Beijing", top.Id));
            await db.SaveChangesAsync();
            return (top.Id, await db.Teams.Where(team => team.Name == "Beijing").Select(team => team.Id).SingleAsync());
        });
        var rep = await app.GivenUserAsync(Role.Rep, "rep", north);
        await app.WithDbAsync(db =>
        {
            db.AddRange(
                Owned("Mine", rep.Id, null),
                Owned("North's", null, north),
                Owned("Beijing's", null, south),
                Owned("Nobody's", null, null)
            );
            return db.SaveChangesAsync();
        });

        Assert.Equal(["Mine"], await SeenByAsync(app, rep.Id, DataScope.Own, []));
        Assert.Equal(["Mine", "North's"], await SeenByAsync(app, rep.Id, DataScope.Team, [north]));
        Assert.Equal(["Beijing's", "Mine", "North's"], await SeenByAsync(app, rep.Id, DataScope.TeamAndBelow, [north, south]));
        Assert.Equal(["Beijing's", "Mine", "Nobody's", "North's"], await SeenByAsync(app, rep.Id, DataScope.All, []));
        Assert.Empty(await SeenByAsync(app, Guid.Empty, DataScope.Own, []));
    }

    [Theory, EachDatabase]
    public async Task An_account_that_was_shared_is_seen_with_all_that_belongs_to_it(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var rep = await app.GivenUserAsync(Role.Rep, "rep");
        await app.WithDbAsync(async db =>
        {
            var (shown, hidden) = (Owned("Shown", null, null), Owned("Hidden", null, null));
            db.AddRange(shown, hidden);
            await db.SaveChangesAsync();
            db.AddRange(
                new AccountShare(shown.Id, rep.Id, mayEdit: false, At, null),
                new Contact(shown.Id, "Li"),
                new Contact(hidden.Id, "Wang"),
                new FollowUp(shown.Id, FollowUpKind.Call, new(2026, 3, 1), "Called", At, null),
                new FollowUp(hidden.Id, FollowUpKind.Call, new(2026, 3, 1), "Called elsewhere", At, null)
            );
            await db.SaveChangesAsync();
        });
        var people = app.Services.GetRequiredService<PeopleDirectory>();
        await people.ReloadAsync(TestContext.Current.CancellationToken);

        var viewer = people.Current.ViewerOf(people.Current.Find(rep.Id)!);
        await using var db = app.Services.GetRequiredService<JingkeDbFactory>().CreateFor(viewer);

        Assert.Equal(["Shown"], await db.Accounts.Select(account => account.Name).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["Li"], await db.Contacts.Select(contact => contact.Name).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["Called"], await db.FollowUps.Select(each => each.Summary).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Every_entity_that_refers_to_an_account_is_limited_like_the_account()
    {
        await using var app = await JingkeApp.StartAsync(Database.Sqlite);
        await using var db = app.Services.GetRequiredService<JingkeDbFactory>().CreateFor(Viewer.Nobody);

        var open = db
            .Model.GetEntityTypes()
            .Where(type => type.FindProperty("AccountId") is not null && type.FindDeclaredQueryFilter(JingkeDbContext.ScopeFilter) is null)
            .Select(type => type.ClrType.Name);

        // Notes, earlier states and index entries: only system work reads them.
        Assert.Equal(["ChangedAccount", "MatchKey", "ReplacedLine", "SearchEntry"], open.Order());
    }

    [Theory, EachDatabase]
    public async Task A_context_that_nobody_vouches_for_shows_nothing(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.WithDbAsync(db =>
        {
            db.Add(Owned("Nobody's", null, null));
            return db.SaveChangesAsync();
        });

        using var services = app.Services.CreateScope();
        var seen = await services
            .ServiceProvider.GetRequiredService<JingkeDbContext>()
            .Accounts.CountAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, seen);
    }

    [Theory, EachDatabase]
    public async Task Who_sees_all_asks_the_database_without_a_scope_condition(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);

        var sql = await app.WithDbAsync(db => Task.FromResult(db.Accounts.CreateDbCommand().CommandText));

        Assert.DoesNotContain("owner_id\" =", sql, StringComparison.Ordinal);
        Assert.DoesNotContain(" OR ", sql, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_change_its_audit_entry_and_its_stamp_are_saved_together(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var id = await app.WithDbAsync(async db =>
        {
            var account = Owned("Before", null, null);
            db.Add(account);
            await db.SaveChangesAsync();
            account.Rename("After");
            await db.SaveChangesAsync();
            return account.Id;
        });

        var entries = await app.WithDbAsync(db =>
            db.AuditEntries.Where(entry => entry.Subject == "Account").OrderBy(entry => entry.Id).ToListAsync()
        );
        var stamp = await app.WithDbAsync(db =>
            db.ChangeStamps.Where(each => each.Name == ChangeStamp.Accounts).Select(each => each.Value).SingleAsync()
        );

        Assert.Equal(["created", "changed"], entries.Select(entry => entry.Action));
        Assert.All(entries, entry => Assert.Equal(id.ToString(System.Globalization.CultureInfo.InvariantCulture), entry.SubjectId));
        Assert.Contains("\"Name\":[\"Before\",\"After\"]", entries[1].Changes, StringComparison.Ordinal);
        Assert.Equal(2, stamp);
    }

    [Theory, EachDatabase]
    public async Task The_later_of_two_edits_of_one_version_is_refused(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var id = await app.WithDbAsync(async db =>
        {
            var account = Owned("First", null, null);
            db.Add(account);
            await db.SaveChangesAsync();
            return account.Id;
        });
        var factory = app.Services.GetRequiredService<JingkeDbFactory>();
        await using var one = factory.CreateForSystem();
        await using var other = factory.CreateForSystem();
        (await one.Accounts.SingleAsync(account => account.Id == id, TestContext.Current.CancellationToken)).Rename("One");
        (await other.Accounts.SingleAsync(account => account.Id == id, TestContext.Current.CancellationToken)).Rename("Other");

        await one.SaveChangesAsync(TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => other.SaveChangesAsync(TestContext.Current.CancellationToken));
    }

    private static Account Owned(string name, Guid? owner, long? team)
    {
        var account = new Account(AccountKind.Company, name, At);
        account.AssignTo(owner, team, At);
        return account;
    }

    private static async Task<List<string>> SeenByAsync(JingkeApp app, Guid user, DataScope scope, long[] teams)
    {
        await using var db = app.Services.GetRequiredService<JingkeDbFactory>().CreateFor(new Viewer(user, Role.Rep, scope, teams));
        return await db.Accounts.Select(account => account.Name).OrderBy(name => name).ToListAsync();
    }
}

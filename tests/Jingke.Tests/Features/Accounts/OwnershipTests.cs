using System.Net;
using System.Text;
using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Domain.FollowUps;
using Jingke.Domain.People;
using Jingke.Tests.Import;
using Jingke.Tests.Support;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.Tests.Features.Accounts;

public sealed class OwnershipTests
{
    private static readonly DateTime At = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void An_account_that_is_locked_cannot_be_locked_again()
    {
        var account = new Account(AccountKind.Company, "北京开元", At);
        account.Lock(At, null, " 重点项目 ");

        var refusal = Assert.Throws<RuleException>(() => account.Lock(At, null, null));

        Assert.Equal(("account.already-locked", "重点项目"), (refusal.Code, account.LockReason));
    }

    [Fact]
    public void Another_owner_is_noted_and_the_same_owner_is_not()
    {
        var account = new Account(AccountKind.Company, "北京开元", At);
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());

        account.AssignTo(one, 1, At);
        account.AssignTo(one, 2, At);
        account.AssignTo(other, 2, At, one, "换区");
        account.AssignTo(null, 2, At);

        Assert.Equal(
            [
                (OwnerMoveKind.Assigned, null, one, ""),
                (OwnerMoveKind.Transferred, one, other, "换区"),
                (OwnerMoveKind.Released, other, null, ""),
            ],
            account.Moves.Select(move => (move.Kind, move.FromId, move.ToId, move.Reason))
        );
    }

    [Theory, EachDatabase]
    public async Task Every_way_to_change_the_owner_leaves_a_move(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var boss = await app.GivenUserAsync(Role.Administrator);
        var (li, wang) = (await app.GivenUserAsync(Role.Rep, "li"), await app.GivenUserAsync(Role.Rep, "wang"));
        using var client = await app.SignedInAsync(boss);

        using var created = await client.SendAsync("/accounts/new", "account", ("Name", "北京开元"), ("OwnerId", $"{li.Id}"));
        var id = await app.WithDbAsync(db => db.Accounts.Select(account => account.Id).SingleAsync());
        using var edited = await client.SendAsync(
            $"/accounts/{id}/edit",
            "account",
            ("Name", "北京开元"),
            ("OwnerId", $"{wang.Id}"),
            ("Version", "0")
        );
        using var put = await client.PutAsync(
            $"/api/accounts/{id}",
            new StringContent($$"""{"name":"北京开元","ownerId":"{{li.Id}}","version":1}""", Encoding.UTF8, "application/json"),
            TestContext.Current.CancellationToken
        );
        using var bulk = await JingkeApp.PostFormAsync(
            client,
            "/accounts",
            [new("id", $"{id}"), new("owner", $"{wang.Id}")],
            "/accounts/assign"
        );
        using var undone = await JingkeApp.PostFormAsync(client, "/accounts", [], await LastActAsync(app));
        using var transferred = await JingkeApp.PostFormAsync(
            client,
            $"/accounts/{id}?tab=ownership",
            [new("owner", $"{wang.Id}"), new("reason", "李休假")],
            $"/accounts/{id}/transfer"
        );
        using var released = await JingkeApp.PostFormAsync(
            client,
            "/accounts",
            [new("id", $"{id}"), new("owner", "none")],
            "/accounts/assign"
        );

        var moves = await MovesAsync(app);
        var page = await client.GetStringAsync($"/accounts/{id}?tab=ownership", TestContext.Current.CancellationToken);
        Assert.Equal(
            [
                $"Assigned  li {boss.Id} ",
                $"Transferred li wang {boss.Id} ",
                $"Transferred wang li {boss.Id} ",
                $"Transferred li wang {boss.Id} ",
                $"Transferred wang li {boss.Id} ",
                $"Transferred li wang {boss.Id} 李休假",
                $"Released wang  {boss.Id} ",
            ],
            moves
        );
        Assert.Contains("李休假", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Open_to_dos_of_the_former_owner_go_along_and_return_with_the_undo(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var boss = await app.GivenUserAsync(Role.Supervisor, scope: DataScope.All);
        var (li, wang) = (await app.GivenUserAsync(Role.Rep, "li"), await app.GivenUserAsync(Role.Rep, "wang"));
        var account = await app.GivenAccountAsync("北京开元", owner: li.Id);
        var other = await app.GivenAccountAsync("上海明光", owner: li.Id);
        await app.WithDbAsync(db =>
        {
            var done = new ToDo(account, "done", new(2026, 3, 2), li.Id, At, null);
            done.Finish(At);
            db.AddRange(
                new ToDo(account, "li's", new(2026, 3, 2), li.Id, At, null),
                new ToDo(account, "wang's", new(2026, 3, 2), wang.Id, At, null),
                new ToDo(other, "elsewhere", new(2026, 3, 2), li.Id, At, null),
                done
            );
            return db.SaveChangesAsync();
        });
        using var client = await app.SignedInAsync(boss);

        using var moved = await JingkeApp.PostFormAsync(
            client,
            "/accounts",
            [new("id", $"{account}"), new("owner", $"{wang.Id}"), new("work", "true")],
            "/accounts/assign"
        );
        var after = await ToDosAsync(app);
        using var undone = await JingkeApp.PostFormAsync(client, "/accounts", [], await LastActAsync(app));

        Assert.Equal(["done li", "elsewhere li", "li's wang", "wang's wang"], after);
        Assert.Equal(["done li", "elsewhere li", "li's li", "wang's wang"], await ToDosAsync(app));
        Assert.Equal(li.Id, (await app.AccountAsync(account)).OwnerId);
    }

    [Theory, EachDatabase]
    public async Task An_undo_leaves_alone_what_has_moved_on_and_reaches_what_left_the_scope(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var (north, south) = await app.WithDbAsync(async db =>
        {
            var (one, two) = (new Team("北"), new Team("南"));
            db.AddRange(one, two);
            await db.SaveChangesAsync();
            return (one.Id, two.Id);
        });
        var boss = await app.GivenUserAsync(Role.Supervisor, "boss", north, DataScope.Team);
        var (li, wang) = (await app.GivenUserAsync(Role.Rep, "li", north), await app.GivenUserAsync(Role.Rep, "wang", south));
        var (gone, moved) = (
            await app.GivenAccountAsync("北京开元", owner: li.Id, team: north),
            await app.GivenAccountAsync("上海明光", owner: li.Id, team: north)
        );
        using var client = await app.SignedInAsync(boss);
        using var assigned = await JingkeApp.PostFormAsync(
            client,
            "/accounts",
            [new("id", $"{gone}"), new("id", $"{moved}"), new("owner", $"{wang.Id}")],
            "/accounts/assign"
        );
        await app.WithDbAsync(async db =>
        {
            (await db.Accounts.SingleAsync(each => each.Id == moved)).AssignTo(boss.Id, north, At);
            await db.SaveChangesAsync();
        });

        using var undone = await JingkeApp.PostFormAsync(client, "/accounts", [], await LastActAsync(app));
        using var again = await JingkeApp.PostFormAsync(client, "/accounts", [], await LastActAsync(app));

        Assert.Equal((li.Id, north), ((await app.AccountAsync(gone)).OwnerId, (await app.AccountAsync(gone)).TeamId));
        Assert.Equal(boss.Id, (await app.AccountAsync(moved)).OwnerId);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Theory, EachDatabase]
    public async Task Sharing_shows_the_account_and_ending_it_hides_it(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.GivenUserAsync(Role.Administrator);
        var (li, wang) = (await app.GivenUserAsync(Role.Rep, "li"), await app.GivenUserAsync(Role.Rep, "wang"));
        var id = await app.GivenAccountAsync("北京开元", owner: li.Id);
        using var owner = await app.SignedInAsync(li);
        using var colleague = await app.SignedInAsync(wang);

        using var shared = await JingkeApp.PostFormAsync(
            owner,
            $"/accounts/{id}?tab=ownership",
            [new("id", $"{id}"), new("with", $"{wang.Id}")],
            "/accounts/share"
        );
        var seen = await StatusAsync(colleague, $"/accounts/{id}");
        using var handedOn = await JingkeApp.PostFormAsync(
            colleague,
            "/password",
            [new("id", $"{id}"), new("with", $"{wang.Id}"), new("edit", "true")],
            "/accounts/share"
        );
        using var stopped = await JingkeApp.PostFormAsync(
            owner,
            $"/accounts/{id}?tab=ownership",
            [],
            $"/accounts/{id}/shares/{wang.Id}/remove"
        );

        Assert.Equal(HttpStatusCode.OK, seen);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(colleague, $"/accounts/{id}"));
        Assert.False(await app.WithDbAsync(db => db.AccountShares.AnyAsync()));
    }

    [Theory, EachDatabase]
    public async Task An_import_that_sets_owners_leaves_moves_and_so_does_its_undo(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var (li, wang) = (await app.GivenUserAsync(Role.Rep, "li"), await app.GivenUserAsync(Role.Rep, "wang"));
        await app.GivenAccountAsync("北京开元", new() { Code = "A1" }, li.Id);

        var batch = await app.ImportAsync("客户编号,客户名称,负责人\nA1,北京开元,wang\nA2,上海明光,li\n", "owners.csv");
        var imported = await MovesAsync(app);
        await app.UndoAsync(batch);

        string[] first = ["Assigned  li  ", "Transferred li wang  import:owners.csv"];
        // Accounts are created before others are changed; which comes first says nothing.
        Assert.Equal(
            [.. first.Append("Assigned  li  import:owners.csv").Order(StringComparer.Ordinal)],
            imported.Order(StringComparer.Ordinal)
        );
        // The account that the import created is gone, and its move with it.
        Assert.Equal([.. first, "Transferred wang li  import-undone:owners.csv"], await MovesAsync(app));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static Task<string> LastActAsync(JingkeApp app) =>
        app.WithDbAsync(async db => $"/accounts/assign/{await db.BulkActs.MaxAsync(act => act.Id)}/undo");

    private static Task<List<string>> ToDosAsync(JingkeApp app) =>
        app.WithDbAsync(async db =>
            (await db.ToDos.OrderBy(toDo => toDo.What).ToListAsync()).ConvertAll(toDo => $"{toDo.What} {Name(app, toDo.OwnerId)}")
        );

    private static Task<List<string>> MovesAsync(JingkeApp app) =>
        app.WithDbAsync(async db =>
            (await db.OwnerMoves.OrderBy(move => move.Id).ToListAsync()).ConvertAll(move =>
                $"{move.Kind} {Name(app, move.FromId)} {Name(app, move.ToId)} {move.ById} {move.Reason}"
            )
        );

    private static string? Name(JingkeApp app, Guid? id) => app.Services.GetRequiredService<PeopleDirectory>().Current.Find(id)?.UserName;
}

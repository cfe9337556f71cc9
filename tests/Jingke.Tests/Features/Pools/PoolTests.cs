using System.Net;
using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Domain.People;
using Jingke.Domain.Pools;
using Jingke.Tests.Features.Accounts;
using Jingke.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jingke.Tests.Features.Pools;

public sealed class PoolTests
{
    private static readonly DateTime At = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Day = new(2026, 3, 1);

    [Theory]
    [InlineData(null, null, "2026-03-31 no-follow-up:30")]
    [InlineData("2026-03-20", null, "2026-04-19 no-follow-up:30")]
    // A contact of the owner before does not count for the present one.
    [InlineData("2026-02-01", null, "2026-03-31 no-follow-up:30")]
    [InlineData("2026-05-02", null, "2026-05-30 no-order:90")]
    // Protected for 60 days after the order.
    [InlineData(null, "2026-03-10", "2026-05-09 no-follow-up:30")]
    public void An_account_returns_on_the_day_that_the_rules_name(string? contact, string? order, string expected)
    {
        var rules = new PoolRules { Ordinary = new(30, 90), ProtectedOrderDays = 60 };

        var due = rules.ReturnOf(new(Tier.Ordinary, Day, DayOf(contact), DayOf(order), IsLocked: false))!;

        Assert.Equal(expected, $"{due.On:yyyy-MM-dd} {due.Code}");
    }

    [Fact]
    public void Locked_accounts_protected_key_accounts_and_tiers_without_days_never_return()
    {
        var rules = new PoolRules
        {
            Key = new(1, 1),
            Ordinary = new(1, 1),
            ProtectsKeyAccounts = true,
        };

        Assert.Null(rules.ReturnOf(new(Tier.Ordinary, Day, null, null, IsLocked: true)));
        Assert.Null(rules.ReturnOf(new(Tier.Key, Day, null, null, IsLocked: false)));
        Assert.Null(rules.ReturnOf(new(Tier.Rising, Day, null, null, IsLocked: false)));
        Assert.NotNull(rules.ReturnOf(new(Tier.Ordinary, Day, null, null, IsLocked: false)));
    }

    [Theory]
    [InlineData(6, true)]
    [InlineData(7, false)]
    [InlineData(8, false)]
    public void The_former_owner_waits_until_the_day_has_come(int daysAfter, bool isRefused)
    {
        var pool = new Pool("公海", 0);
        pool.Govern(new() { WaitingDays = 7 });

        var refusal = Record.Exception(() => pool.Check(new(Guid.NewGuid(), null, 0, 0, Day, Day.AddDays(daysAfter)), "甲"));

        Assert.Equal(isRefused ? "pool.waiting" : null, (refusal as RuleException)?.Code);
    }

    [Fact]
    public void A_locked_account_cannot_be_returned()
    {
        var account = new Account(AccountKind.Company, "甲", At);
        account.AssignTo(Guid.NewGuid(), null, At);
        account.Lock(At, null, null);

        Assert.Equal("account.locked", Assert.Throws<RuleException>(() => account.ReturnTo(new Pool("公海", 0), At, null, "x")).Code);
    }

    [Theory, EachDatabase]
    public async Task Of_two_who_claim_at_once_one_gets_the_account_and_the_other_is_told(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var (li, wang) = (await app.GivenUserAsync(Role.Rep, "li"), await app.GivenUserAsync(Role.Rep, "wang"));
        await app.GivenUserAsync(Role.Administrator);
        using var one = await app.SignedInAsync(li);
        using var other = await app.SignedInAsync(wang);

        for (var round = 0; round < 5; round++)
        {
            var (pool, id) = await GivenPooledAsync(app, $"客户{round}", new());
            var answers = await Task.WhenAll(ClaimAsync(one, pool, id), ClaimAsync(other, pool, id));

            Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict], answers.Select(answer => answer.Status).Order());
            Assert.Contains(answers, answer => answer.Text.Contains("刚被别人领取", StringComparison.Ordinal));
            Assert.Contains((await app.AccountAsync(id)).OwnerId!.Value, new[] { li.Id, wang.Id });
            Assert.Equal(
                1,
                await app.WithDbAsync(db => db.OwnerMoves.CountAsync(move => move.AccountId == id && move.Kind == OwnerMoveKind.Claimed))
            );
        }
    }

    [Theory, EachDatabase]
    public async Task Claims_of_one_person_at_once_keep_to_the_limit(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.GivenUserAsync(Role.Administrator);
        var li = await app.GivenUserAsync(Role.Rep, "li");
        using var client = await app.SignedInAsync(li);
        var rules = new PoolRules { ClaimsPerDay = 2 };
        var (pool, first) = await GivenPooledAsync(app, "客户0", rules);
        long[] ids =
        [
            first,
            .. await Task.WhenAll(Enumerable.Range(1, 4).Select(async at => (await GivenPooledAsync(app, $"客户{at}", null)).Id)),
        ];

        await Task.WhenAll(ids.Select(id => ClaimAsync(client, pool, id)));

        Assert.Equal(2, await app.WithDbAsync(db => db.Accounts.CountAsync(account => account.OwnerId == li.Id)));
    }

    [Theory, EachDatabase]
    public async Task Members_see_of_a_pooled_account_only_what_helps_to_choose(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.GivenUserAsync(Role.Administrator);
        var (pool, id) = await GivenPooledAsync(app, "北京开元", new());
        await app.WithDbAsync(async db =>
        {
            var account = await db.Accounts.SingleAsync();
            account.Describe(
                new()
                {
                    Phone = "01012345678",
                    ProvinceCode = "110000",
                    Code = "A-77",
                },
                At
            );
            db.Add(new Domain.Contacts.Contact(id, "机密联系人"));
            await db.SaveChangesAsync();
        });
        using var rep = await app.SignedInAsync(Role.Rep);

        var page = WebUtility.HtmlDecode(await rep.GetStringAsync($"/pools?pool={pool}", TestContext.Current.CancellationToken));
        var file = await rep.GetStringAsync($"/pools/export?pool={pool}&format=csv", TestContext.Current.CancellationToken);
        var byPhone = WebUtility.HtmlDecode(
            await rep.GetStringAsync($"/pools?pool={pool}&q=01012345678", TestContext.Current.CancellationToken)
        );
        using var card = await rep.GetAsync($"/accounts/{id}", TestContext.Current.CancellationToken);

        Assert.All([page, file], text => Assert.Contains("北京开元", text, StringComparison.Ordinal));
        Assert.All([page, file], text => Assert.DoesNotMatch("01012345678|A-77|机密联系人", text));
        Assert.DoesNotContain("北京开元", byPhone, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, card.StatusCode);
    }

    [Theory, EachDatabase]
    public async Task A_pool_of_another_team_is_closed(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await app.GivenUserAsync(Role.Administrator);
        var (north, south) = await app.WithDbAsync(async db =>
        {
            var (one, two) = (new Team("北"), new Team("南"));
            db.AddRange(one, two);
            await db.SaveChangesAsync();
            return (one.Id, two.Id);
        });
        var (pool, id) = await GivenPooledAsync(app, "北京开元", new(), north);
        using var member = await app.SignedInAsync(Role.Rep, north);
        using var stranger = await app.SignedInAsync(Role.Rep, south);

        var closed = await ClaimAsync(stranger, pool, id);
        var open = await ClaimAsync(member, pool, id);

        Assert.DoesNotContain(
            "北京开元",
            await stranger.GetStringAsync($"/pools?pool={pool}", TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.SeeOther), (closed.Status, open.Status));
    }

    [Theory, EachDatabase]
    public async Task An_owner_returns_an_account_with_a_reason_and_a_supervisor_assigns_it_from_the_pool(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var boss = await app.GivenUserAsync(Role.Administrator);
        var li = await app.GivenUserAsync(Role.Rep, "li");
        var (pool, _) = await GivenPooledAsync(app, "上海明光", new());
        var id = await app.GivenAccountAsync("北京开元", owner: li.Id);
        using var rep = await app.SignedInAsync(li);
        using var supervisor = await app.SignedInAsync(boss);

        using var without = await JingkeApp.PostFormAsync(rep, "/password", [new("id", $"{id}"), new("reason", " ")], "/pools/return");
        using var returned = await JingkeApp.PostFormAsync(
            rep,
            "/password",
            [new("id", $"{id}"), new("reason", "跟不动")],
            "/pools/return"
        );
        var pooled = await app.AccountAsync(id);
        using var assigned = await JingkeApp.PostFormAsync(
            supervisor,
            $"/pools?pool={pool}",
            [new("id", $"{id}"), new("owner", $"{boss.Id}")],
            $"/pools/{pool}/assign"
        );

        Assert.Equal(HttpStatusCode.Conflict, without.StatusCode);
        Assert.Equal((null, pool), (pooled.OwnerId, pooled.PoolId!.Value));
        Assert.Equal((boss.Id, (long?)null), ((await app.AccountAsync(id)).OwnerId!.Value, (await app.AccountAsync(id)).PoolId));
        Assert.Equal(
            ["Assigned ", "Returned 跟不动", "Assigned "],
            await app.WithDbAsync(db =>
                db.OwnerMoves.Where(move => move.AccountId == id)
                    .OrderBy(move => move.Id)
                    .Select(move => $"{move.Kind} {move.Reason}")
                    .ToListAsync()
            )
        );
    }

    [Theory, EachDatabase]
    public async Task A_pool_is_made_and_changed_in_its_form(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var client = await app.SignedInAsync(Role.Administrator);
        (string, string)[] fields =
        [
            ("WaitingDays", "7"),
            ("WarningDays", "3"),
            .. Enumerable
                .Range(0, 5)
                .SelectMany(at =>
                    ((string, string)[])[($"Tiers[{at}].Contact", at == 2 ? "30" : ""), ($"Tiers[{at}].Order", at == 2 ? "180" : "")]
                ),
        ];
        var form = fields.Select(field => ($"Input.{field.Item1}", field.Item2)).ToList();

        using var closed = await client.SendAsync("/pools/rules/new", "pool", [("Name", "公海"), .. form]);
        using var made = await client.SendAsync("/pools/rules/new", "pool", [("Name", "公海"), ("Everyone", "true"), .. form]);
        var pool = await app.WithDbAsync(db => db.Pools.AsNoTracking().SingleAsync());
        using var changed = await client.SendAsync(
            $"/pools/rules/{pool.Id}",
            "pool",
            [("Name", "北方公海"), ("Everyone", "true"), ("ClaimsPerDay", "5"), ("Version", "0"), .. form]
        );
        using var late = await client.SendAsync(
            $"/pools/rules/{pool.Id}",
            "pool",
            [("Name", "南方公海"), ("Everyone", "true"), ("Version", "0"), .. form]
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, closed.StatusCode);
        Assert.Equal((new ReturnRule(30, 180), ReturnRule.Never), (pool.Rules.Ordinary, pool.Rules.Key));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var after = await app.WithDbAsync(db => db.Pools.AsNoTracking().SingleAsync());
        Assert.Equal(("北方公海", 5), (after.Name, after.Rules.ClaimsPerDay));
    }

    private static Task<(long Pool, long Id)> GivenPooledAsync(JingkeApp app, string name, PoolRules? rules, long? team = null) =>
        app.WithDbAsync(async db =>
        {
            var pool = await db.Pools.FirstOrDefaultAsync();
            if (pool is null)
            {
                pool = new("公海", 0);
                pool.OpenTo(team is null, team is null ? [] : [team.Value]);
                pool.Govern(rules!);
                db.Add(pool);
                await db.SaveChangesAsync();
            }
            var owner = await db.Users.OrderBy(user => user.UserName).FirstAsync(user => user.Role == Role.Administrator);
            var account = new Account(AccountKind.Company, name, At);
            account.AssignTo(owner.Id, null, At);
            account.ReturnTo(pool, At, null, "test");
            db.Add(account);
            await db.SaveChangesAsync();
            return (pool.Id, account.Id);
        });

    private static async Task<(HttpStatusCode Status, string Text)> ClaimAsync(HttpClient client, long pool, long id)
    {
        using var answer = await JingkeApp.PostFormAsync(client, "/password", [new("id", $"{id}")], $"/pools/{pool}/claim");
        return (answer.StatusCode, await answer.TextAsync());
    }

    private static DateOnly? DayOf(string? text) =>
        text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

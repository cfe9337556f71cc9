using System.Security.Claims;
using Jingke.Domain;
using Jingke.Domain.Accounts;
using Jingke.Domain.People;
using Jingke.Domain.Pools;
using Jingke.Tests.Support;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.People;
using Jingke.Web.Data.Pools;
using Jingke.Web.Features.Pools;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Jingke.Tests.Features.Pools;

/// <summary>A year of claims, contacts, orders and locks, each night held against <see cref="PoolModel"/>.</summary>
public sealed class PoolYearTests
{
    private static readonly DateOnly First = new(2026, 1, 1);

    [Theory, EachDatabase]
    public async Task A_year_of_the_pool_goes_as_its_rules_say(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var people = new List<User>();
        foreach (var name in (string[])["li", "wang", "zhao"])
            people.Add(await app.GivenUserAsync(Role.Rep, name));
        var year = new Year(app, people);
        await year.PlantAsync();

        for (var day = 1; day <= 365; day++)
            await year.LiveAsync(day);

        // Else the year proves nothing.
        Assert.True(year.Returned > 150, $"only {year.Returned} returns");
        Assert.True(year.Warned > 150, $"only {year.Warned} warnings");
        Assert.Equal(
            ["", "pool.already-claimed", "pool.claims-used-up", "pool.holding-limit", "pool.waiting"],
            year.Answers.Order(StringComparer.Ordinal)
        );
    }

    private sealed class Year(JingkeApp app, List<User> people)
    {
        private readonly PoolModel model = new();
        private readonly Random random = new(20260101);
        private readonly SetTime time = new();
        private readonly Dictionary<string, long> ids = [];
        private long poolId;
        private Clock clock = null!;
        private DueForPool due = null!;
        private RecycleAccounts recycle = null!;

        public int Returned { get; private set; }

        public int Warned { get; private set; }

        public HashSet<string> Answers { get; } = [];

        public async Task PlantAsync()
        {
            time.Set(First, 9);
            clock = new(time);
            var directory = app.Services.GetRequiredService<PeopleDirectory>();
            var factory = app.Services.GetRequiredService<JingkeDbFactory>();
            due = new(directory, clock);
            recycle = new(factory, due, clock, time, NullLogger<RecycleAccounts>.Instance);
            Tier?[] tiers = [Tier.Key, Tier.Rising, Tier.Ordinary, Tier.LetGo, null];
            await app.WithDbAsync(async db =>
            {
                var pool = new Pool("公海", 0);
                pool.OpenTo(everyone: true, []);
                pool.Govern(
                    new()
                    {
                        ClaimsPerDay = PoolModel.ClaimsPerDay,
                        HoldingLimit = PoolModel.Holding,
                        WaitingDays = PoolModel.Waiting,
                        WarningDays = PoolModel.Warning,
                        ProtectedOrderDays = PoolModel.Protected,
                        ProtectsKeyAccounts = true,
                        Key = new(10, 10),
                        Rising = new(20, 60),
                        Ordinary = new(10, null),
                        LetGo = new(null, 30),
                        Unrated = new(15, 45),
                    }
                );
                db.Add(pool);
                for (var at = 0; at < 40; at++)
                {
                    var owner = people[at % people.Count].Id;
                    var account = new Account(AccountKind.Company, $"客户{at:00}", time.Now.UtcDateTime);
                    account.AssignTo(owner, null, time.Now.UtcDateTime);
                    db.Add(account);
                    model.All.Add(
                        new()
                        {
                            Name = account.Name,
                            Tier = tiers[at % 5],
                            Owner = owner,
                        }
                    );
                }
                await db.SaveChangesAsync();
                poolId = pool.Id;
                foreach (var account in await db.Accounts.ToListAsync())
                {
                    ids[account.Name] = account.Id;
                    var tier = model.All.Single(each => each.Name == account.Name).Tier;
                    await db
                        .Accounts.Where(each => each.Id == account.Id)
                        .ExecuteUpdateAsync(set => set.SetProperty(each => each.Tier, tier));
                }
            });
        }

        public async Task LiveAsync(int day)
        {
            time.Set(First.AddDays(day), 4);
            var expected = model.Night(day).Order(StringComparer.Ordinal).ToList();
            var foreseen = (await recycle.RunAsync(isDryRun: true, TestContext.Current.CancellationToken)).Select(row => row.Name);
            var returned = (await recycle.RunAsync(isDryRun: false, TestContext.Current.CancellationToken)).Select(row => row.Name);
            Assert.Equal(expected, foreseen.Order(StringComparer.Ordinal));
            Assert.Equal(expected, returned.Order(StringComparer.Ordinal));
            Assert.Empty(await recycle.RunAsync(isDryRun: false, TestContext.Current.CancellationToken));
            Returned += expected.Count;

            time.Set(First.AddDays(day), 10);
            await WarnAsync(day);
            await WorkAsync(day);
            for (var tries = 0; tries < 3; tries++)
                await ClaimAsync(day);
            if (day % 30 == 0)
                await CompareAsync();
        }

        private Task WarnAsync(int day) =>
            app.WithDbAsync(async db =>
            {
                foreach (var person in people)
                {
                    var expected = model.Warned(person.Id, day).Order(StringComparer.Ordinal).ToList();
                    var warned = await due.WarningsAsync(db, person.Id, TestContext.Current.CancellationToken);
                    Assert.Equal(expected, warned.Select(row => row.Name).Order(StringComparer.Ordinal));
                    Warned += expected.Count;
                }
            });

        private Task WorkAsync(int day) =>
            app.WithDbAsync(async db =>
            {
                var (met, bought, other) = (Any(), Any(), Any());
                var (one, two, three) = (ids[met.Name], ids[bought.Name], ids[other.Name]);
                (await db.Accounts.SingleAsync(each => each.Id == one)).Contacted(First.AddDays(day));
                met.Contacted = day;
                var locking = await db.Accounts.SingleAsync(each => each.Id == three);
                if (other.Locked)
                    locking.Unlock();
                else if (random.Next(6) == 0)
                    locking.Lock(time.Now.UtcDateTime, null, null);
                other.Locked = locking.LockedAt is not null;
                await db.SaveChangesAsync();
                await db
                    .Accounts.Where(each => each.Id == two)
                    .ExecuteUpdateAsync(set => set.SetProperty(each => each.LastOrderOn, First.AddDays(day)));
                bought.Ordered = day;
            });

        private async Task ClaimAsync(int day)
        {
            var person = people[random.Next(people.Count)];
            var pooled = model.All.FindAll(each => each.Owner is null);
            var wanted = pooled.Count > 0 && random.Next(8) > 0 ? pooled[random.Next(pooled.Count)] : Any();
            var expected = model.Claim(wanted, person.Id, day);

            var answer = "";
            try
            {
                await ClaimsOf(person).RunAsync(poolId, [ids[wanted.Name]], TestContext.Current.CancellationToken);
            }
            catch (RuleException refusal)
            {
                answer = refusal.Code;
            }

            Assert.Equal((day, wanted.Name, expected), (day, wanted.Name, answer));
            Answers.Add(answer);
        }

        private Task CompareAsync() =>
            app.WithDbAsync(async db =>
            {
                var owners = await db.Accounts.ToDictionaryAsync(account => account.Name, account => account.OwnerId);
                Assert.All(model.All, customer => Assert.Equal(customer.Owner, owners[customer.Name]));
            });

        private ClaimAccounts ClaimsOf(User person)
        {
            var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, $"{person.Id}")], "test");
            var http = new HttpContextAccessor { HttpContext = new DefaultHttpContext { User = new(identity) } };
            var directory = app.Services.GetRequiredService<PeopleDirectory>();
            return new(app.Services.GetRequiredService<JingkeDbFactory>(), new CurrentUser(http, directory), directory, clock, time);
        }

        private PoolModel.Customer Any() => model.All[random.Next(model.All.Count)];
    }
}

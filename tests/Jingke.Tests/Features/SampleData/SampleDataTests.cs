using System.Net;
using Jingke.Domain.Accounts;
using Jingke.Domain.Facts;
using Jingke.Domain.People;
using Jingke.Domain.Sales;
using Jingke.Tests.Support;
using Jingke.Web.Data;
using Jingke.Web.Features.SampleData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jingke.Tests.Features.SampleData;

public sealed class SampleDataTests
{
    private static readonly DateTime At = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    [Theory, EachDatabase]
    public async Task Loading_fills_the_product_up_to_the_evaluation(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);

        await LoadAsync(app, keeper);
        var page = WebUtility.HtmlDecode(await keeper.GetStringAsync("/settings/sample-data", TestContext.Current.CancellationToken));

        Assert.Contains("示例数据已载入", page, StringComparison.Ordinal);
        await app.WithDbAsync(async db =>
        {
            Assert.Equal(SampleCompany.AccountCount + SampleFamilies.Count, await db.Accounts.CountAsync());
            Assert.True(await db.Accounts.CountAsync(account => account.Tier == Tier.Key) > 20);
            Assert.True(await db.Contacts.CountAsync() > SampleCompany.AccountCount);
            Assert.True(await db.SearchEntries.CountAsync() >= SampleCompany.AccountCount);
            Assert.All(await db.Users.Where(user => user.IsSample).ToListAsync(), user => Assert.Null(user.PasswordHash));
        });
    }

    [Theory, EachDatabase]
    public async Task What_is_known_is_vetted_and_the_queues_are_not_empty(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);

        await LoadAsync(app, keeper);

        await app.WithDbAsync(async db =>
        {
            var standings = await db.Facts.GroupBy(fact => fact.Standing).Select(group => group.Key).ToListAsync();
            Assert.DoesNotContain(FactStanding.New, standings);
            foreach (
                var standing in (FactStanding[])
                    [
                        FactStanding.Accepted,
                        FactStanding.Supporting,
                        FactStanding.Outranked,
                        FactStanding.Disputed,
                        FactStanding.Stale,
                        FactStanding.Failed,
                    ]
            )
                Assert.Contains(standing, standings);
            Assert.InRange(await db.Facts.CountAsync(fact => fact.Standing == FactStanding.Disputed), 40, 2_000);
            // A slip of the keyboard is found once others can be compared with.
            Assert.True(await db.Facts.AnyAsync(fact => fact.Field!.Key == "registered-capital" && fact.Standing == FactStanding.Disputed));
            Assert.True(await db.Accounts.AnyAsync(account => account.Completeness > 0.3 && account.Freshness > 0.5));
            Assert.True(await db.Accounts.AnyAsync(account => account.LastContactOn != null));
            Assert.True(await db.Accounts.AnyAsync(account => account.ParentId != null));
            Assert.True(await db.Accounts.AnyAsync(account => account.Kind == AccountKind.Household));
            Assert.True(await db.Contacts.AnyAsync(contact => contact.Roles != null && contact.Attitude != null));
            Assert.True(await db.KnowledgeDays.AnyAsync());
            foreach (var some in (IQueryable<object>[])[db.FollowUps, db.ToDos, db.Competitors, db.ContactRelations, db.JointPurchases])
                Assert.True(await some.AnyAsync());
        });
        foreach (var queue in (string[])["conflicts", "stale"])
            Assert.Contains(
                "slot-entry",
                await keeper.GetStringAsync($"/vetting?owner=all&queue={queue}", TestContext.Current.CancellationToken),
                StringComparison.Ordinal
            );
    }

    [Theory, EachDatabase]
    public async Task Removing_leaves_exactly_what_was_there_before(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);
        await app.WithDbAsync(db => GivenRealDataAsync(db));
        var before = await CountsAsync(app);

        await LoadAsync(app, keeper);
        Assert.NotEqual(before, await CountsAsync(app));
        await RunAsync(app, keeper, "remove");

        Assert.Equal(before, await CountsAsync(app));
    }

    [Theory, EachDatabase]
    public async Task What_real_data_hang_on_stays(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);
        await LoadAsync(app, keeper);
        var (sampleAccount, sampleProduct) = await app.WithDbAsync(async db =>
        {
            var account = await db.Accounts.OrderBy(account => account.Id).FirstAsync();
            var product = await db.Products.OrderBy(product => product.Id).FirstAsync();
            var owner = await db.Users.FirstAsync(user => user.IsSample && user.TeamId != null);
            var own = new Account(AccountKind.Company, "自己的客户", At);
            own.AssignTo(owner.Id, owner.TeamId, At);
            db.Add(own);
            (await db.Users.SingleAsync(user => !user.IsSample)).TeamId = owner.TeamId;
            db.Add(new Team("自己的团队", owner.TeamId));
            db.Add(
                new SalesLine
                {
                    Id = 77,
                    AccountId = account.Id,
                    ProductId = product.Id,
                    Amount = 1_000_000,
                    OrderedOn = new DateOnly(2026, 3, 1),
                    BatchId = 4711,
                }
            );
            await db.SaveChangesAsync();
            return (account.Id, product.Id);
        });

        await RunAsync(app, keeper, "remove");

        await app.WithDbAsync(async db =>
        {
            Assert.Equal(sampleAccount, (await db.SalesLines.SingleAsync()).AccountId);
            Assert.Equal(sampleProduct, (await db.Products.SingleAsync()).Id);
            Assert.Equal(2, await db.Accounts.CountAsync());
            Assert.All(await db.Accounts.ToListAsync(), account => Assert.Null(account.OwnerId));
            Assert.Equal("自己的团队", (await db.Teams.SingleAsync()).Name);
            Assert.Null((await db.Users.SingleAsync()).TeamId);
        });
    }

    [Theory, EachDatabase]
    public async Task Loading_twice_changes_nothing_more(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        using var keeper = await app.SignedInAsync(Role.Administrator);
        await LoadAsync(app, keeper);
        var once = await CountsAsync(app);

        var refused = await Assert.ThrowsAsync<Domain.RuleException>(() =>
            app.Services.GetRequiredService<LoadSampleData>().RunAsync((_, _) => { }, TestContext.Current.CancellationToken)
        );

        Assert.Equal("sample.loaded-already", refused.Code);
        Assert.Equal(once, await CountsAsync(app));
    }

    private static Task LoadAsync(JingkeApp app, HttpClient client) => RunAsync(app, client, "load");

    private static async Task RunAsync(JingkeApp app, HttpClient client, string what)
    {
        var answer = await JingkeApp.PostFormAsync(client, "/settings/sample-data", [], $"/settings/sample-data/{what}");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var work = app.Services.GetRequiredService<SampleDataWork>();
        await Eventually.TrueAsync(() => !work.Current.IsRunning, $"{what} the sample data", TimeSpan.FromMinutes(2));
        Assert.False(work.Current.HasFailed);
    }

    private static async Task GivenRealDataAsync(JingkeDbContext db)
    {
        var team = new Team("华东大区");
        db.Add(team);
        db.Add(new ProductCategory { Name = "自己的品类" });
        await db.SaveChangesAsync();
        var account = new Account(AccountKind.Company, "自己的客户", At);
        account.AssignTo(null, team.Id, At);
        var product = new Product { Code = "JYS-50", Name = "自己的产品" };
        db.AddRange(account, product);
        await db.SaveChangesAsync();
        db.Add(
            new SalesLine
            {
                Id = 1,
                AccountId = account.Id,
                ProductId = product.Id,
                Amount = 5_000_000,
                OrderedOn = new DateOnly(2026, 2, 1),
            }
        );
        await db.SaveChangesAsync();
    }

    private static Task<string> CountsAsync(JingkeApp app) =>
        app.WithDbAsync(async db =>
            string.Join(
                ' ',
                await db.Accounts.IgnoreQueryFilters().CountAsync(),
                await db.Contacts.IgnoreQueryFilters().CountAsync(),
                await db.SalesLines.CountAsync(),
                await db.UnattributedLines.CountAsync(),
                await db.Products.CountAsync(),
                await db.ProductCategories.CountAsync(),
                await db.Users.CountAsync(),
                await db.Teams.CountAsync(),
                await db.ImportBatches.CountAsync(),
                await db.SearchEntries.CountAsync(),
                await db.Facts.IgnoreQueryFilters().CountAsync(),
                await db.FollowUps.IgnoreQueryFilters().CountAsync(),
                await db.ToDos.IgnoreQueryFilters().CountAsync(),
                await db.Competitors.IgnoreQueryFilters().CountAsync(),
                await db.ContactRelations.IgnoreQueryFilters().CountAsync(),
                await db.JointPurchases.IgnoreQueryFilters().CountAsync(),
                await db.PeerRanges.CountAsync(),
                await db.SalesLines.SumAsync(line => line.Amount)
            )
        );
}

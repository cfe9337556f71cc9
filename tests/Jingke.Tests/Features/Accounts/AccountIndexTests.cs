using Jingke.Domain.Accounts;
using Jingke.Domain.Imports;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.Access;
using Jingke.Web.Data.Bulk;
using Jingke.Web.Data.Facts;
using Jingke.Web.Data.People;
using Jingke.Web.Features.Accounts;
using Jingke.Web.Features.Accounts.List;
using Jingke.Web.Features.Accounts.List.Fields;
using Jingke.Web.Features.Accounts.List.Index;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Xunit;

namespace Jingke.Tests.Features.Accounts;

/// <summary>The index in memory against the database: whatever is asked, they answer the same.</summary>
public sealed class AccountIndexTests
{
    private static readonly string[] Sizes = ["大型", "中型", "小型"];
    private static readonly string[] Codes = ["3921", "C", "3911", "51", "A"];
    private static readonly string[] Provinces = ["440000", "110000", "310000"];

    [Theory, EachDatabase]
    public async Task It_finds_what_the_database_finds_in_the_same_order(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var (north, south) = await GivenTeamsAsync(app);
        var rep = await app.GivenUserAsync(Role.Rep, "李四", north);
        var supervisor = await app.GivenUserAsync(Role.Supervisor, "主管", south);
        var manager = await app.GivenUserAsync(Role.Administrator, "经理");
        await GivenManyAsync(app, [rep.Id, supervisor.Id, manager.Id], [north, south]);
        AccountFilter[] filters =
        [
            new(),
            new() { Tier = Tier.Key, Size = "中型" },
            new() { NoTier = true },
            new() { Mine = true, Kind = AccountKind.Household },
            new() { NoOwner = true, Province = "110000" },
            new() { OwnerId = rep.Id, SalesFrom = 10_0000 },
            new() { TeamId = north },
            new() { NoTeam = true, SalesTo = 300_0000 },
            new() { ZoneId = 1 },
            new() { ZoneId = 999 },
            new() { Industry = "C" },
            new() { Industry = "39", City = "440300" },
            new() { Ownership = "民营", Source = "展会" },
            new() { LastOrderFrom = new(2026, 1, 10), LastOrderTo = new(2026, 1, 20) },
            new() { LastOrderTo = new(2026, 1, 5) },
            new() { SalesFrom = long.MaxValue },
        ];
        string[] orders = ["-sales", "name", "-name", "tier", "owner", "-team", "region", "-yoy", "last", "-score", "scale", "created"];

        foreach (var who in new[] { rep, supervisor, manager })
        foreach (var (filter, at) in filters.Select((filter, at) => (filter, at)))
        {
            var sort = AccountOrder.Parse(orders[at % orders.Length]);
            await SameAsync(app, who, filter, sort, new PageRequest(1, 25));
            await SameAsync(app, who, filter, AccountOrder.Parse(orders[(at + 5) % orders.Length]), new PageRequest(3, 50));
        }
    }

    [Theory, EachDatabase]
    public async Task Who_changes_an_account_sees_the_change_at_once(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var manager = await app.GivenUserAsync(Role.Administrator, "经理");
        await GivenManyAsync(app, [manager.Id], []);
        var index = app.Services.GetRequiredService<AccountIndex>();
        await using var db = app.Services.GetRequiredService<JingkeDbFactory>().CreateFor(await ViewerAsync(app, manager));
        var filter = new AccountFilter { Source = "转介绍" };
        Assert.Equal(0, (await index.FindAsync(db, filter, AccountOrder.Parse(null), new(1, 25), default))!.Total);

        var account = await app.GivenAccountAsync("刚刚新建", new() { Source = "转介绍" });

        Assert.Null(await index.FindAsync(db, filter, AccountOrder.Parse(null), new(1, 25), default));
        using var client = await app.SignedInAsync(manager);
        Assert.Contains("刚刚新建", await client.GetStringAsync("/accounts?source=转介绍"), StringComparison.Ordinal);
        await Eventually.TrueAsync(
            async () =>
                await index.FindAsync(db, filter, AccountOrder.Parse(null), new(1, 25), default) is { Ids: [var only] } && only == account,
            "the index reads the new account"
        );
    }

    [Theory, EachDatabase]
    public async Task It_is_silent_while_an_import_changes_accounts_and_when_there_are_few(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        var manager = await app.GivenUserAsync(Role.Administrator, "经理");
        var index = app.Services.GetRequiredService<AccountIndex>();
        await using var db = app.Services.GetRequiredService<JingkeDbFactory>().CreateFor(await ViewerAsync(app, manager));
        await app.GivenAccountAsync("一家");
        await index.ReloadAsync(default);
        Assert.Null(await index.FindAsync(db, new(), AccountOrder.Parse(null), new(1, 25), default));
        await GivenManyAsync(app, [manager.Id], []);
        Assert.NotNull(await index.FindAsync(db, new(), AccountOrder.Parse(null), new(1, 25), default));

        // Not committed: no worker shall take it up.
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Add(new ImportBatch { FileName = "a.csv", State = ImportState.Running });
        await db.SaveChangesAsync();

        Assert.Null(await index.FindAsync(db, new(), AccountOrder.Parse(null), new(1, 25), default));
    }

    private static async Task SameAsync(JingkeApp app, User who, AccountFilter filter, Sort sort, PageRequest wanted)
    {
        var viewer = await ViewerAsync(app, who);
        await using var db = app.Services.GetRequiredService<JingkeDbFactory>().CreateFor(viewer);
        var conditions = new AccountConditions(db, app.Services.GetRequiredService<PeopleDirectory>(), FieldsFor(app, db));
        var all = await (await conditions.RunAsync(filter, walked: null, default))
            .Ordered(db, sort)
            .Select(account => account.Id)
            .ToListAsync();

        var found = await app.Services.GetRequiredService<AccountIndex>().FindAsync(db, filter, sort, wanted, default);

        Assert.NotNull(found);
        Assert.Equal((filter, sort, all.Count), (filter, sort, found.Total));
        Assert.Equal(wanted.Within(all.Count), found.Page);
        Assert.Equal(all.Skip(found.Page.Skip).Take(wanted.Size), found.Ids);
    }

    private static ListFields FieldsFor(JingkeApp app, JingkeDbContext db) =>
        new(
            db,
            app.Services.GetRequiredService<CatalogueInForce>(),
            app.Services.GetRequiredService<PeopleDirectory>(),
            app.Services.GetRequiredService<IStringLocalizer<AccountTexts>>()
        );

    private static Task<Viewer> ViewerAsync(JingkeApp app, User who)
    {
        var people = app.Services.GetRequiredService<PeopleDirectory>().Current;
        return Task.FromResult(people.ViewerOf(people.Find(who.Id)!));
    }

    private static Task<(long North, long South)> GivenTeamsAsync(JingkeApp app) =>
        app.WithDbAsync(async db =>
        {
            var (north, south) = (new Team("北区"), new Team("南区"));
            db.AddRange(north, south);
            await db.SaveChangesAsync();
            return (north.Id, south.Id);
        });

    /// <summary>More accounts than the index needs to be worth it; every column has values that repeat, differ and are missing.</summary>
    private static async Task GivenManyAsync(JingkeApp app, Guid[] owners, long[] teams)
    {
        await app.WithDbAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            using (
                var rows = BulkWriter.Open(
                    db,
                    "account",
                    [
                        "id",
                        "kind",
                        "name",
                        "normalised_name",
                        "name_order",
                        "province_code",
                        "city_code",
                        "industry_code",
                        "ownership",
                        "size",
                        "source",
                        "owner_id",
                        "team_id",
                        "tier",
                        "net_sales",
                        "year_on_year",
                        "last_order_on",
                        "value_score",
                        "created_at",
                        "updated_at",
                        "deleted_at",
                        "version",
                    ]
                )
            )
            {
                for (var at = 1; at <= AccountIndex.Fewest + 500; at++)
                {
                    rows.Long(at * 3);
                    rows.Text((at % 4 == 0 ? AccountKind.Household : AccountKind.Company).ToString());
                    rows.Text($"客户{at}");
                    rows.Text($"客户{at}");
                    rows.Text($"kehu{at * 7919 % 1000}");
                    rows.Text(at % 5 == 0 ? null : Provinces[at % Provinces.Length]);
                    rows.Text(at % 3 == 0 ? "440300" : null);
                    rows.Text(at % 6 == 0 ? null : Codes[at % Codes.Length]);
                    rows.Text(at % 2 == 0 ? "民营" : null);
                    rows.Text(at % 7 == 0 ? null : Sizes[at % Sizes.Length]);
                    rows.Text(at % 11 == 0 ? "展会" : null);
                    rows.Guid(at % 8 == 0 ? null : owners[at % owners.Length]);
                    rows.Long(teams.Length == 0 || at % 9 == 0 ? null : teams[at % teams.Length]);
                    rows.Text(at % 4 == 3 ? null : ((Tier)(at % 4)).ToString());
                    rows.Long(at * 104_729L % 1_000 * 1_0000);
                    rows.Double(at % 3 == 0 ? null : at % 50 / 10.0 - 2);
                    rows.Day(at % 10 == 0 ? null : new DateOnly(2026, 1, 1).AddDays(at % 40));
                    rows.Double(at % 3 == 0 ? null : at % 97);
                    rows.Instant(GivenAccounts.At.AddMinutes(at % 100));
                    rows.Instant(GivenAccounts.At);
                    rows.Instant(at % 50 == 0 ? GivenAccounts.At : null);
                    rows.Int(1);
                    rows.EndRow();
                }
                rows.Complete();
            }
            await db.RaiseStampAsync(ChangeStamp.Accounts, default);
            await transaction.CommitAsync();
        });
        await app.Services.GetRequiredService<AccountIndex>().ReloadAsync(default);
    }
}

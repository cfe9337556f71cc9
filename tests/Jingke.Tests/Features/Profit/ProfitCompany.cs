using System.Net.Http.Json;
using Jingke.Domain;
using Jingke.Domain.FollowUps;
using Jingke.Domain.People;
using Jingke.Domain.Receivables;
using Jingke.Tests.Support;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Jingke.Tests.Support.GivenSales;

namespace Jingke.Tests.Features.Profit;

/// <summary>
/// The newest line is of 2026-06-30, so the twelve months begin on 2025-07-01. 大牌 buys for 100,000 at a cost of 90,000, is visited ten
/// times, is demanding, and paid 100,000 a hundred days late. 实在 buys for 50,000 at 30,000 and was called once. 小康 buys for 20,000 at
/// 12,000, 平平 for 10,000 at 7,000. Of 糊涂 nobody knows what its 80,000 cost. 李 owns 实在 and 小康.
/// </summary>
internal sealed class ProfitCompany : IAsyncDisposable
{
    private ProfitCompany(JingkeApp app) => App = app;

    public JingkeApp App { get; }

    /// <summary>Sees everything and may change it.</summary>
    public HttpClient Boss { get; private set; } = null!;

    /// <summary>Sees 实在 and 小康.</summary>
    public HttpClient Li { get; private set; } = null!;

    public IReadOnlyDictionary<string, long> Accounts { get; private set; } = null!;

    public static async Task<ProfitCompany> StartAsync(Database database)
    {
        var company = new ProfitCompany(await JingkeApp.StartAsync(database));
        var app = company.App;
        company.Boss = await app.SignedInAsync(Role.Administrator);
        var li = await app.GivenUserAsync(Role.Rep, "李");
        Line[] lines =
        [
            new("大牌", "2026-06-30", 100_000, Cost: 90_000),
            new("实在", "2026-05-10", 50_000, Cost: 30_000),
            new("小康", "2026-04-01", 20_000, Cost: 12_000),
            new("平平", "2025-09-01", 10_000, Cost: 7_000),
            new("糊涂", "2026-03-01", 80_000),
        ];
        await app.GivenLinesAsync(lines);
        company.Accounts = await app.WithDbAsync(db => db.Accounts.ToDictionaryAsync(account => account.Name, account => account.Id));
        await app.WithDbAsync(async db =>
        {
            await db
                .Accounts.Where(account => account.Name == "实在" || account.Name == "小康")
                .ExecuteUpdateAsync(set => set.SetProperty(account => account.OwnerId, li.Id));
            var big = company.Accounts["大牌"];
            for (var visit = 0; visit < 10; visit++)
                db.Add(new FollowUp(big, FollowUpKind.Visit, new DateOnly(2025, 8, 1).AddMonths(visit), "谈了", DateTime.UnixEpoch, null));
            db.Add(new FollowUp(big, FollowUpKind.Visit, new(2025, 6, 30), "早了一天", DateTime.UnixEpoch, null));
            db.Add(new FollowUp(company.Accounts["实在"], FollowUpKind.Call, new(2026, 1, 5), "问好", DateTime.UnixEpoch, null));
            var invoice = new Receivable(big, "F1", new(2026, 1, 31), new(2026, 3, 2), Money.FromUnits(100_000));
            invoice.Receive(new(2026, 6, 10), Money.FromUnits(100_000));
            db.Add(invoice);
            await db.SaveChangesAsync();
            await db.RaiseStampAsync(ChangeStamp.Accounts, CancellationToken.None);
        });
        using var told = await company.Boss.PostAsJsonAsync(
            $"/api/accounts/{company.Accounts["大牌"]}/facts",
            new { values = new Dictionary<string, object> { ["effort-to-serve"] = "demanding" } }
        );
        Assert.True(told.IsSuccessStatusCode, await told.TextAsync());
        await app.LedgerWithLinesAsync(lines.Length);
        company.Li = await app.SignedInAsync(li);
        return company;
    }

    public async ValueTask DisposeAsync()
    {
        Boss.Dispose();
        Li.Dispose();
        await App.DisposeAsync();
    }
}

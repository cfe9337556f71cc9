using System.Text.Json;
using Jingke.Domain.Accounts;
using Jingke.Domain.People;
using Jingke.Domain.Sales;
using Jingke.Tests.Support;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;
using static Jingke.Tests.Support.GivenSales;

namespace Jingke.Tests.Features.Opportunities;

/// <summary>
/// The newest line is of 2025-06-30. 恒泰 buys 轴承 every 30 days for 500, last on 2025-05-19: 42 days, 12 late. 顺达 buys 油封 every 20 days
/// for 80, last on 2025-06-15: due in 5 days. 远大 buys 轴承 every 30 days for 900, last on 2025-06-30: due in 30 days, not listed. 旧友 bought
/// 轴承 every 10 days until 2025-04-01: 9 gaps, lapsed. 新丰 bought 轴承 three times only. 李 owns 恒泰, 王 all others.
/// </summary>
internal sealed class DueCompany : IAsyncDisposable
{
    private DueCompany(JingkeApp app) => App = app;

    public JingkeApp App { get; }

    /// <summary>Sees 恒泰.</summary>
    public HttpClient Li { get; private set; } = null!;

    /// <summary>Sees all others.</summary>
    public HttpClient Wang { get; private set; } = null!;

    /// <summary>Sees everything.</summary>
    public HttpClient Boss { get; private set; } = null!;

    /// <summary>Identifier of 李.</summary>
    public Guid LiId { get; private set; }

    public IReadOnlyDictionary<string, long> Accounts { get; private set; } = null!;

    public static async Task<DueCompany> StartAsync(Database database)
    {
        var company = new DueCompany(await JingkeApp.StartAsync(database));
        var li = await company.App.GivenUserAsync(Role.Rep, "李");
        var wang = await company.App.GivenUserAsync(Role.Rep, "王");
        company.LiId = li.Id;
        company.Li = await company.App.SignedInAsync(li);
        company.Wang = await company.App.SignedInAsync(wang);
        company.Boss = await company.App.SignedInAsync(Role.Administrator);
        var (bearing, seal) = await company.App.WithDbAsync(async db =>
        {
            var (one, other) = (new Product { Code = "P1", Name = "轴承" }, new Product { Code = "P2", Name = "油封" });
            db.AddRange(one, other);
            db.AddRange(Account("恒泰", li), Account("顺达", wang), Account("远大", wang), Account("旧友", wang), Account("新丰", wang));
            await db.SaveChangesAsync();
            company.Accounts = await db.Accounts.ToDictionaryAsync(account => account.Name, account => account.Id);
            return (one.Id, other.Id);
        });
        Line[] lines =
        [
            .. Every(30, "恒泰", new(2025, 5, 19), 6, 500, bearing),
            .. Every(20, "顺达", new(2025, 6, 15), 5, 80, seal),
            .. Every(30, "远大", new(2025, 6, 30), 6, 900, bearing),
            .. Every(10, "旧友", new(2025, 4, 1), 6, 700, bearing),
            .. Every(40, "新丰", new(2025, 5, 10), 3, 600, bearing),
        ];
        await company.App.GivenLinesAsync(lines);
        await company.App.LedgerWithLinesAsync(lines.Length);
        return company;
    }

    /// <summary>A JSON answer.</summary>
    public static async Task<JsonElement> JsonAsync(HttpClient client, string address)
    {
        using var document = JsonDocument.Parse(await client.GetStringAsync(address));
        return document.RootElement.Clone();
    }

    /// <summary>A property of each row, in order.</summary>
    public static string[] Rows(JsonElement answer, string property) =>
        [.. answer.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty(property).ToString())];

    public async ValueTask DisposeAsync()
    {
        Li.Dispose();
        Wang.Dispose();
        Boss.Dispose();
        await App.DisposeAsync();
    }

    private static IEnumerable<Line> Every(int days, string account, DateOnly last, int orders, decimal amount, long product) =>
        Enumerable.Range(0, orders).Select(back => new Line(account, $"{last.AddDays(-days * back):yyyy-MM-dd}", amount, Product: product));

    private static Account Account(string name, User owner)
    {
        var account = new Account(AccountKind.Company, name, DateTime.UnixEpoch);
        account.AssignTo(owner.Id, null, DateTime.UnixEpoch);
        return account;
    }
}

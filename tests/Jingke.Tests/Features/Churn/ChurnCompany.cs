using System.Text.Json;
using Jingke.Domain.Accounts;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;
using static Jingke.Tests.Support.GivenSales;

namespace Jingke.Tests.Features.Churn;

/// <summary>
/// Five accounts too few for a model. The newest line is of 2025-06-30. 常青 orders every 30 days to the end. 远航 did, for much more
/// money, until 2024-12-12: 200 days of silence, lost, and key when it last bought. 摇摆 orders every 30 days until 2025-03-22: 100 days of
/// silence, at risk. 过客 ordered once on 2024-01-10: lost. 新锐 ordered once on 2025-05-20. 李 owns 远航, 王 all others.
/// </summary>
internal sealed class ChurnCompany : IAsyncDisposable
{
    private ChurnCompany(JingkeApp app) => App = app;

    public JingkeApp App { get; }

    /// <summary>Sees 远航.</summary>
    public HttpClient Li { get; private set; } = null!;

    /// <summary>Sees all others.</summary>
    public HttpClient Wang { get; private set; } = null!;

    /// <summary>Sees everything and may change it.</summary>
    public HttpClient Boss { get; private set; } = null!;

    public IReadOnlyDictionary<string, long> Accounts { get; private set; } = null!;

    public static async Task<ChurnCompany> StartAsync(Database database)
    {
        var company = new ChurnCompany(await JingkeApp.StartAsync(database));
        var li = await company.App.GivenUserAsync(Role.Rep, "李");
        var wang = await company.App.GivenUserAsync(Role.Rep, "王");
        company.Li = await company.App.SignedInAsync(li);
        company.Wang = await company.App.SignedInAsync(wang);
        company.Boss = await company.App.SignedInAsync(Role.Administrator);
        await company.App.WithDbAsync(async db =>
        {
            db.AddRange(
                Account("常青", "通用设备", wang),
                Account("远航", "通用设备", li),
                Account("摇摆", "食品", wang),
                Account("过客", "食品", wang),
                Account("新锐", null, wang)
            );
            await db.SaveChangesAsync();
            company.Accounts = await db.Accounts.ToDictionaryAsync(account => account.Name, account => account.Id);
        });
        Line[] lines =
        [
            .. Every30Days("常青", new(2025, 6, 30), 10, 100),
            .. Every30Days("远航", new(2024, 12, 12), 12, 1000),
            .. Every30Days("摇摆", new(2025, 3, 22), 10, 50),
            new("过客", "2024-01-10", 30),
            new("新锐", "2025-05-20", 20),
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

    private static IEnumerable<Line> Every30Days(string account, DateOnly last, int orders, decimal amount) =>
        Enumerable.Range(0, orders).Select(back => new Line(account, $"{last.AddDays(-30 * back):yyyy-MM-dd}", amount));

    private static Account Account(string name, string? industry, User owner)
    {
        var account = new Account(AccountKind.Company, name, DateTime.UnixEpoch);
        account.Describe(new AccountDescription { IndustryText = industry, ProvinceCode = "330000" }, DateTime.UnixEpoch);
        account.AssignTo(owner.Id, null, DateTime.UnixEpoch);
        return account;
    }
}

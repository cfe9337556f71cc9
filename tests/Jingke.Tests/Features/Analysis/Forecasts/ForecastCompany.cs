using System.Text.Json;
using Jingke.Domain.Accounts;
using Jingke.Domain.People;
using Jingke.Domain.Sales;
using Jingke.Tests.Support;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;
using static Jingke.Tests.Support.GivenSales;

namespace Jingke.Tests.Features.Analysis.Forecasts;

/// <summary>
/// Series without change, whose forecast everybody can tell. From January 2023 to May 2025 恒久 buys for 60 of 齿轮 and 40 of 轴承 each month
/// and 远山 for 250 of 齿轮; June 2025 ends early, with a line of each on the 10th, the newest. 新来 bought in April and May 2025 only. 李 of
/// the northern team owns 恒久 in 330000, 王 of the southern one 远山 in 310000 and 新来.
/// </summary>
internal sealed class ForecastCompany : IAsyncDisposable
{
    private const int Months = 29;

    private ForecastCompany(JingkeApp app) => App = app;

    public JingkeApp App { get; }

    /// <summary>Sees 恒久.</summary>
    public HttpClient Li { get; private set; } = null!;

    /// <summary>Sees 远山 and 新来.</summary>
    public HttpClient Wang { get; private set; } = null!;

    /// <summary>Sees everything.</summary>
    public HttpClient Boss { get; private set; } = null!;

    public IReadOnlyDictionary<string, long> Accounts { get; private set; } = null!;

    public IReadOnlyDictionary<string, long> Products { get; private set; } = null!;

    public (long North, long South) Teams { get; private set; }

    public static async Task<ForecastCompany> StartAsync(Database database)
    {
        var company = new ForecastCompany(await JingkeApp.StartAsync(database));
        await company.FillAsync();
        return company;
    }

    /// <summary>A JSON answer.</summary>
    public static async Task<JsonElement> JsonAsync(HttpClient client, string address)
    {
        using var document = JsonDocument.Parse(await client.GetStringAsync(address));
        return document.RootElement.Clone();
    }

    public async ValueTask DisposeAsync()
    {
        Li.Dispose();
        Wang.Dispose();
        Boss.Dispose();
        await App.DisposeAsync();
    }

    private async Task FillAsync()
    {
        Teams = await App.WithDbAsync(async db =>
        {
            var (north, south) = (new Team("北方队"), new Team("南方队"));
            db.AddRange(north, south);
            await db.SaveChangesAsync();
            return (north.Id, south.Id);
        });
        var li = await App.GivenUserAsync(Role.Rep, "李", Teams.North);
        var wang = await App.GivenUserAsync(Role.Rep, "王", Teams.South);
        Li = await App.SignedInAsync(li);
        Wang = await App.SignedInAsync(wang);
        Boss = await App.SignedInAsync(Role.Administrator);
        await App.WithDbAsync(async db =>
        {
            db.AddRange(
                Account("恒久", "330000", li, Teams.North),
                Account("远山", "310000", wang, Teams.South),
                Account("新来", "310000", wang, Teams.South)
            );
            db.AddRange(new Product { Code = "P1", Name = "齿轮" }, new Product { Code = "P2", Name = "轴承" });
            await db.SaveChangesAsync();
            Accounts = await db.Accounts.ToDictionaryAsync(account => account.Name, account => account.Id);
            Products = await db.Products.ToDictionaryAsync(product => product.Name, product => product.Id);
        });
        var (gear, bearing) = (Products["齿轮"], Products["轴承"]);
        Line[] lines =
        [
            .. Enumerable
                .Range(0, Months)
                .Select(month => $"{new DateOnly(2023, 1, 15).AddMonths(month):yyyy-MM-dd}")
                .SelectMany(day =>
                    (Line[])
                        [new("恒久", day, 60, Product: gear), new("恒久", day, 40, Product: bearing), new("远山", day, 250, Product: gear)]
                ),
            new("新来", "2025-04-20", 7, Product: bearing),
            new("新来", "2025-05-20", 7, Product: bearing),
            new("恒久", "2025-06-10", 5, Product: gear),
            new("远山", "2025-06-10", 5, Product: gear),
        ];
        await App.GivenLinesAsync(lines);
        await App.LedgerWithLinesAsync(lines.Length);
    }

    private static Account Account(string name, string province, User owner, long team)
    {
        var account = new Account(AccountKind.Company, name, DateTime.UnixEpoch);
        account.Describe(new AccountDescription { ProvinceCode = province }, DateTime.UnixEpoch);
        account.AssignTo(owner.Id, team, DateTime.UnixEpoch);
        return account;
    }
}

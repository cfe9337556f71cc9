using System.Text.Json;
using Jingke.Domain.Accounts;
using Jingke.Domain.People;
using Jingke.Domain.Sales;
using Jingke.Tests.Support;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;
using static Jingke.Tests.Support.GivenSales;

namespace Jingke.Tests.Features.Analysis;

/// <summary>
/// Four accounts whose figures can be worked out by hand. The newest line is of 2025-06-30, so the period is 2024-07-01 to 2025-06-30
/// and the one before ends on 2024-06-30. Net sales: 东海 200 (before 100), 浦江 nothing (300), 珠江 550 (nothing), 秦岭 400 (400); 1,150 (800).
/// 珠江 is in Guangdong but bought for 30 in Shanghai and for 20 in a place that nobody knows; 秦岭 has no region. 李 owns 东海 and 浦江.
/// </summary>
internal sealed class SmallCompany : IAsyncDisposable
{
    private SmallCompany(JingkeApp app) => App = app;

    public JingkeApp App { get; }

    /// <summary>Sees 东海 and 浦江.</summary>
    public HttpClient Li { get; private set; } = null!;

    /// <summary>Sees everything and may change it.</summary>
    public HttpClient Boss { get; private set; } = null!;

    public User Wang { get; private set; } = null!;

    public IReadOnlyDictionary<string, long> Accounts { get; private set; } = null!;

    /// <summary>Ids of 齿轮 and 轴承.</summary>
    public (long Gear, long Bearing) Products { get; private set; }

    public static async Task<SmallCompany> StartAsync(Database database)
    {
        var company = new SmallCompany(await JingkeApp.StartAsync(database));
        await company.FillAsync();
        return company;
    }

    /// <summary>A JSON answer.</summary>
    public static async Task<JsonElement> JsonAsync(HttpClient client, string address)
    {
        var text = await client.GetStringAsync(address);
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    /// <summary>Rows of a JSON answer as text: name, accounts or none, net sales.</summary>
    public static string[] Rows(JsonElement answer, params string[] properties) =>
        [
            .. answer
                .GetProperty("rows")
                .EnumerateArray()
                .Select(row => string.Join(' ', properties.Select(property => row.GetProperty(property).ToString()))),
        ];

    public async ValueTask DisposeAsync()
    {
        Li.Dispose();
        Boss.Dispose();
        await App.DisposeAsync();
    }

    private async Task FillAsync()
    {
        var li = await App.GivenUserAsync(Role.Rep, "李");
        Wang = await App.GivenUserAsync(Role.Rep, "王");
        Li = await App.SignedInAsync(li);
        Boss = await App.SignedInAsync(Role.Administrator);
        var (unknown, shanghai) = await App.WithDbAsync(async db =>
        {
            db.AddRange(
                Account("东海机械", "K1", "330000", "330100", "大型", "民营", "通用设备", li.Id),
                Account("浦江电气", "K2", "310000", null, "中型", "国有", "通用设备", li.Id),
                Account("珠江食品", "K3", "440000", "440100", "中型", "民营", "食品", Wang.Id),
                Account("秦岭药业", "K4", null, null, null, null, null, null)
            );
            var parts = new ProductCategory { Name = "零件" };
            db.Add(parts);
            await db.SaveChangesAsync();
            var (gear, bearing) = (
                new Product
                {
                    Code = "P1",
                    Name = "齿轮",
                    CategoryId = parts.Id,
                },
                new Product { Code = "P2", Name = "轴承" }
            );
            var (mars, city) = (new Place { Province = "火星" }, new Place { ProvinceCode = "310000", Province = "上海" });
            db.AddRange(gear, bearing, mars, city);
            await db.SaveChangesAsync();
            Products = (gear.Id, bearing.Id);
            Accounts = await db.Accounts.ToDictionaryAsync(account => account.Name, account => account.Id);
            return (mars.Id, city.Id);
        });
        var (first, second) = Products;
        await App.GivenLinesAsync(
            new Line("东海机械", "2024-03-10", 100, Product: first, Quantity: 2),
            new Line("东海机械", "2024-09-10", 150, Product: first, Quantity: 3),
            new Line("东海机械", "2025-06-30", 50, Product: second, Quantity: 1),
            new Line("浦江电气", "2024-04-01", 300, Product: first, Quantity: 6),
            new Line("珠江食品", "2025-01-15", 500, Product: first, Quantity: 10),
            new Line("珠江食品", "2025-02-20", 20, Product: second, Place: unknown, Quantity: 1),
            new Line("珠江食品", "2025-03-05", 30, Product: second, Place: shanghai, Quantity: 1),
            new Line("秦岭药业", "2024-05-05", 400, Product: second, Quantity: 8),
            new Line("秦岭药业", "2025-05-05", -40, Product: second, Quantity: -1),
            new Line("秦岭药业", "2025-05-06", 440, Product: second, Quantity: 9)
        );
        await App.LedgerWithLinesAsync(10);
    }

    private static Account Account(
        string name,
        string code,
        string? province,
        string? city,
        string? size,
        string? ownership,
        string? industry,
        Guid? owner
    )
    {
        var account = new Account(AccountKind.Company, name, DateTime.UnixEpoch);
        account.Describe(
            new AccountDescription
            {
                Code = code,
                ProvinceCode = province,
                CityCode = city,
                Size = size,
                Ownership = ownership,
                IndustryText = industry,
            },
            DateTime.UnixEpoch
        );
        account.AssignTo(owner, null, DateTime.UnixEpoch);
        return account;
    }
}

using Jingke.Domain.Accounts;
using Jingke.Domain.People;
using Jingke.Domain.Sales;
using Jingke.Tests.Support;
using Jingke.Web.Data.People;
using Microsoft.EntityFrameworkCore;
using static Jingke.Tests.Support.GivenSales;

namespace Jingke.Tests.Features.Opportunities;

/// <summary>
/// Thirty customers with one order each: six large ones 大0 to 大5 in 浙江, 通用设备 (a fifth: key), and 24 small ones in 广东, 食品. Prospects
/// 大0 to 大4 buy 轴承, all others 皮带. Prospects
/// without orders: 望0 to 望4 in 浙江, 通用设备, the same as the key accounts, and 近 in 浙江, 食品. 李 owns the large ones, 王 all others.
/// </summary>
internal sealed class LikenessCompany : IAsyncDisposable
{
    private LikenessCompany(JingkeApp app) => App = app;

    public JingkeApp App { get; }

    /// <summary>Sees all but the large ones.</summary>
    public HttpClient Wang { get; private set; } = null!;

    /// <summary>Sees everything.</summary>
    public HttpClient Boss { get; private set; } = null!;

    public IReadOnlyDictionary<string, long> Accounts { get; private set; } = null!;

    public static async Task<LikenessCompany> StartAsync(Database database)
    {
        var company = new LikenessCompany(await JingkeApp.StartAsync(database));
        var li = await company.App.GivenUserAsync(Role.Rep, "李");
        var wang = await company.App.GivenUserAsync(Role.Rep, "王");
        company.Wang = await company.App.SignedInAsync(wang);
        company.Boss = await company.App.SignedInAsync(Role.Administrator);
        var (bearing, belt) = await company.App.WithDbAsync(async db =>
        {
            var (one, other) = (new Product { Code = "P1", Name = "轴承" }, new Product { Code = "P2", Name = "皮带" });
            db.AddRange(one, other);
            db.AddRange(Enumerable.Range(0, 6).Select(at => Account($"大{at}", "330000", "通用设备", li)));
            db.AddRange(Enumerable.Range(0, 24).Select(at => Account($"小{at}", "440000", "食品", wang)));
            db.AddRange(Enumerable.Range(0, 5).Select(at => Account($"望{at}", "330000", "通用设备", wang)));
            db.Add(Account("近", "330000", "食品", wang));
            await db.SaveChangesAsync();
            company.Accounts = await db.Accounts.ToDictionaryAsync(account => account.Name, account => account.Id);
            return (one.Id, other.Id);
        });
        Line[] lines =
        [
            .. Enumerable.Range(0, 6).Select(at => new Line($"大{at}", "2025-06-30", 10_000 + at, Product: at < 5 ? bearing : belt)),
            .. Enumerable.Range(0, 24).Select(at => new Line($"小{at}", "2025-06-30", 100 + at, Product: belt)),
        ];
        await company.App.GivenLinesAsync(lines);
        await company.App.LedgerWithLinesAsync(lines.Length);
        return company;
    }

    public async ValueTask DisposeAsync()
    {
        Wang.Dispose();
        Boss.Dispose();
        await App.DisposeAsync();
    }

    private static Account Account(string name, string province, string industry, User owner)
    {
        var account = new Account(AccountKind.Company, name, DateTime.UnixEpoch);
        account.Describe(new AccountDescription { IndustryText = industry, ProvinceCode = province }, DateTime.UnixEpoch);
        account.AssignTo(owner.Id, null, DateTime.UnixEpoch);
        return account;
    }
}

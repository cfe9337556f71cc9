using Jingke.Domain.Accounts;
using Jingke.Domain.People;
using Jingke.Domain.Sales;
using Jingke.Tests.Support;
using Xunit;
using static Jingke.Tests.Features.Opportunities.DueCompany;
using static Jingke.Tests.Support.GivenSales;

namespace Jingke.Tests.Features.Opportunities;

/// <summary>
/// A trade in which nobody buys the same product twice: 56 customers; each line is of a product of its own. 26 buy 轴承类 and 油封类, 甲 buys
/// 轴承类 only, 29 buy 皮带类 only. 甲 buys every 30 days, six times, last on 2025-05-19; the newest line is of 2025-06-30.
/// </summary>
public sealed class CategoryTests
{
    [Theory, EachDatabase]
    public async Task Where_products_are_too_fine_categories_stand_for_them(Database database)
    {
        await using var app = await JingkeApp.StartAsync(database);
        await GivenAsync(app);
        using var boss = await app.SignedInAsync(Role.Administrator);

        var (due, cross) = (await JsonAsync(boss, "/api/opportunities/due"), await JsonAsync(boss, "/api/opportunities/cross-selling"));
        var pages = await Task.WhenAll(
            (await boss.GetAsync("/opportunities")).TextAsync(),
            (await boss.GetAsync("/opportunities/cross-selling")).TextAsync()
        );

        Assert.True(due.GetProperty("byCategory").GetBoolean());
        Assert.Equal(["甲"], Rows(due, "name"));
        Assert.Equal(["轴承类"], Rows(due, "product"));
        Assert.Equal(["12"], Rows(due, "overdueDays"));
        Assert.True(cross.GetProperty("byCategory").GetBoolean());
        Assert.Equal(["甲"], Rows(cross, "name"));
        var suggestion = cross.GetProperty("rows")[0].GetProperty("suggestion");
        Assert.Equal("油封类", suggestion.GetProperty("product").GetString());
        Assert.Equal(26, suggestion.GetProperty("cases").GetInt32());
        Assert.Equal(27, suggestion.GetProperty("buyers").GetInt32());
        Assert.All(pages, page => Assert.Contains("产品分得太细", page, StringComparison.Ordinal));
        var category = due.GetProperty("rows")[0].GetProperty("productId").GetInt64();
        Assert.Equal(["甲"], Rows(await JsonAsync(boss, $"/api/opportunities/due?product={category}"), "name"));
    }

    private static async Task GivenAsync(JingkeApp app)
    {
        string[] names = ["甲", .. Enumerable.Range(0, 55).Select(at => $"客户{at:00}")];
        var bought = new List<(string Account, string Category, string Day)>();
        for (var order = 0; order < 6; order++)
            bought.Add(("甲", "轴承类", $"{new DateOnly(2025, 5, 19).AddDays(-30 * order):yyyy-MM-dd}"));
        for (var at = 0; at < 55; at++)
        {
            if (at < 26)
                bought.AddRange([($"客户{at:00}", "轴承类", "2025-06-01"), ($"客户{at:00}", "油封类", "2025-06-02")]);
            else
                bought.Add(($"客户{at:00}", "皮带类", "2025-06-30"));
        }

        var products = await app.WithDbAsync(async db =>
        {
            var categories = bought
                .Select(one => one.Category)
                .Distinct()
                .ToDictionary(name => name, name => new ProductCategory { Name = name });
            db.AddRange(categories.Values);
            db.AddRange(names.Select(name => new Account(AccountKind.Company, name, DateTime.UnixEpoch)));
            await db.SaveChangesAsync();
            Product[] made =
            [
                .. bought.Select(
                    (one, at) =>
                        new Product
                        {
                            Code = $"P{at}",
                            Name = $"型号{at}",
                            CategoryId = categories[one.Category].Id,
                        }
                ),
            ];
            db.AddRange(made);
            await db.SaveChangesAsync();
            return made;
        });
        Line[] lines = [.. bought.Zip(products, (one, product) => new Line(one.Account, one.Day, 100, Product: product.Id))];
        await app.GivenLinesAsync(lines);
        await app.LedgerWithLinesAsync(lines.Length);
    }
}

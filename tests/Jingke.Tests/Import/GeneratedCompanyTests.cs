using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Jingke.Domain.Imports;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Tests.Tabular;
using Xunit;

namespace Jingke.Tests.Import;

/// <summary>A generated order file through the pages of the product; the truth is worked out with LINQ over the rows that were written.</summary>
public sealed class GeneratedCompanyTests
{
    private const string Year = "period=custom&from=2025-01-01&to=2025-12-31";

    private static readonly (string Written, string Name, string Zone)[] Provinces =
    [
        ("广东省", "广东", "华南"),
        ("浙江", "浙江", "华东"),
        ("上海市", "上海", "华东"),
        ("四川省", "四川", "西南"),
        ("湖北", "湖北", "华中"),
        ("辽宁省", "辽宁", "东北"),
        ("内蒙古自治区", "内蒙古", "华北"),
    ];

    private sealed record Sale(string Order, DateOnly On, int Customer, int Place, int Product, int Quantity, decimal Amount)
    {
        public string Code => $"K{Customer:D3}";
        public string Name => $"客户{Customer:D3}有限公司";
        public string Size => Customer % 3 == 0 ? "大型" : "中型";
        public string Category => $"类别{Product % 4}";
        public (string Written, string Name, string Zone) Province => Provinces[Place];
    }

    [Theory]
    [InlineData(Database.Sqlite, "csv")]
    [InlineData(Database.Sqlite, "xlsx")]
    [InlineData(Database.Postgres, "csv")]
    [InlineData(Database.Postgres, "xlsx")]
    public async Task What_the_pages_show_is_what_the_rows_add_up_to(Database database, string extension)
    {
        var sales = Generate(new Random(42), 3_000);
        using var file = extension == "csv" ? Csv(sales) : Xlsx(sales);
        await using var app = await JingkeApp.StartAsync(database);
        using var boss = await app.SignedInAsync(Role.Administrator);

        var content = await File.ReadAllBytesAsync(file.Path, TestContext.Current.CancellationToken);
        var batch = await ImportWizard.WalkAsync(app, boss, content, "订单." + extension);
        await app.LedgerWithLinesAsync(sales.Count(sale => sale.Customer > 0));

        Assert.Equal((ImportState.Done, sales.Count, sales.Count), (batch.State, (int)batch.Read, (int)batch.Accepted));
        Assert.Equal(sales.Count(sale => sale.Customer == 0), batch.Unattributed);
        var known = sales.Where(sale => sale.Customer > 0).ToList();
        var now = known.Where(sale => sale.On.Year == 2025).ToList();
        var before = known.Where(sale => sale.On.Year == 2024).ToList();
        CheckAccounts(now, before, await JsonAsync(boss, $"/api/key-accounts?size=100&{Year}"));
        await CheckGroupsAsync(boss, "province", now, before, sale => sale.Province.Name);
        await CheckGroupsAsync(boss, "zone", now, before, sale => sale.Province.Zone);
        await CheckGroupsAsync(boss, "category", now, before, sale => sale.Category);
        await CheckGroupsAsync(boss, "product", now, before, sale => $"产品{sale.Product:D2}");
        await CheckGroupsAsync(boss, "size", now, before, sale => sale.Size);
        CheckOverview(sales, await JsonAsync(boss, $"/api/analysis/overview?{Year}"));
        await CheckPagesAsync(boss, now);
    }

    private static void CheckAccounts(List<Sale> now, List<Sale> before, JsonElement shown)
    {
        var total = now.Sum(sale => sale.Amount);
        var truth = now.GroupBy(sale => sale.Code).ToDictionary(account => account.Key, account => account.ToList());
        var sums = truth.ToDictionary(account => account.Key, account => account.Value.Sum(sale => sale.Amount));
        Assert.Equal(total, shown.GetProperty("netSales").GetDecimal());
        Assert.Equal(truth.Count, shown.GetProperty("accounts").GetInt32());
        var rows = shown.GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(truth.Count, rows.Count);
        var running = 0m;
        foreach (var row in rows)
        {
            var code = row.GetProperty("code").GetString()!;
            running += sums[code];
            Assert.Equal(truth[code][0].Name, row.GetProperty("name").GetString());
            Assert.Equal(sums[code], row.GetProperty("netSales").GetDecimal());
            Assert.Equal(sums.Values.Count(sum => sum > sums[code]) + 1, row.GetProperty("rank").GetInt32());
            Assert.Equal((double)(sums[code] / total), row.GetProperty("share").GetDouble(), 9);
            Assert.Equal((double)(running / total), row.GetProperty("cumulativeShare").GetDouble(), 9);
            Assert.Equal(OrdersOf(truth[code]), row.GetProperty("orders").GetInt32());
            Assert.Equal(
                before.Where(sale => sale.Code == code).Sum(sale => sale.Amount),
                row.GetProperty("previousNetSales").GetDecimal()
            );
        }
        var best = sums.Values.OrderDescending().Take((sums.Count + 4) / 5).Sum();
        Assert.Equal((double)(best / total), shown.GetProperty("top20PercentShare").GetDouble(), 9);
        Assert.Equal((double)sums.Values.Sum(sum => sum / total * (sum / total)), shown.GetProperty("herfindahl").GetDouble(), 9);
    }

    private static async Task CheckGroupsAsync(HttpClient boss, string word, List<Sale> now, List<Sale> before, Func<Sale, string> of)
    {
        var shown = await JsonAsync(boss, $"/api/analysis/by/{word}?size=100&{Year}");
        var total = now.Sum(sale => sale.Amount);
        Assert.Equal(now.Concat(before).Select(of).Distinct().Count(), shown.GetProperty("rows").GetArrayLength());
        foreach (var row in shown.GetProperty("rows").EnumerateArray())
        {
            var name = row.GetProperty("name").GetString()!;
            var group = now.Where(sale => of(sale) == name).ToList();
            Assert.Equal(group.Sum(sale => sale.Amount), row.GetProperty("netSales").GetDecimal());
            Assert.Equal(group.Select(sale => sale.Code).Distinct().Count(), row.GetProperty("accounts").GetInt32());
            Assert.Equal((double)(group.Sum(sale => sale.Amount) / total), row.GetProperty("share").GetDouble(), 9);
            Assert.Equal(before.Where(sale => of(sale) == name).Sum(sale => sale.Amount), row.GetProperty("previousNetSales").GetDecimal());
        }
    }

    private static void CheckOverview(List<Sale> sales, JsonElement shown)
    {
        var known = sales.Where(sale => sale.Customer > 0).ToList();
        Assert.Equal(
            sales.Where(sale => sale.Customer == 0 && sale.On.Year == 2025).Sum(sale => sale.Amount),
            shown.GetProperty("unattributedSales").GetDecimal()
        );
        var years = shown.GetProperty("years").EnumerateArray().ToList();
        Assert.Equal(known.Select(sale => sale.On.Year).Distinct().Order(), years.Select(year => year.GetProperty("year").GetInt32()));
        foreach (var year in years)
        {
            var lines = known.Where(sale => sale.On.Year == year.GetProperty("year").GetInt32()).ToList();
            Assert.Equal(lines.Sum(sale => sale.Amount), year.GetProperty("netSales").GetDecimal());
            Assert.Equal(lines.Select(sale => sale.Code).Distinct().Count(), year.GetProperty("accounts").GetInt32());
            Assert.Equal(OrdersOf(lines), year.GetProperty("orders").GetInt32());
        }
    }

    private static async Task CheckPagesAsync(HttpClient boss, List<Sale> now)
    {
        var keyAccounts = await (await boss.GetAsync($"/key-accounts?{Year}")).TextAsync();
        var provinces = await (await boss.GetAsync($"/analysis/by/province?{Year}")).TextAsync();

        Assert.Contains($"净销售额 {now.Sum(sale => sale.Amount):N2} 元", keyAccounts);
        foreach (var account in now.GroupBy(sale => sale.Name).OrderByDescending(account => account.Sum(sale => sale.Amount)).Take(10))
        {
            Assert.Contains(account.Key, keyAccounts);
            Assert.Contains($"{account.Sum(sale => sale.Amount):N2}", keyAccounts);
        }
        foreach (var province in now.GroupBy(sale => sale.Province.Name))
            Assert.Contains($"{province.Sum(sale => sale.Amount):N2}", provinces);
    }

    // An order is a number of one account whose lines add up to more than nothing.
    private static int OrdersOf(List<Sale> sales) =>
        sales.GroupBy(sale => (sale.Order, sale.Code)).Count(order => order.Sum(sale => sale.Amount) > 0);

    private static List<Sale> Generate(Random random, int count)
    {
        var sales = new List<Sale>();
        while (sales.Count < count)
        {
            // An order number belongs to a day, but two customers may have the same one.
            var (order, on) = ($"SO{sales.Count / 5:D5}", new DateOnly(2023, 1, 1).AddDays(random.Next(1_096)));
            var customer = random.Next(40) == 0 ? 0 : 1 + (int)(Math.Pow(random.NextDouble(), 2) * 80);
            for (var line = random.Next(4); line >= 0; line--)
            {
                var place = random.Next(7) == 0 ? random.Next(Provinces.Length) : customer % Provinces.Length;
                var isReturn = random.Next(12) == 0;
                var (quantity, price) = (random.Next(1, 40), random.Next(100, 90_000) / 100m);
                sales.Add(
                    new(
                        order,
                        on,
                        customer,
                        place,
                        random.Next(20),
                        isReturn ? -quantity : quantity,
                        isReturn ? -quantity * price : quantity * price
                    )
                );
            }
        }
        // The newest line says how far the data go.
        sales.Add(new("SO99999", new DateOnly(2025, 12, 31), 1, 1, 1, 1, 10.01m));
        return sales;
    }

    private static readonly string[] Header =
    [
        "订单号",
        "订单日期",
        "客户编号",
        "客户名称",
        "客户规模",
        "省/自治区",
        "产品名称",
        "类别",
        "数量",
        "销售额",
    ];

    // Amounts as people write them: grouped, and in brackets when they are returns.
    private static Sheet Csv(List<Sale> sales)
    {
        var text = new StringBuilder(string.Join(',', Header)).Append('\n');
        foreach (var sale in sales)
        {
            var amount = sale.Amount < 0 ? $"\"({-sale.Amount:N2})\"" : $"\"{sale.Amount:N2}\"";
            text.AppendJoin(',', [.. Texts(sale), sale.Quantity, amount]).Append('\n');
        }
        return Sheet.Of(text.ToString());
    }

    private static Sheet Xlsx(List<Sale> sales) =>
        Workbooks.Of(("订单", [Header, .. sales.Select(sale => (object?[])[.. Texts(sale), (double)sale.Quantity, (double)sale.Amount])]));

    private static object?[] Texts(Sale sale) =>
        [
            sale.Order,
            sale.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            sale.Customer == 0 ? "" : sale.Code,
            sale.Customer == 0 ? "" : sale.Name,
            sale.Customer == 0 ? "" : sale.Size,
            sale.Province.Written,
            $"产品{sale.Product:D2}",
            sale.Category,
        ];

    private static Task<JsonElement> JsonAsync(HttpClient client, string address) =>
        client.GetFromJsonAsync<JsonElement>(address, TestContext.Current.CancellationToken);
}

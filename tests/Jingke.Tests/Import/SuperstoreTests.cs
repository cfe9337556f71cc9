using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jingke.Domain.Imports;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Tests.Tabular;
using Xunit;

namespace Jingke.Tests.Import;

/// <summary>A known file, brought in through the pages as people do, against figures that another program computed.</summary>
public sealed partial class SuperstoreTests
{
    private const string AllOfIt = "period=custom&from=2014-01-01&to=2017-12-31";

    [Theory]
    [InlineData(Database.Sqlite, "orders.csv")]
    [InlineData(Database.Sqlite, "original.xls")]
    [InlineData(Database.Postgres, "orders.csv")]
    [InlineData(Database.Postgres, "original.xls")]
    public async Task The_superstore_shows_its_expected_figures_on_every_page(Database database, string name)
    {
        var file = await File.ReadAllBytesAsync(DataSets.PathOf("superstore_cn/" + name), TestContext.Current.CancellationToken);
        using var expected = JsonDocument.Parse(
            await File.ReadAllTextAsync(DataSets.PathOf("superstore_cn/expected.json"), TestContext.Current.CancellationToken)
        );
        var truth = expected.RootElement;
        await using var app = await JingkeApp.StartAsync(database);
        using var boss = await app.SignedInAsync(Role.Administrator);

        var batch = await ImportWizard.WalkAsync(app, boss, file, name);
        await app.LedgerWithLinesAsync(10_000);

        Assert.Equal((ImportState.Done, 10_000, 10_000, 0), (batch.State, batch.Read, batch.Accepted, batch.Rejected));
        Assert.Equal(truth.GetProperty("customers_by_id").GetInt32(), batch.AccountsCreated);
        CheckKeyAccounts(truth, await JsonAsync(boss, $"/api/key-accounts?size=100&{AllOfIt}"));
        foreach (
            var (word, key) in new[]
            {
                ("region", "by_region_地区"),
                ("province", "by_province_省/自治区"),
                ("category", "by_category_类别"),
            }
        )
            CheckGroups(truth.GetProperty(key), await JsonAsync(boss, $"/api/analysis/by/{word}?size=50&{AllOfIt}"));
        CheckOverview(truth, await JsonAsync(boss, $"/api/analysis/overview?{AllOfIt}"));
        await CheckPagesAsync(truth, boss);
    }

    private static void CheckKeyAccounts(JsonElement truth, JsonElement shown)
    {
        SameToTheFen(truth.GetProperty("total_sales"), shown.GetProperty("netSales"));
        Assert.Equal(truth.GetProperty("customers_by_id").GetInt32(), shown.GetProperty("accounts").GetInt32());
        var pareto = truth.GetProperty("pareto");
        Assert.Equal(pareto.GetProperty("top20pct_share").GetDouble(), shown.GetProperty("top20PercentShare").GetDouble(), 6);
        Assert.Equal(pareto.GetProperty("customers_needed_for_80pct").GetInt32(), shown.GetProperty("accountsFor80Percent").GetInt32());
        Assert.Equal(truth.GetProperty("hhi_customers").GetDouble(), shown.GetProperty("herfindahl").GetDouble(), 8);
        Assert.Equal(truth.GetProperty("gini_customers").GetDouble(), shown.GetProperty("gini").GetDouble(), 6);
        var (total, running) = (truth.GetProperty("total_sales").GetDouble(), 0.0);
        foreach (var (rank, account) in truth.GetProperty("top10_customers").EnumerateArray().Index())
        {
            var row = shown.GetProperty("rows")[rank];
            var sales = account.GetProperty("销售额");
            running += sales.GetDouble();
            Assert.Equal(account.GetProperty("客户 ID").GetString(), row.GetProperty("code").GetString());
            Assert.Equal(rank + 1, row.GetProperty("rank").GetInt32());
            SameToTheFen(sales, row.GetProperty("netSales"));
            Assert.Equal(sales.GetDouble() / total, row.GetProperty("share").GetDouble(), 6);
            Assert.Equal(running / total, row.GetProperty("cumulativeShare").GetDouble(), 6);
        }
        Assert.Equal(pareto.GetProperty("top10_share").GetDouble(), running / total, 6);
    }

    private static void CheckGroups(JsonElement truth, JsonElement shown)
    {
        Assert.Equal(truth.EnumerateObject().Count(), shown.GetProperty("rows").GetArrayLength());
        foreach (var row in shown.GetProperty("rows").EnumerateArray())
        {
            var group = truth.GetProperty(row.GetProperty("name").GetString()!);
            SameToTheFen(group.GetProperty("sales"), row.GetProperty("netSales"));
            Assert.Equal(group.GetProperty("customers").GetInt32(), row.GetProperty("accounts").GetInt32());
            Assert.Equal(group.GetProperty("share").GetDouble(), row.GetProperty("share").GetDouble(), 6);
        }
    }

    private static void CheckOverview(JsonElement truth, JsonElement shown)
    {
        SameToTheFen(truth.GetProperty("total_sales"), shown.GetProperty("netSales"));
        Assert.Equal(truth.GetProperty("distinct_order_customer_pairs").GetInt64(), shown.GetProperty("orders").GetInt64());
        var years = shown.GetProperty("years").EnumerateArray().ToList();
        Assert.Equal(truth.GetProperty("by_year").EnumerateObject().Count(), years.Count);
        foreach (var year in years)
        {
            var one = truth.GetProperty("by_year").GetProperty($"{year.GetProperty("year").GetInt32()}");
            SameToTheFen(one.GetProperty("sales"), year.GetProperty("netSales"));
            Assert.Equal(one.GetProperty("active_customers").GetInt32(), year.GetProperty("accounts").GetInt32());
            if (year.GetProperty("year").GetInt32() == 2017)
            {
                // The data end a day before the year does, so it is compared with the same days of the year before.
                var before = SumOf2016Until(new(2016, 12, 30));
                Assert.Equal(
                    (double)(one.GetProperty("sales").GetDecimal() / before - 1),
                    year.GetProperty("change").GetProperty("value").GetDouble(),
                    6
                );
            }
            else if (one.GetProperty("yoy").ValueKind == JsonValueKind.Number)
                Assert.Equal(one.GetProperty("yoy").GetDouble(), year.GetProperty("change").GetProperty("value").GetDouble(), 6);
        }
    }

    // The file has commas inside quotes, but no line breaks.
    private static decimal SumOf2016Until(DateOnly last) =>
        File.ReadLines(DataSets.PathOf("superstore_cn/orders.csv"))
            .Skip(1)
            .Select(line => Cell().Matches(line).Select(cell => cell.Groups[1].Value).ToArray())
            .Where(cells => DateOnly.Parse(cells[2], CultureInfo.InvariantCulture) is { Year: 2016 } day && day <= last)
            .Sum(cells => decimal.Parse(cells[16], NumberStyles.Float, CultureInfo.InvariantCulture));

    [GeneratedRegex("(?:^|,)(\"(?:[^\"]|\"\")*\"|[^,]*)")]
    private static partial Regex Cell();

    // What a person reads: the same figures, written out.
    private static async Task CheckPagesAsync(JsonElement truth, HttpClient boss)
    {
        var keyAccounts = await (await boss.GetAsync($"/key-accounts?{AllOfIt}")).TextAsync();
        var analysis = await (await boss.GetAsync($"/analysis?{AllOfIt}")).TextAsync();
        var regions = await (await boss.GetAsync($"/analysis/by/region?{AllOfIt}")).TextAsync();

        Assert.Contains("净销售额 16,117,548.24 元", keyAccounts);
        Assert.Contains("790", keyAccounts);
        foreach (var account in truth.GetProperty("top10_customers").EnumerateArray())
            Assert.Contains($"{account.GetProperty("销售额").GetDecimal():N2}", keyAccounts);
        Assert.Contains("16,117,548.24", analysis);
        foreach (var region in truth.GetProperty("by_region_地区").EnumerateObject())
        {
            Assert.Contains(region.Name, regions);
            Assert.Contains($"{region.Value.GetProperty("sales").GetDecimal():N2}", regions);
        }
    }

    private static Task<JsonElement> JsonAsync(HttpClient client, string address) =>
        client.GetFromJsonAsync<JsonElement>(address, TestContext.Current.CancellationToken);

    // The expected figures are rounded from binary sums, so half a fen may have gone either way.
    private static void SameToTheFen(JsonElement expected, JsonElement shown) =>
        Assert.True(Math.Abs(expected.GetDecimal() - shown.GetDecimal()) <= 0.005m, $"{expected} was expected, {shown} is shown.");
}

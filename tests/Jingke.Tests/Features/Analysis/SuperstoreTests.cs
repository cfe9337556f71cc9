using System.Text.Json;
using Jingke.Domain.People;
using Jingke.Tests.Support;
using Jingke.Tests.Tabular;
using Jingke.Web.Features.Import.CommandLine;
using Xunit;
using static Jingke.Tests.Features.Analysis.SmallCompany;

namespace Jingke.Tests.Features.Analysis;

/// <summary>A known file, imported as people do, against figures computed by another program.</summary>
public sealed class SuperstoreTests
{
    private const string AllOfIt = "period=custom&from=2014-01-01&to=2017-12-30";

    [Theory, EachDatabase]
    public async Task The_superstore_shows_its_expected_regions_provinces_categories_and_years(Database database)
    {
        using var expected = JsonDocument.Parse(
            await File.ReadAllTextAsync(DataSets.PathOf("superstore_cn/expected.json"), TestContext.Current.CancellationToken)
        );
        await using var app = await JingkeApp.StartAsync(database);
        using var boss = await app.SignedInAsync(Role.Executive);

        var code = await ImportVerb.RunAsync([
            DataSets.PathOf("superstore_cn/orders.csv"),
            "--data",
            app.DataFolder,
            "--database",
            app.DatabaseArgument,
        ]);
        await app.LedgerWithLinesAsync(10_000);

        Assert.Equal(0, code);
        foreach (
            var (word, key) in new[]
            {
                ("region", "by_region_地区"),
                ("province", "by_province_省/自治区"),
                ("category", "by_category_类别"),
            }
        )
        {
            var shown = await JsonAsync(boss, $"/api/analysis/by/{word}?size=50&{AllOfIt}");
            var truth = expected.RootElement.GetProperty(key);
            Assert.Equal(truth.EnumerateObject().Count(), shown.GetProperty("rows").GetArrayLength());
            foreach (var row in shown.GetProperty("rows").EnumerateArray())
            {
                var group = truth.GetProperty(row.GetProperty("name").GetString()!);
                AssertToTheFen(group.GetProperty("sales").GetDecimal(), row.GetProperty("netSales").GetDecimal());
                Assert.Equal(group.GetProperty("customers").GetInt32(), row.GetProperty("accounts").GetInt32());
                Assert.Equal(group.GetProperty("share").GetDouble(), row.GetProperty("share").GetDouble(), 6);
            }
        }

        var overview = await JsonAsync(boss, $"/api/analysis/overview?{AllOfIt}");
        AssertToTheFen(expected.RootElement.GetProperty("total_sales").GetDecimal(), overview.GetProperty("netSales").GetDecimal());
        Assert.Equal(
            expected.RootElement.GetProperty("distinct_order_customer_pairs").GetInt64(),
            overview.GetProperty("orders").GetInt64()
        );
        foreach (var year in overview.GetProperty("years").EnumerateArray())
        {
            var truth = expected.RootElement.GetProperty("by_year").GetProperty($"{year.GetProperty("year").GetInt32()}");
            AssertToTheFen(truth.GetProperty("sales").GetDecimal(), year.GetProperty("netSales").GetDecimal());
            Assert.Equal(truth.GetProperty("active_customers").GetInt32(), year.GetProperty("accounts").GetInt32());
        }
    }

    // The expected figures are rounded from binary sums, so half a fen may have gone either way.
    private static void AssertToTheFen(decimal expected, decimal shown) =>
        Assert.True(Math.Abs(expected - shown) <= 0.005m, $"{expected} was expected, {shown} is shown.");
}

using System.IO.Compression;
using System.Text.Json;
using Jingke.Tests.Tabular;
using Xunit;

namespace Jingke.Tests.Analyze;

/// <summary>The command on real files, held against numbers that pandas worked out.</summary>
public class KnownDataTests
{
    [Theory]
    [InlineData("superstore_cn/orders.csv")]
    [InlineData("superstore_cn/original.xls")]
    public async Task The_superstore_agrees_with_its_expected_figures_to_the_fen(string name)
    {
        using var expected = JsonDocument.Parse(
            await File.ReadAllTextAsync(DataSets.PathOf("superstore_cn/expected.json"), TestContext.Current.CancellationToken)
        );
        var truth = expected.RootElement;

        var run = await Analyzed.JsonAsync(DataSets.PathOf(name), "--from", "2014-01-01", "--to", "2017-12-31");

        Assert.Equal(10_000, run.Count("lines.accepted"));
        Assert.Equal("2017-12-30", run["asOf"].GetString());
        Same(truth.GetProperty("total_sales"), run.Money("totals.netSales"));
        Same(truth.GetProperty("total_sales"), run.Money("allTime.netSales"));
        Assert.Equal(truth.GetProperty("customers_by_id").GetInt32(), run.Count("totals.accounts"));
        Assert.Equal(truth.GetProperty("distinct_order_customer_pairs").GetInt32(), run.Count("totals.orders"));
        Assert.Equal("2014-01-01", run["allTime.from"].GetString());
        Assert.Equal("2017-12-30", run["allTime.to"].GetString());
        var pareto = truth.GetProperty("pareto");
        Assert.Equal(pareto.GetProperty("top20pct_share").GetDouble(), run["pareto.top20PercentShare"].GetDouble(), 6);
        Assert.Equal(pareto.GetProperty("customers_needed_for_80pct").GetInt32(), run.Count("pareto.accountsFor80Percent"));
        Assert.Equal(truth.GetProperty("hhi_customers").GetDouble(), run["pareto.herfindahl"].GetDouble(), 8);
        Assert.Equal(truth.GetProperty("gini_customers").GetDouble(), run["pareto.gini"].GetDouble(), 6);
        foreach (var (rank, account) in truth.GetProperty("top10_customers").EnumerateArray().Index())
        {
            Assert.Equal(account.GetProperty("客户 ID").GetString(), run[$"top.{rank}.code"].GetString());
            Same(account.GetProperty("销售额"), run.Money($"top.{rank}.netSales"));
        }
        Groups(truth.GetProperty("by_region_地区"), run, "by.region");
        Groups(truth.GetProperty("by_province_省/自治区"), run, "by.province");
        Groups(truth.GetProperty("by_category_类别"), run, "by.category");
    }

    [Fact]
    public async Task The_years_of_the_superstore_are_those_of_its_expected_figures()
    {
        using var expected = JsonDocument.Parse(
            await File.ReadAllTextAsync(DataSets.PathOf("superstore_cn/expected.json"), TestContext.Current.CancellationToken)
        );
        var years = expected.RootElement.EnumerateObject().Single(property => property.Name == "by_year").Value;

        var run = await Analyzed.JsonAsync(DataSets.PathOf("superstore_cn/orders.csv"));

        foreach (var year in run["years"].EnumerateArray())
        {
            var truth = years.GetProperty(year.GetProperty("year").GetInt32().ToString(System.Globalization.CultureInfo.InvariantCulture));
            Same(truth.GetProperty("sales"), year.GetProperty("netSales").GetDecimal());
            Assert.Equal(truth.GetProperty("active_customers").GetInt32(), year.GetProperty("accounts").GetInt32());
            if (truth.GetProperty("yoy").ValueKind == JsonValueKind.Number)
                Assert.Equal(truth.GetProperty("yoy").GetDouble(), year.GetProperty("yoy").GetDouble(), 6);
        }
    }

    [Fact]
    public async Task The_cdnow_master_file_is_analysed_through_a_mapping()
    {
        using var unpacked = new MemoryStream();
        using (var packed = new GZipStream(File.OpenRead(DataSets.PathOf("cdnow/CDNOW_master.txt.gz")), CompressionMode.Decompress))
            packed.CopyTo(unpacked);
        using var sales = Sheet.OfBytes(unpacked.ToArray(), "txt");
        using var mapping = Sheet.Of(
            """{"delimiter":"blank","header":true,"columns":{"date":"date","account":"customer_id","quantity":"number_of_cds","amount":"dollar_value"},"dateOrder":"ymd"}""",
            extension: "json"
        );

        var run = await Analyzed.JsonAsync(sales.Path, "--mapping", mapping.Path);
        var calibration = await Analyzed.JsonAsync(sales.Path, "--mapping", mapping.Path, "--as-of", "1997-09-30");

        Assert.Equal(69_659, run.Count("lines.read"));
        Assert.Equal(69_659, run.Count("lines.accepted"));
        Assert.Equal(23_570, run.Count("allTime.accounts"));
        Assert.Equal(2_500_315.63m, run.Money("allTime.netSales"));
        Assert.Equal(23_570, calibration.Count("lifetime.accounts"));
        Assert.Equal(-95_368.444, calibration["lifetime.logLikelihood"].GetDouble(), 0.01);
        foreach (var (name, value) in new[] { ("r", 0.2516), ("alpha", 4.7889), ("a", 0.7234), ("b", 2.1611) })
            Assert.Equal(value, calibration[$"lifetime.{name}"].GetDouble(), 5e-4 * value);
    }

    private static void Groups(JsonElement truth, Analyzed run, string path)
    {
        Assert.Equal(truth.EnumerateObject().Count(), run[path].GetArrayLength());
        foreach (var group in truth.EnumerateObject())
        {
            var found = run.Named(path, group.Name);
            Same(group.Value.GetProperty("sales"), found.GetProperty("netSales").GetDecimal());
            Assert.Equal(group.Value.GetProperty("customers").GetInt32(), found.GetProperty("accounts").GetInt32());
            Assert.Equal(group.Value.GetProperty("share").GetDouble(), found.GetProperty("share").GetDouble(), 6);
        }
    }

    private static void Same(JsonElement expected, decimal actual) => Assert.InRange(actual - expected.GetDecimal(), -0.01m, 0.01m);
}

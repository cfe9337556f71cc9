using System.Net;
using Jingke.Tests.Support;
using Xunit;
using static Jingke.Tests.Features.Analysis.SmallCompany;

namespace Jingke.Tests.Features.Analysis;

public sealed class FigureTests
{
    [Theory, EachDatabase]
    public async Task The_overview_tells_totals_months_and_years(Database database)
    {
        await using var company = await StartAsync(database);

        var overview = await JsonAsync(company.Boss, "/api/analysis/overview");
        var page = WebUtility.HtmlDecode(await company.Boss.GetStringAsync("/analysis", TestContext.Current.CancellationToken));

        Assert.Equal(1150m, overview.GetProperty("netSales").GetDecimal());
        Assert.Equal(3, overview.GetProperty("accounts").GetInt32());
        Assert.Equal(6, overview.GetProperty("orders").GetInt32());
        Assert.Equal(0.4375, overview.GetProperty("change").GetProperty("value").GetDouble(), 10);
        Assert.Equal(12, overview.GetProperty("months").GetArrayLength());
        Assert.Equal(
            ["2024 950", "2025 1000"],
            overview
                .GetProperty("years")
                .EnumerateArray()
                .Select(year => $"{year.GetProperty("year")} {year.GetProperty("netSales").GetDecimal():0}")
        );
        Assert.Contains("1,150.00", page, StringComparison.Ordinal);
        Assert.Contains("+43.8%", page, StringComparison.Ordinal);
        Assert.Contains("流失客户 1 家", page, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Sales_are_broken_down_by_region_attribute_product_and_owner(Database database)
    {
        await using var company = await StartAsync(database);

        async Task<string[]> By(string dimension) =>
            Rows(await JsonAsync(company.Boss, $"/api/analysis/by/{dimension}"), "name", "accounts", "netSales");

        Assert.Equal(["广东 1 500", "未填写 1 400", "浙江 1 200", "上海 1 30", "火星 1 20"], await By("region"));
        Assert.Equal(["华南 1 500", "未填写 2 420", "华东 2 230"], await By("zone"));
        Assert.Equal(["中型 1 550", "未填写 1 400", "大型 1 200"], await By("size"));
        Assert.Equal(["民营 2 750", "未填写 1 400", "国有 0 0"], await By("ownership"));
        Assert.Equal(["食品 1 550", "未填写 1 400", "通用设备 1 200"], await By("industry"));
        Assert.Equal(["零件 2 650", "未填写 3 500"], await By("category"));
        Assert.Equal(["齿轮 2 650", "轴承 3 500"], await By("product"));
        Assert.Equal(["王 1 550", "未分配 1 400", "李 1 200"], await By("owner"));
    }

    [Theory, EachDatabase]
    public async Task Every_figure_of_a_breakdown_leads_to_accounts_that_add_up_to_it(Database database)
    {
        await using var company = await StartAsync(database);

        foreach (
            var dimension in new[]
            {
                "region",
                "zone",
                "province",
                "city",
                "size",
                "industry",
                "ownership",
                "category",
                "product",
                "owner",
                "team",
            }
        )
        {
            var breakdown = await JsonAsync(company.Boss, $"/api/analysis/by/{dimension}");
            foreach (var row in breakdown.GetProperty("rows").EnumerateArray())
            {
                var key = Uri.EscapeDataString(row.GetProperty("key").GetString()!);
                var accounts = await JsonAsync(company.Boss, $"/api/analysis/accounts?dimension={dimension}&group={key}");
                var listed = accounts.GetProperty("rows").EnumerateArray().ToList();

                Assert.Equal(row.GetProperty("accounts").GetInt32(), listed.Count);
                Assert.Equal(row.GetProperty("netSales").GetDecimal(), listed.Sum(each => each.GetProperty("netSales").GetDecimal()));
                Assert.Equal(row.GetProperty("netSales").GetDecimal(), accounts.GetProperty("netSales").GetDecimal());
            }
        }
    }

    [Theory, EachDatabase]
    public async Task A_group_lists_who_left_it_too(Database database)
    {
        await using var company = await StartAsync(database);

        var active = await JsonAsync(company.Boss, "/api/analysis/accounts?dimension=province&group=310000");
        var lost = await JsonAsync(company.Boss, "/api/analysis/accounts?dimension=province&group=310000&show=lost");

        Assert.Equal(["珠江食品 30"], Rows(active, "name", "netSales"));
        Assert.Equal(["浦江电气 300"], Rows(lost, "name", "previousNetSales"));
    }

    [Theory, EachDatabase]
    public async Task The_map_names_empty_provinces_and_counts_what_is_on_no_tile(Database database)
    {
        await using var company = await StartAsync(database);

        var map = await JsonAsync(company.Boss, "/api/analysis/map");
        var page = WebUtility.HtmlDecode(await company.Boss.GetStringAsync("/analysis/map", TestContext.Current.CancellationToken));

        Assert.Equal(3, map.GetProperty("unplaced").GetProperty("lines").GetInt64());
        Assert.Equal(420m, map.GetProperty("unplaced").GetProperty("netSales").GetDecimal());
        Assert.Equal(31, map.GetProperty("empty").GetArrayLength());
        Assert.Contains("3 行销售不在图上", page, StringComparison.Ordinal);
        Assert.Contains("火星", page, StringComparison.Ordinal);
        Assert.Contains("/analysis/map?province=440000", page, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Performance_is_told_by_account_product_and_year(Database database)
    {
        await using var company = await StartAsync(database);

        var all = await JsonAsync(company.Boss, "/api/analysis/performance");
        var one = await JsonAsync(company.Boss, $"/api/analysis/performance?account={company.Accounts["东海机械"]}&year=each");
        var gears = await JsonAsync(company.Boss, $"/api/analysis/performance?product={company.Products.Gear}&year=2024");

        Assert.Equal(
            ["珠江食品 齿轮 500 1", "秦岭药业 轴承 400 2", "东海机械 齿轮 150 3"],
            all.GetProperty("rows").EnumerateArray().Take(3).Select(Told)
        );
        Assert.Equal(1150m, all.GetProperty("netSales").GetDecimal());
        Assert.Equal(["2025 50", "2025 0", "2024 250"], Rows(one, "year", "netSales"));
        Assert.Equal(["浦江电气 齿轮 300 1", "东海机械 齿轮 250 2"], gears.GetProperty("rows").EnumerateArray().Select(Told));

        static string Told(System.Text.Json.JsonElement row) =>
            $"{row.GetProperty("account").GetProperty("name")} {row.GetProperty("product").GetProperty("name")} {row.GetProperty("netSales")} {row.GetProperty("rank")}";
    }

    [Theory, EachDatabase]
    public async Task Performance_is_found_by_part_of_a_name(Database database)
    {
        await using var company = await StartAsync(database);

        var found = await JsonAsync(company.Boss, $"/api/analysis/performance?customer={Uri.EscapeDataString("东海")}&item=p2");

        var row = Assert.Single(found.GetProperty("rows").EnumerateArray());
        Assert.Equal("轴承", row.GetProperty("product").GetProperty("name").GetString());
    }

    [Theory, EachDatabase]
    public async Task Extremes_state_their_floor_and_take_another(Database database)
    {
        await using var company = await StartAsync(database);

        var usual = await JsonAsync(company.Boss, "/api/analysis/extremes");
        var low = await JsonAsync(company.Boss, "/api/analysis/extremes?floor=50");

        Assert.Equal(300m, usual.GetProperty("floor").GetDecimal());
        Assert.Empty(usual.GetProperty("growth").EnumerateArray());
        Assert.Equal("浦江电气", Assert.Single(usual.GetProperty("decline").EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal("东海机械", Assert.Single(low.GetProperty("growth").EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal(
            ["珠江食品", "秦岭药业", "东海机械"],
            usual.GetProperty("top").EnumerateArray().Select(each => each.GetProperty("name").GetString())
        );
    }

    [Theory, EachDatabase]
    public async Task The_chosen_period_is_kept_by_every_link(Database database)
    {
        await using var company = await StartAsync(database);

        var page = await company.Boss.GetStringAsync(
            "/analysis/by/size?period=custom&from=2025-01-01&to=2025-03-31",
            TestContext.Current.CancellationToken
        );
        var answer = await JsonAsync(company.Boss, "/api/analysis/by/size?period=custom&from=2025-01-01&to=2025-03-31");

        Assert.Equal(550m, answer.GetProperty("netSales").GetDecimal());
        foreach (var link in new[] { "/analysis/map?", "/analysis/performance?", "/analysis/extremes?", "/analysis/accounts?" })
            Assert.Contains($"{link}period=custom&amp;from=2025-01-01&amp;to=2025-03-31", page, StringComparison.Ordinal);
    }
}

using System.Net;
using Jingke.Web.Common;
using Jingke.Web.Common.Charts;
using Jingke.Web.Common.Components;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace Jingke.Tests.Common;

public sealed class ComponentTests
{
    private sealed record Row(string Name, long Sales);

    [Fact]
    public async Task A_column_of_figures_is_sorted_largest_first_and_turned_round_by_the_next_click()
    {
        var unsorted = await TableAsync("/accounts?q=a&page=3", sort: null);
        var sorted = await TableAsync("/accounts?q=a&sort=-sales&page=3", new Sort("sales", Descending: true));

        Assert.Contains("href=\"/accounts?q=a&sort=-sales\"", unsorted);
        Assert.Contains("href=\"/accounts?q=a&sort=name\"", unsorted);
        Assert.Contains("href=\"/accounts?q=a&sort=sales\"", sorted);
        Assert.Contains("aria-sort=\"descending\"", sorted);
    }

    [Fact]
    public async Task A_row_leads_to_its_page_and_a_name_cannot_become_markup()
    {
        var html = await TableAsync("/accounts", sort: null);

        Assert.Contains("<a class=\"row-link\" href=\"/accounts/1\">&lt;b&gt;东海&lt;/b&gt;</a>", html);
        Assert.Contains("<caption class=\"visually-hidden\">客户</caption>", html);
        Assert.Contains("<span class=\"unit\">元</span>", html);
    }

    [Fact]
    public async Task A_pager_says_how_many_and_links_only_to_pages_that_exist()
    {
        var first = await PagerAsync(new Page<int>([], 1, 25, 60));
        var last = await PagerAsync(new Page<int>([], 3, 25, 60));
        var unknown = await PagerAsync(new Page<int>([], 400, 25, 10_000, IsAtLeast: true));

        Assert.Contains("共 60 条", first);
        Assert.Contains("第 1 / 3 页", first);
        Assert.DoesNotContain("aria-label=\"上一页\"", first);
        Assert.Contains("href=\"/accounts?q=a&page=2\"", first);
        Assert.DoesNotContain("aria-label=\"下一页\"", last);
        Assert.Contains("超过 10,000 条", unknown);
        Assert.Contains("href=\"/accounts?q=a&page=401\"", unknown);
    }

    [Fact]
    public async Task The_tab_whose_address_says_most_of_the_page_is_the_current_one()
    {
        IReadOnlyList<Tab> tabs =
        [
            new("概况", "/accounts/1"),
            new("订单", "/accounts/1?tab=orders"),
            new("联系人", "/accounts/1?tab=contacts"),
        ];

        var html = await Rendered.AtAsync<Tabs>("/accounts/1?tab=orders&page=2", new() { ["Label"] = "客户", ["Items"] = tabs });

        Assert.Equal(1, html.Split("aria-current=\"page\"").Length - 1);
        Assert.Contains("href=\"/accounts/1?tab=orders\" aria-current=\"page\"", html);
    }

    [Fact]
    public async Task A_chart_has_the_same_figures_as_a_table_with_links_to_the_rows()
    {
        var model = new ChartModel(
            ChartKind.Bar,
            "月份",
            ["01", "02"],
            ChartSeries.Money("销售额", [12_345_000L, 0]) with
            {
                Links = ["/accounts?month=1", null],
            }
        )
        {
            Unit = "元",
        };

        var html = await Rendered.AtAsync<Chart>("/", new() { ["Title"] = "各月销售额", ["Model"] = model });

        Assert.Contains("<td class=\"num\">1,234.50</td>", html);
        Assert.Contains("<a href=\"/accounts?month=1\">01</a>", html);
        Assert.Contains("单位：元", html);
    }

    [Fact]
    public async Task The_map_shows_every_province_and_links_those_with_customers()
    {
        var html = await Rendered.AtAsync<ChinaMap>(
            "/",
            new()
            {
                ["Title"] = "各省客户数",
                ["Unit"] = "家",
                ["Values"] = new List<MapValue> { new("440000", 12, "/accounts?province=440000"), new("330000", 3) },
            }
        );

        Assert.Equal(34, html.Split("class=\"china-tile").Length - 1);
        Assert.Contains("<a href=\"/accounts?province=440000\" title=\"广东：12\"", html);
        Assert.Contains("title=\"西藏：无\"", html);
    }

    [Theory]
    [InlineData(0.18, "growth", "▲", "+18.0%")]
    [InlineData(-0.18, "fall", "▼", "-18.0%")]
    public async Task A_change_is_told_by_sign_and_arrow_and_not_by_colour_alone(double change, string css, string arrow, string text)
    {
        var html = await Rendered.AtAsync<ChangeText>("/", new() { ["Value"] = change });

        Assert.Contains(css, html);
        Assert.Contains(arrow, WebUtility.HtmlDecode(html));
        Assert.Contains(text, WebUtility.HtmlDecode(html));
    }

    private static async Task<string> TableAsync(string address, Sort? sort) =>
        PlainAmpersands(
            await Rendered.AtAsync<DataTable<Row>>(
                address,
                new()
                {
                    ["Rows"] = new List<Row> { new("<b>东海</b>", 1) },
                    ["Caption"] = "客户",
                    ["Sort"] = sort,
                    ["RowHref"] = (Func<Row, string>)(row => $"/accounts/{row.Sales}"),
                    ["ChildContent"] = (RenderFragment)(
                        builder =>
                        {
                            builder.OpenComponent<Column<Row>>(0);
                            builder.AddAttribute(1, "Title", "客户");
                            builder.AddAttribute(2, "Sort", "name");
                            builder.AddAttribute(3, "ChildContent", (RenderFragment<Row>)(row => cell => cell.AddContent(0, row.Name)));
                            builder.CloseComponent();
                            builder.OpenComponent<Column<Row>>(4);
                            builder.AddAttribute(5, "Title", "销售额");
                            builder.AddAttribute(6, "Unit", "元");
                            builder.AddAttribute(7, "Sort", "sales");
                            builder.AddAttribute(8, "Numeric", true);
                            builder.AddAttribute(9, "ChildContent", (RenderFragment<Row>)(row => cell => cell.AddContent(0, row.Sales)));
                            builder.CloseComponent();
                        }
                    ),
                }
            )
        );

    private static async Task<string> PagerAsync(Page page) =>
        PlainAmpersands(await Rendered.AtAsync<Pager>("/accounts?q=a&page=9", new() { ["Page"] = page }));

    private static string PlainAmpersands(string html) => html.Replace("&amp;", "&", StringComparison.Ordinal);
}

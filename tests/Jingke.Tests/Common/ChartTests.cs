using Jingke.Domain.Reference;
using Jingke.Web.Common.Charts;
using Xunit;

namespace Jingke.Tests.Common;

public sealed class ChartTests
{
    [Fact]
    public void Every_province_has_a_place_of_its_own_on_the_map()
    {
        var tiles = ProvinceTile.All;

        Assert.Equal(
            Divisions.Provinces.Select(province => province.Code).Order(StringComparer.Ordinal),
            tiles.Select(tile => tile.Code).Order(StringComparer.Ordinal)
        );
        Assert.Equal(tiles.Count, tiles.DistinctBy(tile => (tile.Column, tile.Row)).Count());
        Assert.Equal(tiles.Count, tiles.DistinctBy(tile => tile.Letters).Count());
    }

    [Fact]
    public void Shades_are_filled_evenly_and_equal_values_look_equal()
    {
        var shades = new Shades([1, 2, 3, 4, 5, 600, 700, 800, 9_000, 1_000_000]);

        Assert.Equal(
            [1, 1, 2, 2, 3, 3, 4, 4, 5, 5],
            ((double[])[1, 2, 3, 4, 5, 600, 700, 800, 9_000, 1_000_000]).Select(value => shades.Of(value))
        );
        Assert.Equal([0, 0, 0], [shades.Of(0), shades.Of(-5), shades.Of(null)]);
        Assert.Equal(1, new Shades([7, 7, 7]).Of(7));
        Assert.Equal(0, new Shades([]).Of(null));
    }

    [Fact]
    public void A_name_keeps_its_colour_whatever_the_order_and_no_two_share_one()
    {
        string[] names = ["家具", "办公用品", "技术", "耗材", "包装"];

        var colours = ChartColour.Of(names);
        var reversed = ChartColour.Of([.. names.Reverse()]);

        Assert.Equal(colours.Reverse(), reversed);
        Assert.Equal(names.Length, colours.Distinct().Count());
        Assert.Equal(24, ChartColour.Of([.. Enumerable.Range(1, 24).Select(number => $"{number}")]).Count);
    }

    [Fact]
    public void A_Pareto_line_ends_at_the_share_that_is_shown()
    {
        var model = ChartModel.Pareto("客户", ["甲", "乙"], ChartSeries.Money("销售额", [500_000L, 300_000L]), total: 100);

        Assert.Equal([0.5, 0.8], model.Series[1].Values);
    }

    [Fact]
    public void A_name_cannot_end_the_script_element_that_holds_it()
    {
        var json = ChartJson.Element(new(ChartKind.Bar, "客户", ["</script><script>alert(1)</script>"], new ChartSeries("销售额", [1])));

        Assert.Equal(1, json.Split("</script>").Length - 1);
        Assert.Contains("客户", json);
    }
}

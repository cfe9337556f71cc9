using Jingke.Web.Features.Analysis.Map;
using Xunit;

namespace Jingke.Tests.Features.Analysis;

public sealed class RegionVerdictTests
{
    private static readonly string[] All = ["a", "b", "c", "d", "e", "f", "g"];

    [Fact]
    public void Provinces_are_judged_by_number_and_sales_per_customer()
    {
        // Average of the six that have any: 90 / 6 = 15; thin below 3.75, crowded from 30. Sales per customer: 5, 20, 10, 10, 30, 8; median 10.
        var verdicts = RegionVerdicts.Of(
            All,
            [
                new("a", 40, 200, 30),
                new("b", 30, 600, 20),
                new("c", 10, 100, 5),
                new("d", 6, 60, 6),
                new("e", 2, 60, 1),
                new("f", 2, 16, 2),
                new("g", 0, 0, 3),
            ]
        );

        Assert.Equal(["a"], verdicts.Crowded);
        Assert.Equal(["e"], verdicts.Promising);
        Assert.Equal(["f"], verdicts.Thin);
        Assert.Equal(["g"], verdicts.Empty);
        Assert.Equal(["g"], verdicts.Left);
        Assert.Equal(15, verdicts.AverageAccounts);
        Assert.Equal(10, verdicts.MedianSalesPerAccount);
    }

    [Fact]
    public void Few_provinces_are_only_told_apart_from_empty_ones()
    {
        var verdicts = RegionVerdicts.Of(All, [new("a", 40, 200, 0), new("b", 1, 600, 0)]);

        Assert.Empty(verdicts.Crowded);
        Assert.Empty(verdicts.Thin);
        Assert.Equal(["c", "d", "e", "f", "g"], verdicts.Empty);
        Assert.Empty(verdicts.Left);
    }
}

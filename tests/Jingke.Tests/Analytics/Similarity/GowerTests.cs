using Jingke.Analytics.Similarity;
using Xunit;

namespace Jingke.Tests.Analytics.Similarity;

public class GowerTests
{
    private static readonly AttributeWeights Weights = AttributeWeights.Of(40, 20, 20, 10, 10);

    [Fact]
    public void The_distance_is_the_weighted_mean_of_the_differences_of_what_is_known_of_both()
    {
        var accounts = RandomMarket.Table([1, 1, 2], [3, 4, 3], [1, 3, 5], [0, 30, double.NaN], [1e4, 1e6, 1e8]);

        var rows = GowerScale.Of(Weights, accounts).Code(accounts);

        // industry same, province other, size 2 of 4 grades, age 30 of 30 years, capital 2 of 4 powers of ten
        Assert.Equal(((40 * 0) + (20 * 1) + (20 * 0.5) + (10 * 1) + (10 * 0.5)) / 100.0, rows.DistanceTo(0, rows, 1).Value, 12);
        Assert.Equal(1, rows.DistanceTo(0, rows, 1).Coverage);
        // age is not known of the last: 40 x 1 + 20 x 0 + 20 x 1 + 10 x 1 of 90
        Assert.Equal((40 + 20 + 10) / 90.0, rows.DistanceTo(0, rows, 2).Value, 12);
        Assert.Equal(0.9, rows.DistanceTo(0, rows, 2).Coverage, 12);
    }

    [Fact]
    public void Rows_that_have_nothing_known_in_common_have_no_distance()
    {
        var accounts = RandomMarket.Table([1, 0], [0, 2], [0, 0], [double.NaN, 3], [0, double.PositiveInfinity]);

        var distance = GowerScale.Of(Weights, accounts).Code(accounts) is var rows ? rows.DistanceTo(0, rows, 1) : default;

        Assert.False(distance.IsKnown);
        Assert.True(double.IsNaN(distance.Value));
        Assert.Equal(0, distance.Coverage);
    }

    [Fact]
    public void One_giant_does_not_make_all_others_equal()
    {
        double[] age = [.. Enumerable.Range(0, 100).Select(i => (double)i), 1e9];
        var accounts = new AttributeTable(AttributeColumn.Number("age", age));

        var scale = GowerScale.Of(AttributeWeights.Equal(1), accounts);
        var rows = scale.Code(accounts);

        Assert.Equal(90, scale.RangeOf(0)); // the 5th percentile of 101 values is 5, the 95th 95
        Assert.Equal(30 / 90.0, rows.DistanceTo(20, rows, 50).Value, 12);
        Assert.Equal(0, rows.DistanceTo(98, rows, 100).Value); // both are at the upper edge
    }

    [Fact]
    public void The_contributions_sum_to_the_likeness_and_the_largest_comes_first()
    {
        var accounts = RandomMarket.Of(7, 60);
        var rows = GowerScale.Of(Weights, accounts).Code(accounts);
        for (var i = 0; i < 60; i++)
        {
            var (distance, parts) = (rows.DistanceTo(0, rows, i), rows.Compare(0, rows, i));

            Assert.Equal(5, parts.Count);
            Assert.Equal(parts.Select(part => part.Contribution).OrderDescending(), parts.Select(part => part.Contribution));
            if (distance.IsKnown)
                Assert.Equal(1 - distance.Value, parts.Sum(part => part.Contribution), 12);
            Assert.Equal(distance.Coverage, parts.Where(part => part.Difference is not null).Sum(part => part.Weight) / 100.0, 12);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_distance_is_within_0_and_1_symmetric_and_0_to_itself(int seed)
    {
        var accounts = RandomMarket.Of(seed, 80);
        var rows = GowerScale.Of(AttributeWeights.Of(3, 2, 1, 7, 1), accounts).Code(accounts);
        for (var i = 0; i < 80; i++)
        {
            for (var j = 0; j < 80; j++)
            {
                var distance = rows.DistanceTo(i, rows, j);
                Assert.Equal(distance, rows.DistanceTo(j, rows, i));
                if (distance.IsKnown)
                    Assert.InRange(distance.Value, 0, 1);
                if (i == j && distance.IsKnown)
                    Assert.Equal(0, distance.Value);
            }
        }
    }

    [Fact]
    public void Neither_unit_nor_currency_of_a_number_matters()
    {
        double[] values = [1, 2, 5, 9, 14, 30, 31, 55];
        var (one, other) = (Coded(1), Coded(7.3));
        for (var i = 1; i < values.Length; i++)
            Assert.Equal(one.DistanceTo(0, one, i).Value, other.DistanceTo(0, other, i).Value, 2.0 / 600);

        ProfileSet Coded(double factor)
        {
            var scaled = Array.ConvertAll(values, value => value * factor);
            var table = new AttributeTable(AttributeColumn.Number("n", scaled), AttributeColumn.Magnitude("m", scaled));
            return GowerScale.Of(AttributeWeights.Equal(2), table).Code(table);
        }
    }

    [Fact]
    public void What_cannot_be_compared_is_refused_plainly()
    {
        var one = new AttributeTable(AttributeColumn.Category("a", [1, 2]));
        var other = new AttributeTable(AttributeColumn.Ordered("a", [1, 2]));

        Assert.Throws<ArgumentException>(() => GowerScale.Of(AttributeWeights.Equal(1), one, other));
        Assert.Throws<ArgumentException>(() => GowerScale.Of(AttributeWeights.Equal(2), one));
        Assert.Throws<ArgumentException>(() => GowerScale.Of(AttributeWeights.Equal(1), one).Code(other));
        Assert.Throws<ArgumentException>(() => AttributeColumn.Category("a", [-1]));
        Assert.Throws<ArgumentException>(() => new AttributeTable());
        Assert.Throws<ArgumentException>(() => new AttributeTable(AttributeColumn.Category("a", [1]), AttributeColumn.Category("b", [])));
        Assert.Throws<ArgumentException>(() => new AttributeTable(AttributeColumn.Category("a", [1]), AttributeColumn.Category("a", [1])));
    }
}

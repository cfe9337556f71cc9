using Jingke.Analytics.Similarity;
using Xunit;

namespace Jingke.Tests.Analytics.Similarity;

public class WeightsTests
{
    [Fact]
    public void The_information_value_of_two_groups_is_as_worked_out_by_hand()
    {
        // key accounts 30 : 10, rest 20 : 60
        var keys = AttributeColumn.Category("a", [.. Enumerable.Repeat(1, 30), .. Enumerable.Repeat(2, 10)]);
        var rest = AttributeColumn.Category("a", [.. Enumerable.Repeat(1, 20), .. Enumerable.Repeat(2, 60)]);

        var value = InformationValue.Of(keys, rest);

        var (p, q) = (30.5 / 41, 20.5 / 81);
        var raw = ((p - q) * Math.Log(p / q)) + ((q - p) * Math.Log((1 - p) / (1 - q)));
        Assert.Equal(raw - ((1 / 40.0) + (1 / 80.0)), value, 12);
        Assert.Equal(1.0171, value, 4);
    }

    [Fact]
    public void The_information_value_of_two_normal_distributions_nears_the_square_of_their_distance()
    {
        var (keys, rest) = (Normal(1, 4000, 1.0), Normal(2, 40_000, 0.0));

        var value = InformationValue.Of(AttributeColumn.Number("n", keys), AttributeColumn.Number("n", rest));

        Assert.InRange(value, 0.80, 1.05); // 1 before it is cut into ten groups
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void What_separates_gets_the_weight_and_what_does_not_gets_little(int seed)
    {
        var (keys, rest) = Market(seed, 400, 4000);

        var weights = AttributeWeights.Learn(keys, rest);

        Assert.Equal(100, weights.Percents.Sum());
        Assert.True(weights.Percents[0] > weights.Percents[1] && weights.Percents[1] > weights.Percents[2]);
        Assert.InRange(weights.Percents[2], 0, 15); // chance
        Assert.False(weights.NothingSeparates);
    }

    [Fact]
    public void Where_nothing_separates_the_weights_are_equal_and_that_is_said()
    {
        var table = new AttributeTable(
            AttributeColumn.Category("a", new int[50]),
            AttributeColumn.Number("b", [.. Enumerable.Repeat(7.0, 50)])
        );

        var weights = AttributeWeights.Learn(table, table);

        Assert.True(weights.NothingSeparates);
        Assert.Equal([50, 50], weights.Percents);
        Assert.Equal([0, 0], weights.Information!);
    }

    [Fact]
    public void The_order_of_rows_and_the_unit_do_not_change_what_is_learnt()
    {
        var (keys, rest) = Market(9, 300, 3000);
        int[] shuffled = [.. Enumerable.Range(0, 3000)];
        new Random(1).Shuffle(shuffled);

        var (one, other) = (AttributeWeights.Learn(keys, rest), AttributeWeights.Learn(keys, rest.Rows(shuffled)));

        Assert.Equal(one.Information, other.Information);
        Assert.Equal(one.Percents, other.Percents);
    }

    [Fact]
    public void Percents_are_whole_and_sum_to_100()
    {
        Assert.Equal([34, 33, 33], AttributeWeights.Equal(3).Percents);
        Assert.Equal([67, 33, 0], AttributeWeights.Of(2, 1, 0).Percents);
        Assert.Throws<ArgumentException>(() => AttributeWeights.Of(0, 0));
        Assert.Throws<ArgumentException>(() => AttributeWeights.Of(1, -1));
        Assert.Throws<ArgumentException>(() => AttributeWeights.Of(1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => AttributeWeights.Equal(0));
    }

    [Fact]
    public void The_area_under_the_curve_is_the_share_of_pairs_in_the_right_order()
    {
        // pairs: 1<2 1<4 1<4, 4>2 4=4 4=4, unknown is last
        Assert.Equal((3 + 0 + 0.5 + 0.5) / 6, SeparationCheck.AreaUnderCurve([1, 4], [2, 4, 4]), 12);
        Assert.Equal(1, SeparationCheck.AreaUnderCurve([1], [double.NaN]));
        Assert.Equal(0.5, SeparationCheck.AreaUnderCurve([double.NaN], [double.NaN]));
    }

    [Fact]
    public void The_check_finds_what_was_put_in_and_nothing_where_nothing_is()
    {
        var (keys, rest) = Market(17, 600, 4000);
        var (noKeys, noRest) = (RandomMarket.Of(1, 600), RandomMarket.Of(2, 4000));

        var found = Check(keys, rest)!;
        var nothing = Check(noKeys, noRest)!;

        Assert.True(found.Auc - (3 * found.StandardError) > 0.65, $"{found}");
        Assert.True(found.Auc > found.EqualWeightsAuc, $"{found}");
        Assert.InRange(nothing.Auc, 0.5 - (3 * nothing.StandardError), 0.5 + (3 * nothing.StandardError));
        Assert.Equal((600, 4000), (found.KeyAccounts, found.Rest));
    }

    [Fact]
    public void The_check_does_not_depend_on_the_order_of_rows()
    {
        var (keys, rest) = Market(23, 200, 900);
        long[] ids = [.. Enumerable.Range(5000, 900).Select(id => (long)id)];
        int[] shuffled = [.. Enumerable.Range(0, 900)];
        new Random(3).Shuffle(shuffled);
        long[] keyIds = [.. Enumerable.Range(0, 200).Select(id => (long)id)];

        var one = SeparationCheck.Of(keys, keyIds, rest, ids);
        var other = SeparationCheck.Of(keys, keyIds, rest.Rows(shuffled), Array.ConvertAll(shuffled, row => ids[row]));

        Assert.NotNull(one);
        Assert.Equal(one, other);
    }

    [Fact]
    public void With_too_few_key_accounts_nothing_is_said()
    {
        var (keys, rest) = Market(1, 12, 500);

        Assert.Null(Check(keys, rest));
        Assert.Null(Check(keys.Rows([]), rest));
    }

    private static SeparationCheck? Check(AttributeTable keys, AttributeTable rest) =>
        SeparationCheck.Of(
            keys,
            [.. Enumerable.Range(0, keys.Count).Select(id => (long)id)],
            rest,
            [.. Enumerable.Range(keys.Count, rest.Count).Select(id => (long)id)]
        );

    /// <summary>Capital separates well, the industry a little, the province not at all.</summary>
    private static (AttributeTable Keys, AttributeTable Others) Market(int seed, int keys, int rest)
    {
        AttributeTable Table(int part, int rows, double shift)
        {
            var random = new Random((seed * 10) + part);
            var capital = Array.ConvertAll(Normal((seed * 10) + part, rows, shift), value => Math.Pow(10, 6 + value));
            int[] industry = [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble() < 0.2 + (shift / 6) ? 1 : random.Next(2, 8))];
            int[] province = [.. Enumerable.Range(0, rows).Select(_ => random.Next(1, 12))];
            return new AttributeTable(
                AttributeColumn.Magnitude("capital", capital),
                AttributeColumn.Category("industry", industry),
                AttributeColumn.Category("province", province)
            );
        }

        return (Table(1, keys, 1.2), Table(2, rest, 0));
    }

    private static double[] Normal(int seed, int count, double mean)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ => mean + (Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))),
        ];
    }
}

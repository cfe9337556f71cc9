using Jingke.Analytics.Similarity;
using Xunit;

namespace Jingke.Tests.Analytics.Similarity;

public class LookAlikesTests
{
    private static readonly AttributeWeights Weights = AttributeWeights.Of(31, 24, 20, 14, 11);

    public static TheoryData<int, int, int, double, double> Markets =>
        new()
        {
            { 400, 700, 6, 0.15, 0.5 }, // many patterns of missing values
            { 300, 1500, 40, 0.0, 0.5 }, // one section of many tiles
            { 300, 1500, 2, 0.02, 0.9 }, // many equal profiles and ties
            { 200, 3, 6, 0.3, 0.2 }, // fewer key accounts than matches wanted
            { 200, 90, 6, 1.0, 0.5 }, // nothing known but some ages
        };

    [Theory]
    [MemberData(nameof(Markets))]
    public void The_search_finds_exactly_what_comparing_every_pair_finds(
        int prospects,
        int keyAccounts,
        int levels,
        double missing,
        double coverage
    )
    {
        var (market, keys) = (RandomMarket.Of(11, prospects, levels, missing), RandomMarket.Of(12, keyAccounts, levels, missing));
        var scale = GowerScale.Of(Weights, market, keys);
        var (rows, keyRows) = (scale.Code(market), scale.Code(keys));

        foreach (var most in (int[])[1, 4, 25])
        {
            var found = LookAlikes.Of(rows, keyRows, most, coverage);
            for (var prospect = 0; prospect < prospects; prospect++)
            {
                var expected = EveryPair(market, keys, scale, prospect, coverage).Take(most).ToArray();

                Assert.Equal(expected.Select(pair => pair.Row), found[prospect].Select(match => match.Row));
                Assert.Equal(
                    expected.Select(pair => Math.Round((double)pair.Distance, 12)),
                    found[prospect].Select(match => Math.Round(match.Distance.Value, 12))
                );
            }
        }
    }

    [Theory]
    [MemberData(nameof(Markets))]
    public void The_nearest_of_one_account_are_the_same_as_in_the_search_of_all(
        int prospects,
        int keyAccounts,
        int levels,
        double missing,
        double coverage
    )
    {
        var (market, keys) = (RandomMarket.Of(21, prospects, levels, missing), RandomMarket.Of(22, keyAccounts, levels, missing));
        var scale = GowerScale.Of(Weights, market, keys);
        var (rows, keyRows) = (scale.Code(market), scale.Code(keys));
        var all = LookAlikes.Of(rows, keyRows, 7, coverage);

        for (var prospect = 0; prospect < prospects; prospect += 17)
        {
            var one = NearestRows.Of(rows, prospect, keyRows, 7, coverage);
            Assert.Equal(all[prospect].Select(match => (match.Row, match.Distance)), one.Select(match => (match.Row, match.Distance)));
        }
    }

    [Fact]
    public void An_account_is_not_its_own_neighbour()
    {
        var rows = GowerScale.Of(Weights, RandomMarket.Of(3, 50)) is var scale ? scale.Code(RandomMarket.Of(3, 50)) : null!;

        var nearest = NearestRows.Of(rows, 4, rows, 50, 0.01);

        Assert.DoesNotContain(nearest, match => match.Row == 4);
    }

    [Fact]
    public void Who_does_not_count_leaves_the_place_to_the_next()
    {
        var rows = GowerScale.Of(Weights, RandomMarket.Of(3, 200)) is var scale ? scale.Code(RandomMarket.Of(3, 200)) : null!;

        var all = NearestRows.Of(rows, 4, rows, 200, 0.01);
        var odd = NearestRows.Of(rows, 4, rows, 20, 0.01, row => row % 2 == 1);

        Assert.Equal(all.Where(match => match.Row % 2 == 1).Take(20).Select(match => match.Row), odd.Select(match => match.Row));
    }

    [Fact]
    public void The_order_of_key_accounts_does_not_change_the_distances()
    {
        var (market, keys) = (RandomMarket.Of(31, 200), RandomMarket.Of(32, 300));
        int[] shuffled = [.. Enumerable.Range(0, 300)];
        new Random(5).Shuffle(shuffled);
        var scale = GowerScale.Of(Weights, market, keys);

        var one = LookAlikes.Of(scale.Code(market), scale.Code(keys));
        var other = LookAlikes.Of(scale.Code(market), scale.Code(keys.Rows(shuffled)));

        for (var prospect = 0; prospect < 200; prospect++)
            Assert.Equal(one[prospect].Select(match => match.Distance), other[prospect].Select(match => match.Distance));
    }

    [Fact]
    public void The_ranking_of_prospects_begins_with_the_nearest_and_leaves_out_the_unknown()
    {
        var market = RandomMarket.Of(41, 500, missing: 0.5);
        var scale = GowerScale.Of(Weights, market);
        var found = LookAlikes.Of(scale.Code(market), scale.Code(market.Rows([.. Enumerable.Range(0, 40)])));

        var (ranked, all) = (found.Nearest(60), found.Nearest(1000));

        var expected = Enumerable
            .Range(0, 500)
            .Where(row => found.NearestOf(row).IsKnown)
            .OrderBy(found.NearestOf)
            .ThenBy(row => row)
            .ToArray();
        Assert.Equal(expected, all.Select(prospect => prospect.Row));
        Assert.Equal(expected.Take(60), ranked.Select(prospect => prospect.Row));
        Assert.NotEqual(500, all.Count);
        Assert.Equal(expected.Count(row => found.NearestOf(row).Value <= 0.1), found.Within(0.1).Count(alike => alike));
    }

    [Fact]
    public void Without_key_accounts_or_prospects_nothing_is_found()
    {
        var (market, none) = (RandomMarket.Of(1, 5), RandomMarket.Of(1, 0));
        var scale = GowerScale.Of(Weights, market, none);

        Assert.Empty(LookAlikes.Of(scale.Code(market), scale.Code(none))[2]);
        Assert.Equal(0, LookAlikes.Of(scale.Code(none), scale.Code(market)).Count);
        Assert.True(double.IsNaN(LookAlikes.Of(scale.Code(market), scale.Code(none)).MeanDistanceOf(0)));
        Assert.Empty(NearestRows.Of(scale.Code(market), 0, scale.Code(none), 3));
        Assert.Throws<ArgumentException>(() => LookAlikes.Of(scale.Code(market), GowerScale.Of(Weights, market).Code(market)));
        Assert.Throws<ArgumentOutOfRangeException>(() => LookAlikes.Of(scale.Code(market), scale.Code(market), minimumCoverage: 0));
    }

    /// <summary>A second, plain implementation in exact fractions: same rounding of a value onto its range, nothing else shared.</summary>
    private static IEnumerable<(int Row, decimal Distance)> EveryPair(
        AttributeTable market,
        AttributeTable keys,
        GowerScale scale,
        int prospect,
        double coverage
    )
    {
        var pairs = new List<(int Row, decimal Distance, int Weight)>();
        var lows = Enumerable.Range(0, 5).Select(attribute => LowOf(attribute)).ToArray();
        for (var key = 0; key < keys.Count; key++)
        {
            var (sum, weight) = (0m, 0);
            for (var attribute = 0; attribute < 5; attribute++)
            {
                var (mine, theirs) = (market.Columns[attribute], keys.Columns[attribute]);
                if (!mine.IsKnown(prospect) || !theirs.IsKnown(key))
                    continue;

                var percent = Weights.Percents[attribute];
                weight += percent;
                var (own, other) = (mine[prospect], theirs[key]);
                sum += mine.Kind == AttributeKind.Category ? (own == other ? 0 : percent) : percent * Math.Abs(On(own) - On(other));
                decimal On(double value) =>
                    scale.RangeOf(attribute) == 0
                        ? 0
                        : (decimal)Math.Round(Math.Clamp((value - lows[attribute]) / scale.RangeOf(attribute), 0, 1) * 600) / 600;
            }

            if (weight > 0 && weight >= coverage * 100)
                pairs.Add((key, sum / weight, weight));
        }

        return pairs
            .OrderBy(pair => Math.Round(pair.Distance, 15))
            .ThenByDescending(pair => pair.Weight)
            .ThenBy(pair => pair.Row)
            .Select(pair => (pair.Row, pair.Distance));

        double LowOf(int attribute)
        {
            var columns = (AttributeColumn[])[market.Columns[attribute], keys.Columns[attribute]];
            var values = columns
                .SelectMany(column => Enumerable.Range(0, column.Count).Select(row => column[row]))
                .Where(double.IsFinite)
                .Order()
                .ToArray();
            if (values.Length == 0 || columns[0].Kind == AttributeKind.Ordered)
                return values.FirstOrDefault();

            var (low, high) = (values[(int)(0.05 * (values.Length - 1))], values[(int)Math.Ceiling(0.95 * (values.Length - 1))]);
            return high > low ? low : values[0];
        }
    }
}

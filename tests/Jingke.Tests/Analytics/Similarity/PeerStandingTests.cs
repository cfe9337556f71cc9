using Jingke.Analytics.Similarity;
using Xunit;

namespace Jingke.Tests.Analytics.Similarity;

public sealed class PeerStandingTests
{
    [Fact]
    public void Quartiles_are_interpolated_between_the_two_nearest()
    {
        // The places are 0.25 x 5 = 1.25, 2.5 and 3.75, counted from 0.
        var standing = PeerStanding.Of(25, [60, 10, 30, 20, 50, 40]);

        Assert.Equal((22, 35, 48), (standing.LowerQuartile, standing.Median, standing.UpperQuartile));
        Assert.Equal((6, 2), (standing.Peers, standing.Exceeded));
        Assert.Equal((false, 23), (standing.IsUpper, standing.ToUpper));
    }

    [Fact]
    public void Who_is_at_the_upper_quartile_has_nothing_more_to_win()
    {
        var standing = PeerStanding.Of(40, [10, 20, 30, 40, 50]);

        Assert.Equal((40, true, 0), (standing.UpperQuartile, standing.IsUpper, standing.ToUpper));
        // Who buys as much is not exceeded.
        Assert.Equal(3, standing.Exceeded);
    }

    [Fact]
    public void What_one_account_bought_is_not_told_to_the_last_figure()
    {
        var standing = PeerStanding.Of(0, [1_234_567, 2_345_678, 98_765_432_101]);

        Assert.Equal(2_350_000, standing.Median);
        Assert.Equal(1_790_000, standing.LowerQuartile);
        Assert.Equal(49_400_000_000, standing.UpperQuartile);
    }

    [Fact]
    public void More_returned_than_bought_is_less_than_nothing()
    {
        var standing = PeerStanding.Of(-500, [-40_000, 0, 7]);

        Assert.Equal((-20_000, 0, 4), (standing.LowerQuartile, standing.Median, standing.UpperQuartile));
        Assert.Equal((1, 504), (standing.Exceeded, standing.ToUpper));
        Assert.Throws<ArgumentException>(() => PeerStanding.Of(1, []));
    }
}

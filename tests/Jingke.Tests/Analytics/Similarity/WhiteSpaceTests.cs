using Jingke.Analytics.Similarity;
using Xunit;

namespace Jingke.Tests.Analytics.Similarity;

public class WhiteSpaceTests
{
    [Fact]
    public void Cells_count_customers_prospects_and_look_alikes_and_gaps_are_where_we_are_thin()
    {
        var customers = new WhiteSpacePlaces([1, 1, 1, 2, 0], [1, 1, 1, 1, 1]);
        var prospects = new WhiteSpacePlaces([1, 1, 2, 2, 2, 2, 2, 0], [1, 1, 1, 1, 1, 2, 2, 2]);

        var found = WhiteSpace.Of(3, 3, customers, prospects, [true, true, true, true, false, true, false, true]);

        Assert.Equal(new WhiteSpaceCell(1, 1, 3, 2, 2), found[1, 1]);
        Assert.Equal(new WhiteSpaceCell(2, 1, 1, 3, 2), found[2, 1]);
        Assert.Equal(new WhiteSpaceCell(2, 2, 0, 2, 1), found[2, 2]);
        Assert.Equal((5, 8, 6), (found.Total.Customers, found.Total.Prospects, found.Total.LookAlikes));
        Assert.Equal(0.25, found[2, 1].Penetration);
        Assert.Null(found[1, 2].Penetration);
        // overall 5 of 13; (1, 1) has 3 of 5; row 0 is not known
        Assert.Equal([found[2, 1], found[2, 2]], found.Gaps(1));
        Assert.Equal([found[2, 1]], found.Gaps(2));
    }

    [Fact]
    public void Nothing_gives_empty_cells_and_wrong_codes_are_refused()
    {
        var none = new WhiteSpacePlaces([], []);

        Assert.Empty(WhiteSpace.Of(2, 2, none, none, []).Gaps(1));
        Assert.Throws<ArgumentException>(() => WhiteSpace.Of(2, 2, new([2], [0]), none, []));
        Assert.Throws<ArgumentException>(() => WhiteSpace.Of(2, 2, new([1, 1], [0]), none, []));
        Assert.Throws<ArgumentException>(() => WhiteSpace.Of(2, 2, none, none, [true]));
    }
}

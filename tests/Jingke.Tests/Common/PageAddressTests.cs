using Jingke.Web.Common;
using Xunit;

namespace Jingke.Tests.Common;

public sealed class PageAddressTests
{
    [Fact]
    public void Changing_the_filter_leads_to_the_first_page_and_keeps_the_rest()
    {
        var address = PageAddress.Parse("/accounts?q=东海&sort=-sales&page=4");

        Assert.Equal("/accounts?q=%E4%B8%9C%E6%B5%B7&sort=-sales&tier=key", address.With("tier", "key").ToString());
        Assert.Equal("/accounts?sort=-sales", address.With("q", null).ToString());
    }

    [Fact]
    public void Going_to_a_page_keeps_everything_else()
    {
        var address = PageAddress.Parse("/accounts?q=a%26b&page=4");

        Assert.Equal("/accounts?q=a%26b&page=5", address.With("page", "5").ToString());
    }

    [Fact]
    public void Another_path_takes_the_query_along()
    {
        Assert.Equal(
            "/accounts/export?tier=key&tier=rising",
            PageAddress.Parse("/accounts?tier=key&tier=rising").At("/accounts/export").ToString()
        );
    }

    [Fact]
    public void A_fragment_is_no_part_of_it()
    {
        Assert.Equal("/accounts?a=1", PageAddress.Parse("/accounts?a=1#top").ToString());
        Assert.Equal("/accounts", PageAddress.Parse("/accounts#a?b").ToString());
    }

    [Theory]
    [InlineData("-sales", "-sales")]
    [InlineData("name", "name")]
    [InlineData("password", "-sales")]
    [InlineData("--sales", "-sales")]
    [InlineData("", "-sales")]
    [InlineData(null, "-sales")]
    public void An_order_that_the_list_does_not_offer_means_the_default(string? asked, string order)
    {
        Assert.Equal(order, Sort.Parse(asked, "-sales", "name", "sales").ToString());
    }

    [Theory]
    [InlineData(null, null, 1, 25)]
    [InlineData(-3, 50, 1, 50)]
    [InlineData(7, 33, 7, 25)]
    [InlineData(int.MaxValue, 100, 21_474_836, 100)]
    public void A_page_out_of_range_is_brought_into_it(int? number, int? size, int gotNumber, int gotSize)
    {
        var wanted = new PageRequest(number, size);

        Assert.Equal((gotNumber, gotSize), (wanted.Number, wanted.Size));
        Assert.True(wanted.Skip >= 0);
    }
}

using System.Text;
using Jingke.Web.Tabular.Values;
using Xunit;

namespace Jingke.Tests.Tabular;

public class XxHash64Tests
{
    // Published with xxHash and its ports.
    [Theory]
    [InlineData("", 0xEF46DB3751D8E999)]
    [InlineData("a", 0xD24EC4F1A98C6E5B)]
    [InlineData("abc", 0x44BC2CF5AD770999)]
    [InlineData("Nobody inspects the spammish repetition", 0xFBCEA83C8A378BF1)]
    public void The_hash_is_that_of_the_reference(string text, ulong expected)
    {
        Assert.Equal(expected, XxHash64.Of(Encoding.ASCII.GetBytes(text)));
    }

    [Fact]
    public void Half_a_million_hashes_are_counted_without_a_miss()
    {
        var map = new HashMap64();
        var set = new HashSet64();
        for (var round = 0; round < 2; round++)
        for (var i = 0L; i < 500_000; i++)
        {
            var hash = XxHash64.Of(BitConverter.GetBytes(i));
            Assert.Equal(round, map[hash]++);
            Assert.Equal(round == 0, set.Add(hash));
        }
        Assert.Equal(500_000, map.Count);
    }
}

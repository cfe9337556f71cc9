using Jingke.Web.Data.Search;
using Xunit;

namespace Jingke.Tests.Data.Search;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("ＡＢＣ（上海）有限公司", "abc上海有限公司")]
    [InlineData("abc 上海 有限公司", "abc上海有限公司")]
    [InlineData("龍騰國際貿易", "龙腾国际贸易")]
    [InlineData("Café-Müller & Söhne", "cafemullersohne")]
    [InlineData("138-0013 8000", "13800138000")]
    [InlineData("한국", "한국")]
    [InlineData("———", "")]
    [InlineData(null, "")]
    public void Text_is_folded_to_what_the_search_compares(string? text, string folded) => Assert.Equal(folded, SearchText.Fold(text));

    [Theory]
    [InlineData("重庆长安", "chongqingchangan", "cqca")]
    [InlineData("重庆长安", "zhongqingzhangan", "zqza")]
    [InlineData("厦门绿洲", "xiamenlvzhou", "xmlz")]
    [InlineData("厦门绿洲", "xiamenluzhou", "xmlz")]
    [InlineData("单田芳", "shantianfang", "stf")]
    [InlineData("曾国", "zengguo", "zg")]
    [InlineData("乐清3m", "yueqing3m", "yq3m")]
    public void A_name_is_typed_in_every_reading_of_its_characters(string name, string full, string initials)
    {
        var (fulls, allInitials) = SearchText.Pinyin(SearchText.Fold(name));

        Assert.Contains(full, fulls);
        Assert.Contains(initials, allInitials);
    }

    [Fact]
    public void A_long_name_full_of_such_characters_does_not_multiply()
    {
        var (full, _) = SearchText.Pinyin(string.Concat(Enumerable.Repeat("重长单曾解", 20)));

        Assert.InRange(full.Count, 1, 16);
    }

    [Fact]
    public void A_name_without_Chinese_characters_has_no_pinyin()
    {
        var (full, initials) = SearchText.Pinyin("abc");

        Assert.Empty(full);
        Assert.Empty(initials);
    }

    [Theory]
    [InlineData("  华为  深圳 ", "华为|深圳")]
    [InlineData("深圳hw", "深圳|hw")]
    [InlineData("A股", "a股")]
    [InlineData("(((", "")]
    [InlineData("", "")]
    public void A_query_is_read_as_words(string typed, string words) =>
        Assert.Equal(words, string.Join('|', SearchQuery.Parse(typed).Words));
}

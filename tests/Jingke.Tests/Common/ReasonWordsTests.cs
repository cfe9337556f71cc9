using System.Globalization;
using System.Reflection;
using Jingke.Analytics.Tiers;
using Jingke.Web.Common.Periods;
using Jingke.Web.Common.Reasons;
using Xunit;

namespace Jingke.Tests.Common;

public sealed class ReasonWordsTests
{
    private static readonly Reason[] Key =
    [
        new(ReasonCodes.Score, [91.25, 80]),
        new(ReasonCodes.Share, [0.062]),
        new(ReasonCodes.Rank, [3, 412]),
        new(ReasonCodes.RankChange, [-2, 1]),
        new(ReasonCodes.YearOnYear, [0.18]),
        new(ReasonCodes.Recency, [12]),
        new(ReasonCodes.Orders, [25]),
        new(ReasonCodes.MissingPart, [(double)ValuePart.Profit, 25]),
    ];

    [Fact]
    public void The_line_of_a_key_account_is_what_a_sales_manager_says() =>
        Assert.Equal("占销售额 6.2%，排名第 3，同比 +18.0%，近 30 天有订单", In("zh-Hans", () => ReasonWords.Short(Key)));

    [Fact]
    public void The_line_is_worded_in_the_language_of_the_reader()
    {
        Assert.Equal("占銷售額 6.2%，排名第 3，同比 +18.0%，近 30 天有訂單", In("zh-Hant", () => ReasonWords.Short(Key)));
        Assert.Equal("6.2% of sales, rank 3, +18.0% year on year, order in the last 30 days", In("en", () => ReasonWords.Short(Key)));
    }

    [Fact]
    public void A_change_against_the_period_before_is_not_called_year_on_year() =>
        Assert.Contains("环比 +18.0%", In("zh-Hans", () => ReasonWords.Short(Key, Comparison.JustBefore)));

    [Fact]
    public void What_is_special_comes_first()
    {
        Reason[] rising = [new(ReasonCodes.Share, [0.0004]), new(ReasonCodes.Rising, [81, 1.5]), new(ReasonCodes.Recency, [200])];

        Assert.Equal("照此增速可成大客户，占销售额 0.040%，已 200 天没有订单", In("zh-Hans", () => ReasonWords.Short(rising)));
    }

    [Fact]
    public void The_long_form_has_every_part_with_its_numbers()
    {
        var words = In("zh-Hans", () => ReasonWords.Long(Key));

        Assert.Equal("价值得分 91.3，大客户从 80 起", words[0]);
        Assert.Contains("销售额在 412 家客户中排第 3", words);
        Assert.Contains("比上期的第 1 名下降 2 位", words);
        Assert.Contains("期内下单 25 次", words);
        Assert.Contains("没有利润数据，它的权重 25 分给了其他项", words);
        Assert.Equal(Key.Length, words.Count);
    }

    [Theory]
    [InlineData("zh-Hans")]
    [InlineData("zh-Hant")]
    [InlineData("en")]
    public void Every_code_has_words(string language)
    {
        var codes = typeof(ReasonCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!);
        var reasons = codes.Select(code => new Reason(code, [1, 2])).ToArray();

        Assert.Equal(reasons.Length, In(language, () => ReasonWords.Long(reasons)).Count);
        Assert.NotEmpty(In(language, () => ReasonWords.Short(reasons)));
    }

    private static T In<T>(string language, Func<T> read)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = new CultureInfo(language);
        try
        {
            return read();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}

using Jingke.Web.Common;
using Xunit;

namespace Jingke.Tests.Common;

public sealed class FormatTests
{
    [Theory]
    [InlineData(12_345_000, "1,234.50")]
    [InlineData(-12_345_000, "-1,234.50")]
    [InlineData(0, "0.00")]
    [InlineData(49, "0.00")]
    [InlineData(50, "0.01")]
    [InlineData(-50, "-0.01")]
    [InlineData(-49, "0.00")]
    [InlineData(long.MaxValue, "922,337,203,685,477.58")]
    public void Money_in_tables_is_exact_to_the_fen(long amount, string text) => Assert.Equal(text, Format.Money(amount));

    [Theory]
    [InlineData("9876.4", "9,876", "9,876")]
    [InlineData("99.5", "99.5", "99.5")]
    [InlineData("9999.4", "9,999", "9,999")]
    [InlineData("9999.5", "1 万", "10K")]
    [InlineData("12345", "1.23 万", "12.3K")]
    [InlineData("123456", "12.3 万", "123K")]
    [InlineData("1234567", "123 万", "1.23M")]
    [InlineData("12345678", "1,235 万", "12.3M")]
    [InlineData("99994999", "9,999 万", "100M")]
    [InlineData("99999999", "1 亿", "100M")]
    [InlineData("456000000", "4.56 亿", "456M")]
    [InlineData("999999999", "10 亿", "1B")]
    [InlineData("-123456", "-12.3 万", "-123K")]
    public void Money_in_tiles_is_said_as_people_say_it(string units, string chinese, string english)
    {
        var amount = (long)(decimal.Parse(units, System.Globalization.CultureInfo.InvariantCulture) * 10_000);

        using (new InLanguage("zh-Hans"))
            Assert.Equal(chinese, Format.MoneyShort(amount).Replace('\u00a0', ' '));
        using (new InLanguage("zh-Hant"))
            Assert.Equal(chinese.Replace('万', '萬').Replace('亿', '億'), Format.MoneyShort(amount).Replace('\u00a0', ' '));
        using (new InLanguage("en"))
            Assert.Equal(english, Format.MoneyShort(amount));
    }

    [Theory]
    [InlineData(0.062, "6.2%", "+6.2%")]
    [InlineData(-0.93, "-93.0%", "-93.0%")]
    [InlineData(0.0, "0.0%", "0.0%")]
    [InlineData(0.0001, "0.0%", "0.0%")]
    [InlineData(-0.0001, "0.0%", "0.0%")]
    [InlineData(0.004, "0.4%", "+0.4%")]
    [InlineData(12.5, "1,250.0%", "+1,250.0%")]
    [InlineData(double.NaN, "–", "–")]
    [InlineData(double.PositiveInfinity, "–", "–")]
    public void A_change_carries_its_sign_and_nothing_changed_carries_none(double value, string percent, string change)
    {
        Assert.Equal(percent, Format.Percent(value));
        Assert.Equal(change, Format.Change(value));
    }

    [Fact]
    public void What_is_not_there_is_a_dash()
    {
        Assert.All(
            [Format.Money(null), Format.MoneyShort(null), Format.Percent(null), Format.Date(null), Format.Count(null)],
            text => Assert.Equal("–", text)
        );
    }

    [Theory]
    [InlineData(0, "刚刚")]
    [InlineData(5, "5 分钟前")]
    [InlineData(59, "59 分钟前")]
    [InlineData(60, "1 小时前")]
    [InlineData(24 * 60, "1 天前")]
    [InlineData((7 * 24 * 60) - 1, "6 天前")]
    [InlineData(7 * 24 * 60, "2026-11-14 12:00")]
    [InlineData(-1, "2026-11-21 12:01")]
    public void A_moment_is_relative_only_within_a_week(int minutesAgo, string text)
    {
        using var chinese = new InLanguage("zh-Hans");
        var now = new DateTime(2026, 11, 21, 12, 0, 0, DateTimeKind.Unspecified);

        Assert.Equal(text, Format.Ago(now.AddMinutes(-minutesAgo), now));
    }
}

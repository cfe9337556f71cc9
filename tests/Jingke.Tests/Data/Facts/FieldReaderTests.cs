using Jingke.Domain;
using Jingke.Domain.Facts;
using Jingke.Tests.Common;
using Jingke.Web.Common;
using Jingke.Web.Data.Facts;
using Xunit;

namespace Jingke.Tests.Data.Facts;

/// <summary>What people, files and programs give, and the value that facts then store.</summary>
public sealed class FieldReaderTests
{
    private static readonly Dictionary<string, FieldDefinition> Shipped = DefaultCatalogue.Fields().ToDictionary(field => field.Key);

    [Theory]
    [InlineData("chief-executive", " 王强 ", "王强")]
    [InlineData("problems", "第一行\n第二行", "第一行\n第二行")]
    [InlineData("credit-code", "91110000600037341l", "91110000600037341L")]
    public void Text_is_kept_as_given(string key, string given, string stored) => Assert.Equal(new(stored), Read(key, given));

    [Theory]
    [InlineData("employees", "200", "200", 200_0000)]
    [InlineData("employees", "1,234", "1234", 1234_0000)]
    [InlineData("employees", "200人", "200", 200_0000)]
    [InlineData("employees", "200 人", "200", 200_0000)]
    [InlineData("employees", "１２０", "120", 120_0000)]
    [InlineData("employees", "1.2万", "12000", 12000_0000)]
    [InlineData("employees", "0", "0", 0)]
    [InlineData("home-area", "89.5㎡", "89.5", 89_5000)]
    [InlineData("market-share", "30", "30", 30_0000)]
    [InlineData("market-share", "30%", "30", 30_0000)]
    [InlineData("market-share", "30.5％", "30.5", 30_5000)]
    [InlineData("credit-days", "60天", "60", 60_0000)]
    public void Numbers_are_read_as_people_write_them(string key, string given, string stored, long number) =>
        Assert.Equal(new(stored, number), Read(key, given));

    [Theory]
    [InlineData("12.3万", "123000")]
    [InlineData("12.3 万元", "123000")]
    [InlineData("4.56亿", "456000000")]
    [InlineData("¥1,234.50", "1234.5")]
    [InlineData("1234.5元", "1234.5")]
    [InlineData("人民币500万元", "5000000")]
    [InlineData("-200", "-200")]
    [InlineData("0.0001", "0.0001")]
    public void Amounts_are_read_as_people_write_them(string given, string stored) =>
        Assert.Equal(
            new(stored, (long)(decimal.Parse(stored, System.Globalization.CultureInfo.InvariantCulture) * 10_000)),
            Read("budget", given)
        );

    [Theory]
    [InlineData("2026-03-05", "2026-03-05")]
    [InlineData("2026年3月5日", "2026-03-05")]
    [InlineData("2026/3/5", "2026-03-05")]
    [InlineData("2026.03.05", "2026-03-05")]
    [InlineData("20260305", "2026-03-05")]
    [InlineData("２０２６年３月５日", "2026-03-05")]
    [InlineData("1898-07-03", "1898-07-03")]
    public void Days_are_read_as_people_write_them(string given, string stored) =>
        Assert.Equal(
            new(stored, DateOnly.ParseExact(stored, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).DayNumber),
            Read("founded-on", given)
        );

    [Theory]
    [InlineData("农历八月十五", "--08-15")]
    [InlineData("八月十五", "--08-15")]
    [InlineData("闰六月初三", "--06+-03")]
    [InlineData("閏六月初三", "--06+-03")]
    [InlineData("1990年八月十五", "1990-08-15")]
    [InlineData("1990年闰五月初三", "1990-05+-03")]
    [InlineData("农历1990-08-15", "1990-08-15")]
    [InlineData("腊月廿三", "--12-23")]
    [InlineData("臘月二十三", "--12-23")]
    [InlineData("正月初一", "--01-01")]
    [InlineData("冬月三十", "--11-30")]
    [InlineData("十一月十一", "--11-11")]
    [InlineData("十月初十", "--10-10")]
    [InlineData("8月15日", "--08-15")]
    [InlineData("8-15", "--08-15")]
    [InlineData("--08-15", "--08-15")]
    [InlineData("1990-05+-03", "1990-05+-03")]
    [InlineData("農曆一九九〇年八月十五", "1990-08-15")]
    [InlineData("１９９０年８月１５日", "1990-08-15")]
    public void Lunar_days_are_read_with_and_without_a_year(string given, string stored) =>
        Assert.Equal(new(stored), Read("lunar-birthday", given));

    [Theory]
    [InlineData("decision-process", "招标投标", "tender")]
    [InlineData("decision-process", "招標投標", "tender")]
    [InlineData("decision-process", "TENDER", "tender")]
    [InlineData("decision-process", "tender", "tender")]
    [InlineData("credit-grade", "ａａａ", "aaa")]
    [InlineData("concerns", "价格、质量", "price,quality")]
    [InlineData("concerns", "质量，价格；价格", "price,quality")]
    [InlineData("concerns", "Quality, price", "price,quality")]
    [InlineData("drink-and-smoke", "不喝酒", "no-alcohol")]
    [InlineData("payment-method", "月结|先款后货", "prepaid,monthly")]
    public void Choices_are_known_by_any_of_their_names(string key, string given, string stored) =>
        Assert.Equal(new(stored), Read(key, given));

    [Theory]
    [InlineData("是", "yes")]
    [InlineData("Yes", "yes")]
    [InlineData("√", "yes")]
    [InlineData("否", "no")]
    [InlineData("n", "no")]
    public void Yes_and_no_are_read(string given, string stored) => Assert.Equal(new(stored), FieldReader.Read(Of(FieldType.YesNo), given));

    [Theory]
    [InlineData("region", "广东省深圳市", "440300")]
    [InlineData("region", "深圳", "440300")]
    [InlineData("region", "廣東", "440000")]
    [InlineData("region", "440300", "440300")]
    [InlineData("region", "内蒙古", "150000")]
    [InlineData("industry", "C3921", "3921")]
    [InlineData("industry", "制造业", "C")]
    [InlineData("purchase-initiator", "17", "17")]
    public void Places_industries_and_people_are_stored_by_their_codes(string key, string given, string stored) =>
        Assert.Equal(new(stored), Read(key, given));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u3000")]
    [InlineData(null)]
    public void Nothing_is_nothing(string? given) => Assert.All(Shipped.Values, field => Assert.Null(FieldReader.Read(field, given)));

    [Theory]
    [InlineData("employees", "很多", "fact.not-a-number")]
    [InlineData("employees", "100-200", "fact.not-a-number")]
    [InlineData("employees", "约200", "fact.not-a-number")]
    [InlineData("employees", "15%", "fact.not-a-number")]
    [InlineData("budget", "8折", "fact.not-a-number")]
    [InlineData("budget", "12.3.4", "fact.not-a-number")]
    [InlineData("budget", "999999999999999999999", "fact.not-a-number")]
    [InlineData("founded-on", "2026-02-30", "fact.not-a-date")]
    [InlineData("founded-on", "去年", "fact.not-a-date")]
    [InlineData("founded-on", "2026年13月1日", "fact.not-a-date")]
    [InlineData("founded-on", "0026-03-05", "fact.not-a-date")]
    [InlineData("lunar-birthday", "八月三十一", "fact.not-lunar")]
    [InlineData("lunar-birthday", "十三月初一", "fact.not-lunar")]
    [InlineData("lunar-birthday", "1991年闰五月初三", "fact.not-lunar")]
    [InlineData("lunar-birthday", "1800年八月十五", "fact.not-lunar")]
    [InlineData("lunar-birthday", "中秋", "fact.not-lunar")]
    [InlineData("lunar-birthday", "八月", "fact.not-lunar")]
    [InlineData("lunar-birthday", "0月0日", "fact.not-lunar")]
    [InlineData("decision-process", "投票", "fact.not-a-choice")]
    [InlineData("concerns", "价格、心情", "fact.not-a-choice")]
    [InlineData("concerns", "、", "fact.not-a-choice")]
    [InlineData("region", "火星", "fact.not-a-region")]
    [InlineData("region", "999999", "fact.not-a-region")]
    [InlineData("industry", "炼丹", "fact.not-an-industry")]
    [InlineData("industry", "Z99", "fact.not-an-industry")]
    [InlineData("purchase-initiator", "张三", "fact.not-chosen")]
    [InlineData("purchase-initiator", "-1", "fact.not-chosen")]
    [InlineData("credit-code", "91110000600037341X", "account.credit-code-check")]
    [InlineData("credit-code", "123", "account.credit-code-length")]
    public void What_cannot_be_read_is_refused_with_a_sentence_in_every_language(string key, string given, string code)
    {
        foreach (var language in (string[])["zh-Hans", "zh-Hant", "en"])
        {
            using var _ = new InLanguage(language);

            var refusal = Assert.Throws<RuleException>(() => Read(key, given));

            Assert.Equal(code, refusal.Code);
            Assert.True(ProblemWords.Has(refusal.Code), refusal.Code);
            Assert.DoesNotContain("{", ProblemWords.Of(refusal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_refusal_names_the_field_what_was_given_and_what_can_be_chosen()
    {
        using var _ = new InLanguage("zh-Hans");

        var refusal = Assert.Throws<RuleException>(() => Read("purchase-scale", "巨大"));

        Assert.Equal("“采购规模”里没有“巨大”这个选项。可选：大、中、小。", ProblemWords.Of(refusal));
    }

    [Fact]
    public void What_is_too_long_is_refused()
    {
        var refusal = Assert.Throws<RuleException>(() => Read("problems", new string('长', Fact.MaximumLength + 1)));

        Assert.Equal("fact.too-long", refusal.Code);
    }

    [Fact]
    public void A_value_as_stored_reads_as_itself()
    {
        (string Key, string Given)[] values =
        [
            ("employees", "1234.5"),
            ("budget", "-0.5"),
            ("founded-on", "1898-07-03"),
            ("lunar-birthday", "--06+-03"),
            ("lunar-birthday", "1990-05+-03"),
            ("concerns", "price,quality"),
            ("decision-process", "tender"),
            ("region", "440300"),
            ("industry", "3921"),
            ("purchase-initiator", "17"),
        ];

        Assert.All(values, value => Assert.Equal(value.Given, Read(value.Key, value.Given)?.Text));
    }

    private static FieldValue? Read(string key, string given) => FieldReader.Read(Shipped[key], given);

    private static FieldDefinition Of(FieldType type)
    {
        var field = new FieldDefinition("made-up", FieldSubject.Company, type);
        field.Change(new() { Names = new("有发票"), Section = CardSection.Trading });
        return field;
    }
}

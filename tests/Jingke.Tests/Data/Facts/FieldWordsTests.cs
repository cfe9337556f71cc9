using Jingke.Domain.Facts;
using Jingke.Tests.Common;
using Jingke.Web.Data.Facts;
using Xunit;

namespace Jingke.Tests.Data.Facts;

/// <summary>Values as people read them.</summary>
public sealed class FieldWordsTests
{
    private static readonly Dictionary<string, FieldDefinition> Shipped = DefaultCatalogue.Fields().ToDictionary(field => field.Key);

    [Theory]
    [InlineData("zh-Hans", "employees", "1234", "1,234 人")]
    [InlineData("zh-Hans", "concerns", "price,quality", "价格、质量")]
    [InlineData("zh-Hant", "concerns", "price,quality", "價格、品質")]
    [InlineData("en", "concerns", "price,quality", "Price, Quality")]
    [InlineData("zh-Hans", "decision-process", "tender", "招标投标")]
    [InlineData("en", "decision-process", "tender", "Tender")]
    [InlineData("zh-Hans", "lunar-birthday", "闰六月初三", "农历闰六月初三")]
    [InlineData("zh-Hant", "lunar-birthday", "腊月廿三", "農曆臘月廿三")]
    [InlineData("zh-Hant", "lunar-birthday", "闰六月初三", "農曆閏六月初三")]
    [InlineData("en", "lunar-birthday", "1990年闰五月初三", "lunar 1990-05-03 (leap month)")]
    [InlineData("en", "lunar-birthday", "八月十五", "lunar 08-15")]
    [InlineData("zh-Hans", "founded-on", "2026年3月5日", "2026-03-05")]
    [InlineData("zh-Hans", "region", "深圳", "广东 深圳")]
    [InlineData("zh-Hans", "problems", "缺人", "缺人")]
    [InlineData("zh-Hans", "industry", "C3921", "通信系统设备制造")]
    public void A_value_is_shown_in_words(string language, string key, string given, string words)
    {
        using var _ = new InLanguage(language);
        var field = Shipped[key];

        Assert.Equal(words, FieldWords.Of(field, FieldReader.Read(field, given)!.Value));
    }

    [Fact]
    public void An_amount_is_exact_to_the_fen()
    {
        using var _ = new InLanguage("zh-Hans");

        Assert.Equal("123,000.00", FieldWords.Of(Shipped["budget"], FieldReader.Read(Shipped["budget"], "12.3万")!.Value));
    }

    [Fact]
    public void A_choice_that_is_gone_is_shown_by_its_key() =>
        Assert.Equal("no-such-choice", FieldWords.Of(Shipped["decision-process"], new("no-such-choice")));

    [Fact]
    public void A_person_is_named_by_whoever_knows_the_name() =>
        Assert.Equal(
            "王强",
            FieldWords.Of(Shipped["decision-maker"], new("17"), (type, id) => (type, id) == (FieldType.Person, 17) ? "王强" : null)
        );
}

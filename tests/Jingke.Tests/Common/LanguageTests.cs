using Jingke.Web.Common.Languages;
using Xunit;

namespace Jingke.Tests.Common;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("zh-CN", "zh-Hans")]
    [InlineData("zh", "zh-Hans")]
    [InlineData("zh-SG", "zh-Hans")]
    [InlineData("zh-TW", "zh-Hant")]
    [InlineData("zh-HK", "zh-Hant")]
    [InlineData("zh-Hant-MO", "zh-Hant")]
    [InlineData("zh-Hans-HK", "zh-Hans")]
    [InlineData("en-GB", "en")]
    [InlineData("EN", "en")]
    [InlineData("de", null)]
    [InlineData("zhx", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_tag_of_a_browser_means_one_of_our_languages_or_none(string? tag, string? code) =>
        Assert.Equal(code, Language.Find(tag)?.Code);
}

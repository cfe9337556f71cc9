using System.Globalization;
using Jingke.Web;
using Xunit;

namespace Jingke.Tests.Start;

public sealed class CommandLanguageTests
{
    [Theory]
    [InlineData("en_US.UTF-8", "en")]
    [InlineData("C", "en")]
    [InlineData("C.UTF-8", "en")]
    [InlineData("zh_CN.UTF-8", "zh-Hans")]
    [InlineData("zh_TW", "zh-Hant")]
    [InlineData("fr_FR", null)]
    public void A_name_of_the_surroundings_is_understood(string name, string? language) =>
        Assert.Equal(language, CommandLanguage.Named(name)?.Name);

    [Theory]
    [InlineData("--lang", "zh-Hant")]
    [InlineData("--lang=zh-Hant")]
    public void What_is_said_wins_over_the_surroundings(params string[] args) =>
        Assert.Equal("zh-Hant", CommandLanguage.Asked(["import", "file.csv", .. args])?.Name);

    [Fact]
    public void The_program_speaks_one_language_when_it_knows_which_and_both_when_not()
    {
        Assert.Equal(["停"], Terminal.SpokenIn(CultureInfo.GetCultureInfo("zh-Hant"), "停", "stop"));
        Assert.Equal(["stop"], Terminal.SpokenIn(CultureInfo.GetCultureInfo("en"), "停", "stop"));
        Assert.Equal(["停", "stop"], Terminal.SpokenIn(null, "停", "stop"));
    }
}

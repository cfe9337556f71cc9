using Jingke.Domain.Facts;
using Jingke.Web.Features.FieldCatalogue;
using Xunit;

namespace Jingke.Tests.Features.FieldCatalogue;

public sealed class PinyinKeyTests
{
    [Theory]
    [InlineData("供电电压", "gong-dian-dian-ya")]
    [InlineData("绿化率", "lu-hua-lu")]
    [InlineData("ＥＲＰ系统", "erp-xi-tong")]
    [InlineData("VIP 等级（2026）", "vip-deng-ji-2026")]
    [InlineData("Fax no.", "fax-no")]
    [InlineData("3D打印机", "3d-da-yin-ji")]
    [InlineData("？？", "field")]
    [InlineData("", "field")]
    public void A_name_gives_a_key_that_one_can_say(string name, string key) => Assert.Equal(key, PinyinKey.Of(name, "field", _ => false));

    [Fact]
    public void A_key_that_is_taken_gets_a_number()
    {
        var taken = new HashSet<string> { "dian-ya", "dian-ya-2" };

        Assert.Equal("dian-ya-3", PinyinKey.Of("电压", "field", taken.Contains));
    }

    [Fact]
    public void A_long_name_gives_a_key_that_a_field_takes()
    {
        var key = PinyinKey.Of(new string('装', 60), "field", candidate => !candidate.EndsWith("-12", StringComparison.Ordinal));

        Assert.EndsWith("zhuang-12", key, StringComparison.Ordinal);
        Assert.Equal(key, new FieldDefinition(key, FieldSubject.Company, FieldType.Text).Key);
    }
}

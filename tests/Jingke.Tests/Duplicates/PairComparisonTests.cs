using Jingke.Domain.Duplicates;
using Jingke.Web.Data.Duplicates;
using Xunit;

namespace Jingke.Tests.Duplicates;

/// <summary>What two accounts are to each other, case by case.</summary>
public sealed class PairComparisonTests
{
    [Theory]
    [InlineData("上海鲸客科技有限公司", "上海鲸客科技有限责任公司")]
    [InlineData("上海鲸客科技有限公司", "上海鯨客科技有限公司")]
    [InlineData("上海鲸客科技有限公司", "鲸客（上海）科技有限公司")]
    [InlineData("上海鲸客科技有限公司", "鲸客科技(上海)公司")]
    [InlineData("上海鲸客科技有限公司", "上海市鲸客科技有限公司")]
    [InlineData("上海鲸客科技有限公司", "上海鲸客科技")]
    [InlineData("鲸客科技有限公司(已注销)", "鲸客科技有限公司")]
    [InlineData("ＡＢＣ　Ｔｒａｄｉｎｇ Co., Ltd.", "abc trading")]
    [InlineData("Müller Maschinenbau GmbH", "Muller Maschinenbau")]
    [InlineData("义乌市丰页电子商务有限公司", "浙江省义乌市丰页电子商务有限公司")]
    [InlineData("信远（宁夏）机械科技有限公司", "信远宁夏机械科技有限公司")]
    [InlineData("上海鲸客有限公司北京分公司", "上海鲸客有限公司(北京分公司)")]
    public void One_name_written_in_two_ways_is_the_same_customer(string left, string right) =>
        Assert.Equal(PairVerdict.Same, Judge(left, right).Verdict);

    [Theory]
    [InlineData("上海鲸客科技有限公司", "上海鲸客科技股份有限公司")]
    [InlineData("上海鲸客科技有限公司", "上海鲸客科技集团有限公司")]
    [InlineData("上海鲸客数码科技有限公司", "上海鲸克数码科技有限公司")]
    [InlineData("上海鲸客数码科技有限公司", "上海鲸客码数科技有限公司")]
    [InlineData("上海鲸客数码科技有限公司", "上海鲸客数码科技有限公可")]
    [InlineData("上海鲸客数码科技有限公司", "上诲鲸客数码科技有限公司")]
    [InlineData("International Whale Trading Ltd", "Internatonal Whale Trading Ltd")]
    [InlineData("鲸客（中国）有限公司", "鲸客有限公司")]
    [InlineData("上海鲸客科技有限公司", "鲸客科技有限公司")]
    [InlineData("王小明", "王小明")]
    [InlineData("欧阳小明", "欧阳小明")]
    public void A_slip_of_the_pen_and_another_legal_form_are_left_to_a_person(string left, string right) =>
        Assert.Equal(PairVerdict.Probable, Judge(left, right).Verdict);

    [Theory]
    [InlineData("上海鲸客科技有限公司", "上海鲸客科技有限公司北京分公司")]
    [InlineData("上海鲸客科技有限公司北京分公司", "上海鲸客科技有限公司广州分公司")]
    [InlineData("中国移动上海分公司", "中国移动上海")]
    [InlineData("老张火锅一店", "老张火锅二店")]
    [InlineData("老张火锅（中关村店）", "老张火锅（王府井店）")]
    [InlineData("杭州市第一中学附属幼儿园", "杭州市第二中学附属幼儿园")]
    [InlineData("成都七天酒店管理有限公司", "成都九天酒店管理有限公司")]
    [InlineData("深圳1688电子商务有限公司", "深圳1668电子商务有限公司")]
    [InlineData("沈阳城东建材批发市场", "沈阳城西建材批发市场")]
    [InlineData("北京万达商贸有限公司", "上海万达商贸有限公司")]
    [InlineData("万达商贸（北京）有限公司", "万达商贸（上海）有限公司")]
    [InlineData("南京天成商贸有限公司", "南昌天成商贸有限公司")]
    [InlineData("王小明", "王小月")]
    [InlineData("王明", "王朋")]
    [InlineData("鲸客有限公司", "鲸鱼有限公司")]
    [InlineData("上海建设工程有限公司", "上海建筑工程有限公司第三项目部")]
    [InlineData("张三水果店", "李四水果店")]
    public void Near_names_of_two_customers_stay_apart(string left, string right) =>
        Assert.Equal(PairVerdict.Different, Judge(left, right).Verdict);

    [Fact]
    public void The_same_name_with_another_valid_credit_code_is_a_namesake()
    {
        var left = ScanQuality.Named("鲸客科技有限公司", "91310120MA1HQTWC7U");
        var right = ScanQuality.Named("鲸客科技有限公司", "91310114MA1GW4XP38");

        var judgement = PairScan.Comparison.Judge(left, right, new());

        Assert.Equal(PairVerdict.Namesake, judgement.Verdict);
        Assert.Equal(MatchSignals.CreditCodeDiffers, judgement.Signals[0].Code);
        Assert.Equal(["91310120MA1HQTWC7U", "91310114MA1GW4XP38"], judgement.Signals[0].Args);
    }

    [Fact]
    public void The_same_name_in_another_city_is_a_namesake_and_in_the_same_province_is_not()
    {
        var here = ScanQuality.Named("鲸客水产") with { ProvinceCode = "440000", CityCode = "440300" };
        var there = ScanQuality.Named("鲸客水产") with { ProvinceCode = "330000", CityCode = "330100" };
        var province = ScanQuality.Named("鲸客水产") with { ProvinceCode = "440000" };

        Assert.Equal(PairVerdict.Namesake, PairScan.Comparison.Judge(here, there, new()).Verdict);
        Assert.Equal(PairVerdict.Same, PairScan.Comparison.Judge(here, province, new()).Verdict);
    }

    [Fact]
    public void A_credit_code_proves_a_customer_that_has_changed_its_name()
    {
        var left = ScanQuality.Named("上海商商实业有限公司", "91310120MA1HQTWC7U");
        var right = ScanQuality.Named("鲸客数码科技有限公司", " 91310120ma1hqtwc7u");

        Assert.Equal(PairVerdict.Probable, PairScan.Comparison.Judge(left, right, new()).Verdict);
    }

    [Fact]
    public void A_wrong_credit_code_proves_nothing_against_a_customer()
    {
        var left = ScanQuality.Named("鲸客科技有限公司", "91310120MA1HQTWC7U");
        var right = ScanQuality.Named("鲸客科技有限公司", "91310120MA1HQTWC7X");

        Assert.Equal(PairVerdict.Same, PairScan.Comparison.Judge(left, right, new()).Verdict);
    }

    [Fact]
    public void A_number_that_many_accounts_share_counts_less()
    {
        var left = ScanQuality.Named("王小明") with { Phones = ["13917771234"] };
        var right = ScanQuality.Named("王晓明") with { Phones = ["13917771234"] };

        var alone = PairScan.Comparison.Judge(left, right, new(Phone: 2));
        var shared = PairScan.Comparison.Judge(left, right, new(Phone: 40));

        Assert.True(alone.Score > shared.Score);
        Assert.Equal(PairVerdict.Different, shared.Verdict);
    }

    [Theory]
    [InlineData("+86 139-1777-1234", "13917771234")]
    [InlineData("0086 13917771234", "13917771234")]
    [InlineData("（021）5888 8123", "2158888123")]
    [InlineData("+86 21 58888123", "2158888123")]
    [InlineData("021-58888123-801", "2158888123")]
    [InlineData("021-58888123转801", "2158888123")]
    [InlineData("１３９１７７７１２３４", "13917771234")]
    [InlineData("400-820-8820", "4008208820")]
    [InlineData("95588", null)]
    [InlineData("00000000", null)]
    [InlineData("无", null)]
    public void A_telephone_number_is_its_digits_as_dialled(string given, string? expected) =>
        Assert.Equal(expected, ContactData.Phone(given));

    [Theory]
    [InlineData("Li.Lei@Whale.com.cn", "whale.com.cn")]
    [InlineData("lilei@qq.com", null)]
    [InlineData("lilei@163.com", null)]
    [InlineData("lilei", null)]
    public void The_domain_of_a_public_mail_provider_says_nothing(string given, string? expected) =>
        Assert.Equal(expected, ContactData.MailDomain(given));

    private static PairJudgement Judge(string left, string right)
    {
        var found = PairScan.Run([ScanQuality.Named(left), ScanQuality.Named(right)], null, TestContext.Current.CancellationToken);
        return found.Count == 0 ? new(PairVerdict.Different, 0, []) : found[0].Judgement;
    }
}

using Jingke.Domain.Reference;
using Xunit;

namespace Jingke.Tests.Reference;

public class DivisionsTests
{
    [Fact]
    public void The_list_has_all_provinces_and_no_code_twice()
    {
        Assert.Equal(34, Divisions.Provinces.Count);
        Assert.Equal(Divisions.All.Count, Divisions.All.Values.Select(division => division.Code).Distinct().Count());
        Assert.All(Divisions.All.Values, division => Assert.NotNull(Divisions.Find(division.ProvinceCode)));
        Assert.All(Divisions.Provinces, province => Assert.NotEmpty(province.EnglishName));
    }

    [Theory]
    [InlineData("广东", "440000")]
    [InlineData("广东省", "440000")]
    [InlineData("廣東省", "440000")]
    [InlineData("Guangdong", "440000")]
    [InlineData("guangdong province", "440000")]
    [InlineData("粤", "440000")]
    [InlineData("440000", "440000")]
    [InlineData("44", "440000")]
    [InlineData("内蒙古", "150000")]
    [InlineData("内蒙古自治区", "150000")]
    [InlineData("Inner Mongolia", "150000")]
    [InlineData("广西壮族自治区", "450000")]
    [InlineData("广西", "450000")]
    [InlineData("新疆维吾尔自治区", "650000")]
    [InlineData("西藏", "540000")]
    [InlineData("Tibet", "540000")]
    [InlineData("Xizang", "540000")]
    [InlineData("Shaanxi", "610000")]
    [InlineData("Shanxi", "140000")]
    [InlineData("北京市", "110000")]
    [InlineData("Shanghai", "310000")]
    [InlineData("香港", "810000")]
    [InlineData("Hong Kong", "810000")]
    [InlineData("澳門", "820000")]
    [InlineData("Macau", "820000")]
    [InlineData("台湾", "710000")]
    [InlineData("台灣", "710000")]
    [InlineData(" 浙江　省 ", "330000")]
    [InlineData("深圳", "440000")]
    [InlineData("广东省深圳市", "440000")]
    public void A_province_is_recognised_however_it_is_written(string text, string code)
    {
        Assert.Equal(code, Divisions.Recognise(text, null).Province);
    }

    [Theory]
    [InlineData(null, "深圳", "440300")]
    [InlineData(null, "深圳市", "440300")]
    [InlineData(null, "Shenzhen", "440300")]
    [InlineData("陕西", "Xi'an", "610100")]
    [InlineData(null, "Xian", "610100")]
    [InlineData(null, "Urumqi", "650100")]
    [InlineData(null, "哈爾濱", "230100")]
    [InlineData("吉林", "吉林", "220200")]
    [InlineData(null, "延边", "222400")]
    [InlineData("江苏", "Suzhou", "320500")]
    [InlineData("安徽", "Suzhou", "341300")]
    [InlineData("江苏", "昆山", "320500")]
    [InlineData("北京", "北京", "110100")]
    [InlineData("北京", "朝阳区", "110100")]
    [InlineData("辽宁", "朝阳", "211300")]
    public void A_city_is_recognised_with_the_help_of_its_province(string? province, string city, string code)
    {
        Assert.Equal(code, Divisions.Recognise(province, city).City);
    }

    [Theory]
    [InlineData(null, "Suzhou")]
    [InlineData(null, "Fuzhou")]
    [InlineData("浙江", "深圳")]
    [InlineData("California", "Los Angeles")]
    [InlineData("", "")]
    [InlineData("不存在", "没有")]
    public void What_is_open_or_unknown_stays_open(string? province, string city)
    {
        Assert.Null(Divisions.Recognise(province, city).City);
    }

    [Theory]
    [InlineData("广东省深圳市南山区科技园路1号", "440305")]
    [InlineData("上海市浦东新区世纪大道100号", "310115")]
    [InlineData("浙江杭州西湖区文三路", "330106")]
    [InlineData("中国江苏省苏州市工业园区", "320500")]
    public void An_address_tells_where_it_is(string address, string code)
    {
        Assert.StartsWith(code[..4], Divisions.Recognise(null, null, address).Code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("深圳市腾讯计算机系统有限公司", "440300")]
    [InlineData("广东美的电器股份有限公司", "440000")]
    [InlineData("华为技术有限公司", null)]
    public void A_company_name_tells_where_it_is_when_it_begins_with_a_place(string name, string? code)
    {
        Assert.Equal(code, Divisions.RecogniseCompany(name).Code);
    }

    [Fact]
    public void Each_province_lies_in_exactly_one_zone()
    {
        var inZones = DefaultZones.All.SelectMany(zone => zone.Provinces).ToList();

        Assert.Equal(Divisions.Provinces.Select(province => province.Code).Order(), inZones.Order());
    }

    [Theory]
    [InlineData("汽车制造业", "36")]
    [InlineData("汽车制造", "36")]
    [InlineData("C36", "36")]
    [InlineData("36", "36")]
    [InlineData("制造业", "C")]
    [InlineData("c", "C")]
    [InlineData("软件和信息技术服务业", "65")]
    [InlineData("农,林,牧,渔业", "A")]
    public void An_industry_is_recognised_by_code_or_name(string text, string code)
    {
        Assert.Equal(code, Industries.Recognise(text)?.Code);
    }

    [Theory]
    [InlineData("A36")]
    [InlineData("something else")]
    [InlineData("")]
    public void An_unknown_industry_is_not_guessed(string text)
    {
        Assert.Null(Industries.Recognise(text));
    }
}

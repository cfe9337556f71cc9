using Jingke.Domain.Reference;

namespace Jingke.Benchmarks.Company;

/// <summary>A customer of the generated company; industry, size and ownership are positions in the lists of <see cref="CompanyWords"/>.</summary>
internal sealed record CompanyAccount(string Code, string Name, int Industry, int Size, int Ownership, int Place);

/// <summary>Something that the generated company sells; the price is in ten-thousandths.</summary>
internal sealed record CompanyProduct(string Code, string Name, int Category, long Price);

/// <summary>A city in which the generated company sells.</summary>
internal sealed record CompanyPlace(Division Province, Division City);

/// <summary>The words of the generated company. Position 0 stands for "not known", as in a ledger.</summary>
internal static class CompanyWords
{
    public static readonly string[] Categories =
    [
        "",
        "轴承",
        "齿轮",
        "电机",
        "减速机",
        "泵",
        "阀门",
        "密封件",
        "紧固件",
        "传感器",
        "控制器",
        "电缆",
        "润滑油",
        "刀具",
        "量具",
        "气动元件",
    ];

    public static readonly string[] Industries =
    [
        "",
        .. new[] { "26", "29", "30", "33", "34", "35", "36", "38", "39", "40", "44", "46", "47", "51", "54" },
    ];

    public static readonly string[] Sizes = ["", "大型", "中型", "小型", "微型"];

    public static readonly string[] Ownerships = ["", "国有", "民营", "外资", "合资", "个体"];

    /// <summary>Name of the industry at a position.</summary>
    public static string IndustryName(int industry) =>
        industry == 0 ? "" : Jingke.Domain.Reference.Industries.All[Industries[industry]].Name;

    /// <summary>Cities of the mainland, larger provinces with more of them, in the order of their codes.</summary>
    public static CompanyPlace[] Places() =>
        Divisions
            .All.Values.Where(division => division.Level == DivisionLevel.City && Divisions.Find(division.ProvinceCode) is not null)
            .OrderBy(division => division.Code, StringComparer.Ordinal)
            .Select(city => new CompanyPlace(Divisions.Find(city.ProvinceCode)!, city))
            .ToArray();
}

namespace Jingke.Domain.Reference;

/// <summary>A sales zone: a set of provinces.</summary>
/// <param name="Code">Stable English code, such as <c>east</c>.</param>
/// <param name="Name">Name in simplified Chinese.</param>
/// <param name="TraditionalName">Name in traditional Chinese.</param>
/// <param name="EnglishName">Name in English.</param>
/// <param name="Provinces">Province codes of <see cref="Divisions"/>.</param>
public sealed record DefaultZone(string Code, string Name, string TraditionalName, string EnglishName, IReadOnlyList<string> Provinces)
{
    /// <summary>The name a reader of that language expects.</summary>
    /// <param name="culture">zh-Hans, zh-Hant or en.</param>
    public string NameIn(string culture) =>
        culture switch
        {
            "en" => EnglishName,
            "zh-Hant" => TraditionalName,
            _ => Name,
        };
}

/// <summary>The zones an organisation starts with; it may change its own copy.</summary>
public static class DefaultZones
{
    /// <summary>Eight zones that hold each of the 34 provinces exactly once.</summary>
    public static IReadOnlyList<DefaultZone> All { get; } =
    [
        new("north", "华北", "華北", "North China", ["110000", "120000", "130000", "140000", "150000"]),
        new("northeast", "东北", "東北", "Northeast China", ["210000", "220000", "230000"]),
        new("east", "华东", "華東", "East China", ["310000", "320000", "330000", "340000", "350000", "360000", "370000"]),
        new("central", "华中", "華中", "Central China", ["410000", "420000", "430000"]),
        new("south", "华南", "華南", "South China", ["440000", "450000", "460000"]),
        new("southwest", "西南", "西南", "Southwest China", ["500000", "510000", "520000", "530000", "540000"]),
        new("northwest", "西北", "西北", "Northwest China", ["610000", "620000", "630000", "640000", "650000"]),
        new("hk-mo-tw", "港澳台", "港澳台", "Hong Kong, Macao, Taiwan", ["710000", "810000", "820000"]),
    ];

    /// <summary>The zone that holds this province by default, or null for an unknown code.</summary>
    public static DefaultZone? OfProvince(string? province) =>
        province is null ? null : All.FirstOrDefault(zone => zone.Provinces.Contains(province));
}

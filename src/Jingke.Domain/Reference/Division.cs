namespace Jingke.Domain.Reference;

/// <summary>How large an administrative division is.</summary>
public enum DivisionLevel
{
    /// <summary>Province, municipality, autonomous region, or Hong Kong, Macao, Taiwan.</summary>
    Province,

    /// <summary>Prefecture-level city, prefecture or league.</summary>
    City,

    /// <summary>County, county-level city or district.</summary>
    County,
}

/// <summary>An administrative division of China.</summary>
/// <param name="Code">Six digits, GB/T 2260 style: 440000 is Guangdong, 440300 Shenzhen, 440305 Nanshan.</param>
/// <param name="Name">Full name in simplified Chinese.</param>
/// <param name="TraditionalName">Full name in traditional Chinese.</param>
/// <param name="EnglishName">Name in English; empty for counties.</param>
public sealed record Division(string Code, string Name, string TraditionalName, string EnglishName)
{
    /// <summary>Province, city or county, as the zeros of the code say.</summary>
    public DivisionLevel Level =>
        Code.EndsWith("0000", StringComparison.Ordinal) ? DivisionLevel.Province
        : Code.EndsWith("00", StringComparison.Ordinal) ? DivisionLevel.City
        : DivisionLevel.County;

    /// <summary>Code of the province this lies in (its own code for a province).</summary>
    public string ProvinceCode => string.Concat(Code.AsSpan(0, 2), "0000");

    /// <summary>Code of the city this lies in; for a province the code with the digits 00, which names no city.</summary>
    public string CityCode => string.Concat(Code.AsSpan(0, 4), "00");

    /// <summary>The name without its kind: 广东, 内蒙古, 深圳, 延边.</summary>
    public string ShortName => DivisionText.WithoutKind(Name);

    /// <summary>The name a reader of that language expects, without its kind.</summary>
    /// <param name="culture">zh-Hans, zh-Hant or en; anything else reads simplified Chinese.</param>
    public string NameIn(string culture) =>
        culture switch
        {
            "en" when EnglishName.Length > 0 => EnglishName,
            "zh-Hant" => DivisionText.WithoutKind(TraditionalName),
            _ => ShortName,
        };
}

/// <summary>Where something is, as far as it was recognised; codes of <see cref="Divisions"/>.</summary>
/// <param name="Province">Code of the province, or null.</param>
/// <param name="City">Code of the prefecture-level city, or null.</param>
/// <param name="County">Code of the county or district, or null.</param>
public readonly record struct RecognisedPlace(string? Province, string? City, string? County)
{
    /// <summary>The most exact code that is known, or null.</summary>
    public string? Code => County ?? City ?? Province;
}

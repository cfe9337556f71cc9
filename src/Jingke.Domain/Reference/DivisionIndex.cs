namespace Jingke.Domain.Reference;

/// <summary>Looks names up: exact keys first, then how a longer text begins.</summary>
internal sealed class DivisionIndex
{
    private const int LongestName = 16;

    // The one-sign names of provinces, and names in use that are not in the official list.
    private const string Abbreviations =
        "京110000津120000冀130000晋140000晉140000蒙150000辽210000遼210000吉220000黑230000沪310000滬310000苏320000蘇320000"
        + "浙330000皖340000闽350000閩350000赣360000贛360000鲁370000魯370000豫410000鄂420000湘430000粤440000粵440000桂450000"
        + "琼460000瓊460000渝500000川510000蜀510000贵520000貴520000黔520000云530000雲530000滇530000藏540000陕610000陝610000"
        + "秦610000甘620000陇620000隴620000青630000宁640000寧640000新650000台710000臺710000港810000澳820000";

    private static readonly (string Name, string Code)[] OtherNames =
    [
        ("内蒙", "150000"),
        ("內蒙", "150000"),
        ("neimenggu", "150000"),
        ("neimongol", "150000"),
        ("xizang", "540000"),
        ("台灣", "710000"),
        ("臺湾", "710000"),
        ("hk", "810000"),
        ("hongkongsar", "810000"),
        ("macau", "820000"),
        ("suzhoujiangsu", "320500"),
        ("wulumuqi", "650100"),
        ("haerbin", "230100"),
        ("huhehaote", "150100"),
        ("lasa", "540100"),
        ("eerduosi", "150600"),
        ("qiqihaer", "230200"),
    ];

    private readonly Dictionary<string, Division> provinceByKey = [];
    private readonly Dictionary<string, List<Division>> citiesByKey = [];
    private readonly Dictionary<string, List<Division>> countiesByKey = [];

    public DivisionIndex(IEnumerable<Division> divisions)
    {
        foreach (var division in divisions)
        {
            ByCode.Add(division.Code, division);
            if (division.Level == DivisionLevel.Province)
                Provinces.Add(division);
            foreach (var key in KeysOf(division))
                AddKey(key, division);
        }
        for (var i = 0; i < Abbreviations.Length; i += 7)
            AddKey(Abbreviations[i].ToString(), ByCode[Abbreviations.Substring(i + 1, 6)]);
        foreach (var (name, code) in OtherNames)
            AddKey(name, ByCode[code]);
    }

    public Dictionary<string, Division> ByCode { get; } = [];

    public List<Division> Provinces { get; } = [];

    public RecognisedPlace OfProvinceText(string? text)
    {
        var key = DivisionText.Key(text);
        if (key.Length == 0)
            return default;
        if (provinceByKey.TryGetValue(key, out var province))
            return new(province.Code, null, null);
        if (key.Length is 2 or 6 && ByCode.TryGetValue(key.PadRight(6, '0'), out var coded))
            return Of(coded);
        // A city where a province is asked for says which province it is; 广东省深圳市 says both.
        return Single(citiesByKey, key, null) is { } city ? Of(city) : OfPrefix(key, counties: true);
    }

    public RecognisedPlace WithCity(RecognisedPlace place, string? text)
    {
        var key = DivisionText.Key(text);
        if (key.Length == 0)
            return place;
        if (Single(citiesByKey, key, place.Province) is { } city)
            return Of(city);
        if (Single(countiesByKey, key, place.Province) is { } county)
            return Of(county);
        if (place.Province is null && provinceByKey.TryGetValue(key, out var province) && !citiesByKey.ContainsKey(key))
            return new(province.Code, null, null);
        // A name that is in the list but open or elsewhere is not guessed at.
        if (citiesByKey.ContainsKey(key) || countiesByKey.ContainsKey(key))
            return place;
        var found = key.Length > 2 ? OfPrefix(key, counties: true, place.Province) : default;
        return found.Province is not null && (place.Province is null || place.Province == found.Province) ? found : place;
    }

    public RecognisedPlace OfAddress(string address) =>
        OfPrefix(DivisionText.Key(address).Replace("中国", "", StringComparison.Ordinal), counties: true);

    public RecognisedPlace OfCompany(string name) => OfPrefix(DivisionText.Key(name), counties: false);

    private RecognisedPlace OfPrefix(string key, bool counties, string? within = null)
    {
        var place = new RecognisedPlace(within, null, null);
        var rest = key.AsSpan();
        if (Longest(rest, word => provinceByKey.GetValueOrDefault(word)) is var (province, length))
        {
            place = new(province.Code, null, null);
            rest = rest[length..];
        }
        if (Longest(rest, word => Single(citiesByKey, word, place.Province)) is var (city, cityLength))
        {
            place = Of(city);
            rest = rest[cityLength..];
        }
        if (counties && place.Province is not null)
            if (Longest(rest, word => Single(countiesByKey, word, place.Province, place.City)) is var (county, _))
                return Of(county);
        return place;
    }

    private static (Division Division, int Length)? Longest(ReadOnlySpan<char> text, Func<string, Division?> find)
    {
        for (var length = Math.Min(LongestName, text.Length); length >= 2; length--)
            if (find(text[..length].ToString()) is { } found)
                return (found, length);
        return null;
    }

    private static Division? Single(Dictionary<string, List<Division>> byKey, string key, string? province, string? city = null)
    {
        if (!byKey.TryGetValue(key, out var found))
            return null;
        Division? only = null;
        foreach (var division in found)
        {
            if (province is not null && division.ProvinceCode != province || city is not null && division.CityCode != city)
                continue;
            if (only is not null)
                return null;
            only = division;
        }
        return only;
    }

    private RecognisedPlace Of(Division division) =>
        division.Level switch
        {
            DivisionLevel.Province => new(division.Code, null, null),
            DivisionLevel.City => new(division.ProvinceCode, division.Code, null),
            _ => new(division.ProvinceCode, ByCode.ContainsKey(division.CityCode) ? division.CityCode : null, division.Code),
        };

    private static HashSet<string> KeysOf(Division division)
    {
        HashSet<string> keys =
        [
            DivisionText.Key(division.Name),
            DivisionText.Key(division.TraditionalName),
            DivisionText.Key(division.ShortName),
            DivisionText.Key(DivisionText.WithoutKind(division.TraditionalName)),
            DivisionText.Key(division.EnglishName),
        ];
        // 昆山 for 昆山市 is handled above; 海淀 for 海淀区 and 嘉善 for 嘉善县 are written as often.
        if (division.Level == DivisionLevel.County && division.Name.Length > 2 && division.Name[^1] is '区' or '县')
        {
            keys.Add(division.Name[..^1]);
            keys.Add(division.TraditionalName[..^1]);
        }
        keys.Remove("");
        return keys;
    }

    private void AddKey(string key, Division division)
    {
        if (division.Level == DivisionLevel.Province)
        {
            provinceByKey.TryAdd(key, division);
            return;
        }
        var byKey = division.Level == DivisionLevel.City ? citiesByKey : countiesByKey;
        if (!byKey.TryGetValue(key, out var list))
            byKey.Add(key, list = []);
        list.Add(division);
    }
}

using System.Text;

namespace Jingke.Domain.Reference;

/// <summary>Makes the many ways of writing a division's name comparable.</summary>
internal static class DivisionText
{
    // Longest first: 壮族自治区 must go before 自治区, and 自治区 before 区.
    private static readonly string[] Kinds =
    [
        "维吾尔自治区",
        "維吾爾自治區",
        "壮族自治区",
        "壯族自治區",
        "回族自治区",
        "回族自治區",
        "特别行政区",
        "特別行政區",
        "自治区",
        "自治區",
        "省",
        "市",
        "地区",
        "地區",
        "盟",
    ];

    private static readonly string[] Peoples =
    [
        "土家族",
        "布依族",
        "哈尼族",
        "景颇族",
        "景頗族",
        "傈僳族",
        "蒙古族",
        "朝鲜族",
        "朝鮮族",
        "哈萨克",
        "哈薩克",
        "柯尔克孜",
        "柯爾克孜",
        "壮族",
        "壯族",
        "苗族",
        "藏族",
        "羌族",
        "彝族",
        "侗族",
        "傣族",
        "白族",
        "回族",
        "蒙古",
    ];

    private static readonly string[] EnglishKinds =
    [
        "autonomousregion",
        "autonomousprefecture",
        "specialadministrativeregion",
        "municipality",
        "prefecture",
        "province",
        "sheng",
        "city",
        "shi",
        "sar",
    ];

    /// <summary>The name without province, city, region and the like; a name that would lose all but one sign keeps it.</summary>
    public static string WithoutKind(string name)
    {
        foreach (var autonomous in (ReadOnlySpan<string>)["自治州", "自治县", "自治縣"])
            if (name.EndsWith(autonomous, StringComparison.Ordinal))
                return WithoutPeoples(name[..^3], name);

        foreach (var kind in Kinds)
            if (name.EndsWith(kind, StringComparison.Ordinal))
                return name.Length - kind.Length >= 2 ? name[..^kind.Length] : name;
        return name;
    }

    /// <summary>Lower case, half width, without blanks, dots and hyphens; English kinds such as Province are dropped.</summary>
    public static string Key(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        var key = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
            if (char.IsLetterOrDigit(c))
                key.Append(char.ToLowerInvariant(c));

        var word = key.ToString();
        if (word.Length > 0 && char.IsAscii(word[^1]))
            foreach (var kind in EnglishKinds)
                if (word.Length - kind.Length >= 2 && word.EndsWith(kind, StringComparison.Ordinal))
                    return word[..^kind.Length];
        return word;
    }

    private static string WithoutPeoples(string name, string whole)
    {
        for (var again = true; again; )
        {
            again = false;
            foreach (var people in Peoples)
                if (name.Length - people.Length >= 2 && name.EndsWith(people, StringComparison.Ordinal))
                    (name, again) = (name[..^people.Length], true);
        }
        return name.Length >= 2 ? name : whole;
    }
}

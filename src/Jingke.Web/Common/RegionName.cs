using System.Globalization;
using Jingke.Domain.Reference;

namespace Jingke.Web.Common;

/// <summary>Places and industries in the language of the request.</summary>
internal static class RegionName
{
    /// <summary>广东 深圳; a city that is its own province once; the text as given where nothing was recognised; null for nothing.</summary>
    public static string? Of(string? provinceCode, string? cityCode, string? text = null)
    {
        var province = Of(provinceCode);
        var city = Of(cityCode);
        if (province is null)
            return text;
        return city is null || city == province ? province : $"{province} {city}";
    }

    /// <summary>The name of a division; null for a code that is none.</summary>
    public static string? Of(string? code) => Divisions.Find(code)?.NameIn(CultureInfo.CurrentUICulture.Name);

    /// <summary>The name of an industry: of its code, or the text as given; null for nothing.</summary>
    public static string? OfIndustry(string? code, string? text = null) =>
        code is not null && Industries.All.TryGetValue(code, out var industry) ? industry.Name : text ?? code;
}

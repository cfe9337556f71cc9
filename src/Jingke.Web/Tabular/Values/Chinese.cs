using Jingke.Domain.Reference;

namespace Jingke.Web.Tabular.Values;

/// <summary>Tells whether a place is to be looked for in China.</summary>
internal static class Chinese
{
    /// <summary>Without a country a file is taken to be Chinese; Georgia, USA must not be looked for in China.</summary>
    public static bool IsChina(string country) =>
        country.Length == 0
        || country.Contains("中国", StringComparison.Ordinal)
        || country.Contains("中國", StringComparison.Ordinal)
        || country.Contains("china", StringComparison.OrdinalIgnoreCase)
        || country.ToUpperInvariant() is "CN" or "CHN" or "PRC"
        || Divisions.Recognise(country, null).Province is "710000" or "810000" or "820000";
}

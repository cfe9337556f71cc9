using System.Globalization;

namespace Jingke.Web.Common.Languages;

/// <summary>A language that the interface speaks.</summary>
/// <param name="Code">The culture's name, as in the cookie and in <c>html lang</c>.</param>
/// <param name="Name">The language's name in itself.</param>
internal sealed record Language(string Code, string Name)
{
    /// <summary>Simplified Chinese, the default and the language of the neutral resources.</summary>
    public static readonly Language Simplified = new("zh-Hans", "简体中文");

    /// <summary>Traditional Chinese.</summary>
    public static readonly Language Traditional = new("zh-Hant", "繁體中文");

    /// <summary>English.</summary>
    public static readonly Language English = new("en", "English");

    /// <summary>Every language, in the order of the switch.</summary>
    public static readonly IReadOnlyList<Language> All = [Simplified, Traditional, English];

    /// <summary>The language of the current request.</summary>
    public static Language Current => Find(CultureInfo.CurrentUICulture.Name) ?? Simplified;

    /// <summary>The language that a tag of a browser means (zh-TW, zh-Hant-HK, en-GB …); null when we do not speak it.</summary>
    public static Language? Find(string? tag)
    {
        if (string.IsNullOrWhiteSpace(tag))
            return null;

        var parts = tag.Split('-', StringSplitOptions.TrimEntries);
        if (parts[0].Equals("en", StringComparison.OrdinalIgnoreCase))
            return English;
        if (!parts[0].Equals("zh", StringComparison.OrdinalIgnoreCase))
            return null;

        // A script subtag decides before the place: zh-Hans-HK is simplified.
        if (parts.Contains("Hans", StringComparer.OrdinalIgnoreCase))
            return Simplified;
        return parts.Any(part => part.ToUpperInvariant() is "HANT" or "TW" or "HK" or "MO") ? Traditional : Simplified;
    }
}

using System.Globalization;

namespace Jingke.Web;

/// <summary>The language that every verb speaks on a console: the only place that decides it.</summary>
internal static class CommandLanguage
{
    /// <summary>What --lang says, else the surroundings (LC_ALL, LC_MESSAGES, LANG); null when neither says anything.</summary>
    public static CultureInfo? Asked(string[] args)
    {
        var at = Array.FindLastIndex(args, arg => arg == "--lang" || arg.StartsWith("--lang=", StringComparison.Ordinal));
        var asked =
            at < 0 ? null
            : args[at].Length > "--lang".Length ? args[at]["--lang=".Length..]
            : at + 1 < args.Length ? args[at + 1]
            : null;
        return (asked ?? Surroundings()) is { Length: > 0 } name ? Named(name) : null;
    }

    /// <summary>Has the present command speak the language that was asked for; Chinese when none was.</summary>
    public static void Use(string[] args)
    {
        var culture = Asked(args) ?? CultureInfo.GetCultureInfo("zh-Hans");
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
    }

    /// <summary>The language of a name such as zh, zh-TW, en_US.UTF-8 or C; null for one that is not spoken here.</summary>
    public static CultureInfo? Named(string name)
    {
        var word = name.Split('.')[0].Replace('_', '-').ToLowerInvariant();
        return word switch
        {
            "zh" or "zh-cn" or "zh-sg" or "zh-hans" => CultureInfo.GetCultureInfo("zh-Hans"),
            "zh-tw" or "zh-hk" or "zh-mo" or "zh-hant" => CultureInfo.GetCultureInfo("zh-Hant"),
            "c" or "posix" or "en" => CultureInfo.GetCultureInfo("en"),
            _ when word.StartsWith("en-", StringComparison.Ordinal) => CultureInfo.GetCultureInfo("en"),
            _ when word.StartsWith("zh-", StringComparison.Ordinal) => CultureInfo.GetCultureInfo("zh-Hans"),
            _ => null,
        };
    }

    private static string Surroundings()
    {
        foreach (var name in (ReadOnlySpan<string>)["LC_ALL", "LC_MESSAGES", "LANG"])
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
                return value;
        return "";
    }
}

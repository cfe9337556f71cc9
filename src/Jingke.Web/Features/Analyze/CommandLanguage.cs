using System.Globalization;

namespace Jingke.Web.Features.Analyze;

/// <summary>The language the command line speaks.</summary>
internal static class CommandLanguage
{
    /// <summary>What --lang says, else the surroundings (LC_ALL, LC_MESSAGES, LANG); Chinese when nothing is said.</summary>
    public static CultureInfo Of(string[] args)
    {
        var at = Array.IndexOf(args, "--lang");
        var asked = at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
        return Named(asked ?? Surroundings()) ?? CultureInfo.GetCultureInfo("zh-Hans");
    }

    /// <summary>The language of a name such as zh, zh-TW, en_US.UTF-8 or C; null for one that is not spoken here.</summary>
    public static CultureInfo? Named(string name)
    {
        var word = name.Split('.')[0].Replace('_', '-').ToLowerInvariant();
        return word switch
        {
            "" or "zh" or "zh-cn" or "zh-sg" or "zh-hans" => CultureInfo.GetCultureInfo("zh-Hans"),
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

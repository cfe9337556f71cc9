namespace Jingke.Web;

/// <summary>
/// Refuses options that do not exist. Configuration takes any name, so a slip such as <c>--dta</c> would silently work on other data.
/// </summary>
internal static class CallCheck
{
    private static readonly string[] OfEveryVerb =
    [
        .. typeof(JingkeOptions).GetProperties().Select(property => property.Name),
        "lang",
        "urls",
        "http_ports",
        "https_ports",
        "environment",
        "allowedHosts",
    ];

    /// <summary>Says what is wrong with a call.</summary>
    /// <param name="args">What follows the verb and its own words.</param>
    /// <param name="own">Options of the verb itself.</param>
    /// <returns>Null when nothing is wrong, else exit code 2.</returns>
    public static int? Refuse(string[] args, params string[] own)
    {
        for (var at = 0; at < args.Length; at++)
        {
            var sign = args[at].IndexOf('=', StringComparison.Ordinal);
            var name = sign < 0 ? args[at] : args[at][..sign];
            // A name with a colon is a setting of ASP.NET Core, such as --Logging:LogLevel:Default.
            if (
                !name.StartsWith("--", StringComparison.Ordinal)
                || !name.Contains(':', StringComparison.Ordinal) && !IsKnown(name[2..], own)
            )
                return Terminal.Refuse(
                    $"没有“{name}”这个选项。运行 jingke --help 查看用法。",
                    $"There is no option '{name}'. jingke --help tells what there is.",
                    2
                );
            if (sign < 0 && (++at == args.Length || args[at].StartsWith("--", StringComparison.Ordinal)))
                return Terminal.Refuse($"选项 {name} 后面缺少值。", $"Option {name} needs a value.", 2);
        }
        return null;
    }

    private static bool IsKnown(string name, string[] own) =>
        OfEveryVerb.Contains(name, StringComparer.OrdinalIgnoreCase) || own.Contains(name, StringComparer.OrdinalIgnoreCase);
}

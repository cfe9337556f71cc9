using System.Globalization;
using System.Text;
using Jingke.Domain;
using Jingke.Web.Common;

namespace Jingke.Web;

/// <summary>
/// What the program itself says on a console: in the language of <see cref="CommandLanguage"/>; where nothing names one (a container,
/// a unit of systemd), in Chinese and in English.
/// </summary>
internal static class Terminal
{
    /// <summary>Says something.</summary>
    public static void Say(string chinese, string english)
    {
        foreach (var sentence in Spoken(chinese, english))
            Console.WriteLine(sentence);
    }

    /// <summary>Says that something is wrong, on the error stream, and gives the exit code.</summary>
    /// <returns>Exit code 1 for a fault, 2 for a wrong call.</returns>
    public static int Refuse(string chinese, string english, int code = 1)
    {
        foreach (var sentence in Spoken(chinese, english))
            Console.Error.WriteLine(sentence);
        return code;
    }

    /// <summary>The sentence in the language asked for, or both.</summary>
    public static string[] Spoken(string chinese, string english) =>
        SpokenIn(CommandLanguage.Asked(Environment.GetCommandLineArgs()), chinese, english);

    /// <inheritdoc cref="Spoken(string, string)"/>
    internal static string[] SpokenIn(CultureInfo? language, string chinese, string english) =>
        language?.TwoLetterISOLanguageName switch
        {
            "zh" => [chinese],
            "en" => [english],
            _ => [chinese, english],
        };

    /// <summary>Says what a rule refuses; gives the exit code for a wrong call.</summary>
    public static int Refuse(RuleException refusal, int code = 2) => Refuse(Words("zh-Hans", refusal), Words("en", refusal), code);

    /// <summary>Reads a password: typed unseen at a terminal, else the first line of standard input.</summary>
    /// <returns>Null when there is none.</returns>
    public static string? ReadSecret(string chinese, string english)
    {
        if (Console.IsInputRedirected)
            return Console.In.ReadLine();

        Console.Error.Write($"{string.Join(" / ", Spoken(chinese, english))}: ");
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace && typed.Length > 0)
                typed.Length--;
            else if (!char.IsControl(key.KeyChar))
                typed.Append(key.KeyChar);
        }
        Console.Error.WriteLine();
        return typed.ToString();
    }

    private static string Words(string language, RuleException refusal)
    {
        var present = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return ProblemWords.Of(refusal);
        }
        finally
        {
            CultureInfo.CurrentUICulture = present;
        }
    }
}

using System.Text;

namespace Jingke.Web;

/// <summary>
/// What the program says on a console. A console has no language setting that could be trusted,
/// so each sentence is said in Chinese and in English.
/// </summary>
internal static class Terminal
{
    /// <summary>Says something.</summary>
    public static void Say(string chinese, string english)
    {
        Console.WriteLine(chinese);
        Console.WriteLine(english);
    }

    /// <summary>Says that something is wrong, on the error stream, and gives the exit code.</summary>
    /// <returns>Exit code 1 for a fault, 2 for a wrong call.</returns>
    public static int Refuse(string chinese, string english, int code = 1)
    {
        Console.Error.WriteLine(chinese);
        Console.Error.WriteLine(english);
        return code;
    }

    /// <summary>Reads a password: typed unseen at a terminal, else the first line of standard input.</summary>
    /// <returns>Null when there is none.</returns>
    public static string? ReadSecret(string chinese, string english)
    {
        if (Console.IsInputRedirected)
            return Console.In.ReadLine();

        Console.Error.Write($"{chinese} / {english}: ");
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
}

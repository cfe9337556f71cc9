namespace Jingke.Web;

/// <summary>The words after <c>jingke</c>.</summary>
internal static class Verbs
{
    /// <summary>Tells that there is no such verb; exit code 2.</summary>
    public static int Unknown(string verb)
    {
        Console.Error.WriteLine($"没有“{verb}”这个命令。可用:serve、import、analyze、user、doctor。");
        Console.Error.WriteLine($"There is no command '{verb}'. Known: serve, import, analyze, user, doctor.");
        return 2;
    }
}

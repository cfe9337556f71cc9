namespace Jingke.Tests.Support;

/// <summary>The files of the repository, for tests of what holds for all of them.</summary>
internal static class SourceTree
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    /// <summary>Files below a folder, without what builds leave behind.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory
            .EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/") && !path.Contains("/bin/") && !path.Contains("/node_modules/"));

    /// <summary>A path from the folder of the solution.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path);

    // Not the compiler's path of this file: a deterministic build replaces it.
    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "Jingke.slnx")) ? folder : Above(Path.GetDirectoryName(folder)!);
}

using System.Text;
using System.Text.RegularExpressions;
using Jingke.Tests.Support;
using Xunit;

namespace Jingke.Tests.House;

/// <summary>What must not be in any file of the repository.</summary>
public sealed partial class RepositoryTests
{
    private static readonly string[] NotOurs =
    [
        ".git",
        ".idea",
        ".vs",
        "artifacts",
        "bin",
        "data",
        "dist",
        "node_modules",
        "obj",
        "TestResults",
    ];

    private static readonly string[] Binary = [".db", ".gif", ".gz", ".ico", ".jpg", ".png", ".webp", ".woff2", ".xls", ".xlsx", ".zip"];

    [Fact]
    public void No_file_names_the_machine_it_was_written_on()
    {
        var telling = Files(SourceTree.Root).Where(path => MachinePath().IsMatch(File.ReadAllText(path, Encoding.Latin1)));

        Assert.Empty(telling.Select(SourceTree.Relative));
    }

    [Fact]
    public void No_file_says_where_packages_come_from()
    {
        var telling = Files(SourceTree.Root).Where(path => PackageHost().IsMatch(File.ReadAllText(path, Encoding.Latin1)));

        Assert.Empty(telling.Select(SourceTree.Relative));
    }

    [Fact]
    public void A_text_has_no_control_characters()
    {
        var odd = Files(SourceTree.Root)
            .Where(path => !Binary.Contains(Path.GetExtension(path)))
            .Where(path => File.ReadAllBytes(path).Any(letter => letter < ' ' && letter is not ((byte)'\t' or (byte)'\n' or (byte)'\r')));

        Assert.Empty(odd.Select(SourceTree.Relative));
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory
            .EnumerateFiles(folder)
            .Where(path => Path.GetFileName(path) != ".git")
            .Concat(Directory.EnumerateDirectories(folder).Where(inner => !NotOurs.Contains(Path.GetFileName(inner))).SelectMany(Files));

    [GeneratedRegex(@"(?<![\w.}])/(work|home|root|Users|tmp/[\w-]+)/")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"//[\w.-]*(registry|nuget|npmjs|pypi|artifactory|nexus|mirror)[\w-]*\.[\w.-]+")]
    private static partial Regex PackageHost();
}

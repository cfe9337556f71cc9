using Xunit;

namespace Jingke.Tests.Tabular;

/// <summary>Data sets that lie beside the repository; a test that needs one is skipped where it is missing.</summary>
internal static class DataSets
{
    public static string PathOf(string name)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Jingke.slnx")))
            folder = Path.GetDirectoryName(folder)!;
        var path = Path.GetFullPath(Path.Combine(folder, "..", "shared", "data", name));
        Assert.SkipUnless(File.Exists(path), $"The data set {name} is not beside the repository.");
        return path;
    }
}

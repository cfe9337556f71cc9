using System.Globalization;

namespace Jingke.Benchmarks;

/// <summary>Where the repository is, and the folder in which generated data are kept from run to run.</summary>
internal sealed class Workspace
{
    /// <summary>Rises when generated data change, so that those of an earlier version are not taken for them.</summary>
    private const int Version = 1;

    private readonly string folder;

    /// <summary>Finds the repository above the program.</summary>
    /// <param name="folder">Folder for generated data; <c>artifacts/benchmarks</c> of the repository when null.</param>
    public Workspace(string? folder)
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Jingke.slnx")))
            at = at.Parent;

        Repository = at?.FullName ?? throw new InvalidOperationException("The benchmarks run inside the repository.");
        this.folder = Path.GetFullPath(folder ?? Path.Combine(Repository, "artifacts", "benchmarks"));
        Directory.CreateDirectory(this.folder);
    }

    /// <summary>Root of the repository.</summary>
    public string Repository { get; }

    /// <summary>The published product, made by run.sh.</summary>
    public string Jingke => Path.Combine(folder, "jingke", "jingke");

    /// <summary>Path of a file that is kept.</summary>
    public string PathOf(string name) => Path.Combine(folder, name);

    /// <summary>A generated file: made at the first call, and never taken for whole when making it was cut short.</summary>
    /// <param name="name">File name; its size belongs into it.</param>
    /// <param name="make">Makes the file at the path it is given.</param>
    public async Task<string> KeptAsync(string name, Func<string, Task> make)
    {
        var path = PathOf(string.Create(CultureInfo.InvariantCulture, $"v{Version}-{name}"));
        if (File.Exists(path))
            return path;

        Console.WriteLine($"  making {Path.GetFileName(path)} ...");
        var part = path + ".part";
        foreach (var rest in Directory.GetFiles(folder, Path.GetFileName(part) + "*"))
            File.Delete(rest);
        await make(part);
        File.Move(part, path);
        return path;
    }
}

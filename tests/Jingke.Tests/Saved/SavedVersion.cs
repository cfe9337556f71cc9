using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Jingke.Tests.Support;

namespace Jingke.Tests.Saved;

/// <summary>Databases that a version of the product wrote, with the figures that it showed: the folder of that version beside this file.</summary>
internal sealed record SavedVersion(string Version)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Every version of which databases are kept.</summary>
    public static IEnumerable<SavedVersion> All =>
        Directory.EnumerateDirectories(Home).Select(folder => new SavedVersion(Path.GetFileName(folder)!)).OrderBy(saved => saved.Version);

    /// <summary>The version of today.</summary>
    public static SavedVersion Present =>
        new(typeof(Web.Serve).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0]);

    /// <summary>Where the databases lie.</summary>
    public string Folder => Path.Combine(Home, Version);

    /// <summary>The SQLite file.</summary>
    public string SqliteFile => Path.Combine(Folder, "sqlite.db");

    /// <summary>The PostgreSQL database as SQL.</summary>
    public string PostgresFile => Path.Combine(Folder, "postgres.sql");

    private static string Home => Path.Combine(SourceTree.Root, "tests/Jingke.Tests/Saved");

    private string FiguresFile => Path.Combine(Folder, "figures.json");

    /// <summary>A database of its own to open.</summary>
    public async Task<TestDatabase> OpenAsync(Database kind) =>
        kind == Database.Sqlite
            ? TestDatabase.CopyOf(SqliteFile)
            : await TestDatabase.FromSqlAsync(await File.ReadAllTextAsync(PostgresFile));

    /// <summary>What the version showed.</summary>
    public SavedFigures ReadFigures() => JsonSerializer.Deserialize<SavedFigures>(File.ReadAllText(FiguresFile), Json)!;

    /// <summary>Keeps what the version shows.</summary>
    public void Write(SavedFigures figures) => File.WriteAllText(FiguresFile, JsonSerializer.Serialize(figures, Json) + "\n");
}

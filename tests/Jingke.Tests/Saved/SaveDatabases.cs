using System.Text.RegularExpressions;
using Jingke.Tests.Support;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Jingke.Tests.Saved;

/// <summary>Writes the databases of the present version that later versions must open. Runs only when asked for; see CONTRIBUTING.md.</summary>
public sealed partial class SaveDatabases
{
    [Fact(Explicit = true)]
    public async Task Write_the_databases_of_this_version()
    {
        var saved = SavedVersion.Present;
        Directory.CreateDirectory(saved.Folder);
        SavedFigures figures;

        await using (var app = await JingkeApp.StartAsync(Database.Sqlite))
        {
            using var client = await SavedCompany.FillAsync(app);
            figures = await SavedFigures.OfAsync(app, client);
            await WriteSqliteAsync(app.DatabaseArgument, saved.SqliteFile);
        }
        await using (var app = await JingkeApp.StartAsync(Database.Postgres))
        {
            using var client = await SavedCompany.FillAsync(app);
            Assert.Equivalent(figures, await SavedFigures.OfAsync(app, client), strict: true);
            var server = await PostgresServer.OnlyAsync();
            await File.WriteAllTextAsync(saved.PostgresFile, Portable(await server.DumpAsync(app.DatabaseArgument)));
        }

        saved.Write(figures);
        Assert.True(new FileInfo(saved.SqliteFile).Length < 300_000, "The SQLite file is too large for a repository.");
    }

    private static async Task WriteSqliteAsync(string source, string target)
    {
        File.Delete(target);
        await ExecuteAsync(source, $"VACUUM INTO '{target}'");
        // Small pages: most tables hold a few rows, and each takes a page of its own.
        await ExecuteAsync(target, "PRAGMA journal_mode = DELETE; PRAGMA page_size = 1024; VACUUM;");
    }

    private static async Task ExecuteAsync(string file, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    // Left out is what belongs to the program and the server that wrote it: remarks, settings of the session, commands of psql.
    private static string Portable(string dump) => Blank().Replace(OfTheServer().Replace(dump, ""), "\n\n").Trim() + "\n";

    [GeneratedRegex(@"^(--.*|\\.*|SET \w+ = .*;|SELECT pg_catalog\.set_config\(.*)\n", RegexOptions.Multiline)]
    private static partial Regex OfTheServer();

    [GeneratedRegex("\n{3,}")]
    private static partial Regex Blank();
}

using Jingke.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Jingke.Tests.Support;

/// <summary>A fresh database of this version for one test, copied from a template that is migrated once in a run.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplateAsync);
    private static readonly Lazy<Task<string>> PostgresTemplate = new(MakePostgresTemplateAsync);
    private static int count;
    private readonly Func<ValueTask> remove;

    private TestDatabase(string database, string folder, Func<ValueTask> remove) =>
        (Argument, Folder, this.remove) = (database, folder, remove);

    /// <summary>What <c>--database</c> takes.</summary>
    public string Argument { get; }

    /// <summary>A data folder of the test's own.</summary>
    public string Folder { get; }

    public static async Task<TestDatabase> CreateAsync(Database kind)
    {
        var folder = Directory.CreateTempSubdirectory("jingke-test-").FullName;
        if (kind == Database.Sqlite)
        {
            var file = Path.Combine(folder, "jingke.db");
            File.Copy(await SqliteTemplate.Value, file);
            return new(file, folder, () => DeleteFolder(folder));
        }

        var template = await PostgresTemplate.Value;
        var server = await PostgresServer.OnlyAsync();
        var name = $"test_{Interlocked.Increment(ref count)}";
        return new(
            await server.CreateDatabaseAsync(name, template),
            folder,
            async () =>
            {
                await server.DropDatabaseAsync(name);
                await DeleteFolder(folder);
            }
        );
    }

    /// <summary>A copy of a SQLite file.</summary>
    public static TestDatabase CopyOf(string file)
    {
        var folder = Directory.CreateTempSubdirectory("jingke-test-").FullName;
        var copy = Path.Combine(folder, "jingke.db");
        File.Copy(file, copy);
        return new(copy, folder, () => DeleteFolder(folder));
    }

    /// <summary>A PostgreSQL database in which SQL is run first.</summary>
    public static async Task<TestDatabase> FromSqlAsync(string sql)
    {
        var server = await PostgresServer.OnlyAsync();
        var name = $"test_{Interlocked.Increment(ref count)}";
        var database = await server.CreateDatabaseAsync(name);
        await using (var connection = new Npgsql.NpgsqlConnection(database))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }
        var folder = Directory.CreateTempSubdirectory("jingke-test-").FullName;
        return new(
            database,
            folder,
            async () =>
            {
                await server.DropDatabaseAsync(name);
                await DeleteFolder(folder);
            }
        );
    }

    public ValueTask DisposeAsync() => remove();

    private static ValueTask DeleteFolder(string folder)
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static async Task<string> MakeSqliteTemplateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("jingke-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var file = Path.Combine(folder, "template.db");
        await MigrateAsync(file);
        // Everything must be in the one file that is copied, nothing in its log.
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=false"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE;";
            await command.ExecuteNonQueryAsync();
        }
        return file;
    }

    private static async Task<string> MakePostgresTemplateAsync()
    {
        const string name = "template_jingke";
        var server = await PostgresServer.OnlyAsync();
        await MigrateAsync(await server.CreateDatabaseAsync(name));
        Npgsql.NpgsqlConnection.ClearAllPools();
        return name;
    }

    private static async Task MigrateAsync(string database)
    {
        await using var services = new ServiceCollection().AddLogging().AddData(DatabaseChoice.From(database, "")).BuildServiceProvider();
        await services.GetRequiredService<DatabaseUpgrade>().RunAsync(CancellationToken.None);
        SqliteConnection.ClearAllPools();
    }
}

using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Jingke.Web.Data;

/// <summary>Settings that SQLite wants on each connection.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    /// <summary>Readers go on while an import writes. Stays with the file, so it is set once, by the upgrade.</summary>
    public const string WriteAheadLog = "PRAGMA journal_mode = WAL";

    // NORMAL: with WAL a crash of the process loses nothing; a power cut may lose the last transactions but never breaks the file.
    // The cache size is negative, hence KiB.
    private const string Settings =
        "PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 30000; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY;";

    // Each connection has a cache of its own. One that writes a million lines gains from a large one; the many that serve pages would
    // only fill the memory with the same pages.
    private const string CacheForBulk = "PRAGMA cache_size = -65536;";

    // Connections come back from a pool with the engine's handle that they had, and its settings.
    private static readonly ConditionalWeakTable<sqlite3, object> Applied = [];

    /// <summary>Gives a connection the cache that bulk writing wants; it keeps it in the pool.</summary>
    public static void ApplyForBulk(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = CacheForBulk;
        command.ExecuteNonQuery();
    }

    public static void Apply(SqliteConnection connection)
    {
        if (!Applied.TryAdd(connection.Handle!, Settings))
            return;

        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Apply((SqliteConnection)connection);
        return Task.CompletedTask;
    }
}

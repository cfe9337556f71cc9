using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Jingke.Web.Data;

/// <summary>Settings that SQLite wants on each connection.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    /// <summary>Readers go on while an import writes. Stays with the file, so it is set once, by the upgrade.</summary>
    public const string WriteAheadLog = "PRAGMA journal_mode = WAL";

    // NORMAL: with WAL a crash of the process loses nothing; a power cut may lose the last transactions but never breaks the file.
    // The cache size is negative, hence KiB.
    private const string Settings =
        "PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 30000; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;";

    public static void Apply(SqliteConnection connection)
    {
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

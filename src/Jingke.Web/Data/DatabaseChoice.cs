using Microsoft.Data.Sqlite;

namespace Jingke.Web.Data;

/// <summary>Which database to use, from one piece of configuration.</summary>
/// <param name="IsPostgres">PostgreSQL, else SQLite.</param>
/// <param name="ConnectionString">The provider's connection string.</param>
public sealed record DatabaseChoice(bool IsPostgres, string ConnectionString)
{
    /// <summary>
    /// Reads <c>--database</c>: empty is a SQLite file in the data folder, something with <c>Host=</c> is PostgreSQL,
    /// anything else is the path of a SQLite file.
    /// </summary>
    public static DatabaseChoice From(string? database, string dataFolder)
    {
        if (database is { Length: > 0 } && database.Contains("Host=", StringComparison.OrdinalIgnoreCase))
            return new(true, database);

        var file = string.IsNullOrWhiteSpace(database) ? Path.Combine(dataFolder, "jingke.db") : database;
        return new(false, new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(file), DefaultTimeout = 60 }.ToString());
    }
}

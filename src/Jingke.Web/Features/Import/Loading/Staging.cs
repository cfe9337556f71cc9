using System.Data.Common;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Jingke.Web.Features.Import.Loading;

/// <summary>Temporary tables of one connection, through which sets of rows are compared with tables. The same text on both databases.</summary>
internal static class Staging
{
    /// <summary>Makes an empty temporary table.</summary>
    /// <param name="db">The context, inside a transaction.</param>
    /// <param name="table">Name; not that of a real table.</param>
    /// <param name="columns">Columns with types.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task MakeAsync(JingkeDbContext db, string table, string columns, CancellationToken cancel)
    {
        await ExecuteAsync(db, $"DROP TABLE IF EXISTS {table}", cancel);
        await ExecuteAsync(db, $"CREATE TEMP TABLE {table} ({columns})", cancel);
    }

    /// <summary>Call it when the table is filled: PostgreSQL plans joins by what it knows of a table, and of a new one it knows nothing.</summary>
    public static Task ReadyAsync(JingkeDbContext db, string table, CancellationToken cancel) =>
        db.Database.IsSqlite() ? Task.CompletedTask : ExecuteAsync(db, $"ANALYZE {table}", cancel);

    /// <summary>Runs a statement; its text is ours, values go as parameters.</summary>
    /// <returns>Rows affected.</returns>
    public static async Task<int> ExecuteAsync(
        JingkeDbContext db,
        string sql,
        CancellationToken cancel,
        params (string Name, object? Value)[] values
    )
    {
        await using var command = Command(db, sql, values);
        return await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Runs a query.</summary>
    public static Task<DbDataReader> ReadAsync(
        JingkeDbContext db,
        string sql,
        CancellationToken cancel,
        params (string Name, object? Value)[] values
    ) =>
        // The command lives as long as its reader.
        Command(db, sql, values).ExecuteReaderAsync(cancel);

    /// <summary>Runs a query for one whole number; 0 for none.</summary>
    public static async Task<long> NumberAsync(
        JingkeDbContext db,
        string sql,
        CancellationToken cancel,
        params (string Name, object? Value)[] values
    )
    {
        await using var command = Command(db, sql, values);
        return await command.ExecuteScalarAsync(cancel) is { } value and not DBNull
            ? Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture)
            : 0;
    }

    private static DbCommand Command(JingkeDbContext db, string sql, (string Name, object? Value)[] values)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0; // A large file takes as long as it takes.
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }
        return command;
    }
}

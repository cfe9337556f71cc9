using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data.Bulk;

/// <summary>
/// Writes many rows into one table past the change tracker, inside the context's current transaction. For each row call one method per
/// column, in the order of the columns, then <see cref="EndRow"/>. Bulk rows are not audited one by one: their maker records the batch.
/// </summary>
public abstract class BulkWriter : IDisposable
{
    /// <summary>Rows written so far.</summary>
    public long Count { get; private protected set; }

    /// <summary>Opens a writer.</summary>
    /// <param name="db">The context; it must have a transaction.</param>
    /// <param name="table">Table name.</param>
    /// <param name="columns">Columns in the order in which values will come.</param>
    /// <exception cref="InvalidOperationException">The context has no transaction.</exception>
    public static BulkWriter Open(JingkeDbContext db, string table, params ReadOnlySpan<string> columns)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("Bulk rows are written inside a transaction.");

        return db.Database.IsSqlite()
            ? new SqliteBulkWriter((Microsoft.Data.Sqlite.SqliteConnection)db.Database.GetDbConnection(), table, columns)
            : new PostgresBulkWriter((Npgsql.NpgsqlConnection)db.Database.GetDbConnection(), table, columns);
    }

    /// <summary>Writes a whole number (bigint column).</summary>
    public abstract void Long(long? value);

    /// <summary>Writes a whole number (integer column).</summary>
    public abstract void Int(int? value);

    /// <summary>Writes a floating-point number.</summary>
    public abstract void Double(double? value);

    /// <summary>Writes text.</summary>
    public abstract void Text(string? value);

    /// <summary>Writes a day.</summary>
    public abstract void Day(DateOnly? value);

    /// <summary>Writes a UTC instant.</summary>
    public abstract void Instant(DateTime? value);

    /// <summary>Writes an identifier of a person.</summary>
    public abstract void Guid(Guid? value);

    /// <summary>Writes yes or no.</summary>
    public abstract void Bool(bool value);

    /// <summary>Ends the row.</summary>
    public abstract void EndRow();

    /// <summary>Ends writing: only now is everything certainly in the table (of the open transaction).</summary>
    public abstract void Complete();

    /// <inheritdoc/>
    public abstract void Dispose();
}

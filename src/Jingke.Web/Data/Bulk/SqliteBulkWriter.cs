using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Jingke.Web.Data.Bulk;

/// <summary>One prepared insert, bound and stepped again for each row with the engine's own calls.</summary>
internal sealed class SqliteBulkWriter : BulkWriter
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly int columns;
    private readonly byte[] text = new byte[64];
    private int at;

    public SqliteBulkWriter(SqliteConnection connection, string table, ReadOnlySpan<string> columns)
    {
        SqlitePragmas.ApplyForBulk(connection);
        database = connection.Handle!;
        this.columns = columns.Length;
        var names = string.Join(", ", columns!);
        var places = string.Join(
            ", ",
            Enumerable.Range(1, columns.Length).Select(number => string.Create(CultureInfo.InvariantCulture, $"?{number}"))
        );
        Check(raw.sqlite3_prepare_v2(database, $"INSERT INTO {table} ({names}) VALUES ({places})", out statement));
    }

    public override void Long(long? value) =>
        Check(value is { } number ? raw.sqlite3_bind_int64(statement, ++at, number) : raw.sqlite3_bind_null(statement, ++at));

    public override void Int(int? value) => Long(value);

    public override void Double(double? value) =>
        Check(value is { } number ? raw.sqlite3_bind_double(statement, ++at, number) : raw.sqlite3_bind_null(statement, ++at));

    public override void Text(string? value)
    {
        if (value is null)
            Check(raw.sqlite3_bind_null(statement, ++at));
        else if (value.Length * 3 <= text.Length)
            Check(raw.sqlite3_bind_text(statement, ++at, text.AsSpan(0, Encoding.UTF8.GetBytes(value, text))));
        else
            Check(raw.sqlite3_bind_text(statement, ++at, Encoding.UTF8.GetBytes(value)));
    }

    public override void Day(DateOnly? value)
    {
        if (value is not { } day)
        {
            Check(raw.sqlite3_bind_null(statement, ++at));
            return;
        }

        day.TryFormat(text, out var written, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Check(raw.sqlite3_bind_text(statement, ++at, text.AsSpan(0, written)));
    }

    // The form in which EF Core's provider writes an instant.
    public override void Instant(DateTime? value) => Text(value?.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture));

    // The provider writes identifiers as upper-case text.
    public override void Guid(Guid? value) => Text(value?.ToString().ToUpperInvariant());

    public override void Bool(bool value) => Long(value ? 1 : 0);

    public override void EndRow()
    {
        if (at != columns)
            throw new InvalidOperationException($"A row has {columns} columns, {at} were given.");

        var code = raw.sqlite3_step(statement);
        if (code != raw.SQLITE_DONE)
            Check(code);
        raw.sqlite3_reset(statement);
        (at, Count) = (0, Count + 1);
    }

    public override void Complete() { }

    public override void Dispose() => statement.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            throw new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), code, raw.sqlite3_extended_errcode(database));
    }
}

using Npgsql;
using NpgsqlTypes;

namespace Jingke.Web.Data.Bulk;

/// <summary>PostgreSQL's binary copy.</summary>
internal sealed class PostgresBulkWriter : BulkWriter
{
    private readonly NpgsqlBinaryImporter copy;
    private readonly int columns;
    private int at;

    public PostgresBulkWriter(NpgsqlConnection connection, string table, ReadOnlySpan<string> columns)
    {
        this.columns = columns.Length;
        copy = connection.BeginBinaryImport($"COPY {table} ({string.Join(", ", columns!)}) FROM STDIN (FORMAT BINARY)");
        copy.Timeout = TimeSpan.Zero; // Millions of rows take as long as they take; a lost server ends the connection.
    }

    public override void Long(long? value) => Write(value, NpgsqlDbType.Bigint);

    public override void Int(int? value) => Write(value, NpgsqlDbType.Integer);

    public override void Double(double? value) => Write(value, NpgsqlDbType.Double);

    public override void Text(string? value)
    {
        Begin();
        if (value is null)
            copy.WriteNull();
        else
            copy.Write(value, NpgsqlDbType.Text);
    }

    public override void Day(DateOnly? value) => Write(value, NpgsqlDbType.Date);

    public override void Instant(DateTime? value) => Write(value, NpgsqlDbType.TimestampTz);

    public override void Guid(Guid? value) => Write(value, NpgsqlDbType.Uuid);

    public override void Bool(bool value) => Write<bool>(value, NpgsqlDbType.Boolean);

    public override void EndRow()
    {
        if (at != columns)
            throw new InvalidOperationException($"A row has {columns} columns, {at} were given.");

        (at, Count) = (0, Count + 1);
    }

    public override void Complete() => copy.Complete();

    public override void Dispose() => copy.Dispose();

    private void Write<T>(T? value, NpgsqlDbType type)
        where T : struct
    {
        Begin();
        if (value is { } known)
            copy.Write(known, type);
        else
            copy.WriteNull();
    }

    private void Begin()
    {
        if (at++ == 0)
            copy.StartRow();
    }
}

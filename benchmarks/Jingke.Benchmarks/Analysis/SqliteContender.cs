using System.Globalization;
using Jingke.Benchmarks.Company;
using Jingke.Benchmarks.Measuring;
using Microsoft.Data.Sqlite;

namespace Jingke.Benchmarks.Analysis;

/// <summary>SQLite on the same tables, with an index for each way in which the analysis groups lines, none of which needs a look into the table.</summary>
internal sealed class SqliteContender : IDisposable
{
    private const string Indexes = """
        CREATE INDEX line_by_account ON line (account, day, amount, quantity, cost, discount);
        CREATE INDEX line_by_order ON line (account, order_no, day, amount);
        CREATE INDEX line_by_product ON line (account, product, day, amount);
        CREATE INDEX line_by_place ON line (account, place, day, amount);
        ANALYZE;
        """;

    private readonly SqliteConnection connection;

    private SqliteContender(string file)
    {
        connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        Execute("PRAGMA cache_size = -1048576; PRAGMA mmap_size = 8589934592; PRAGMA temp_store = MEMORY; PRAGMA threads = 2;");
    }

    /// <summary>Opens the database of a company; fills it at the first time.</summary>
    public static async Task<SqliteContender> OpenAsync(Workspace workspace, GeneratedCompany company) =>
        new(
            await workspace.KeptAsync(
                $"{company.Lines}x{company.Accounts.Length}.sqlite",
                part =>
                {
                    Fill(part, company);
                    return Task.CompletedTask;
                }
            )
        );

    /// <summary>One analysis.</summary>
    public Sample Run(string[] statements) =>
        Turns.Time(() =>
        {
            foreach (var statement in statements)
                Execute(statement);
        });

    /// <summary>The answers that the analysis left behind.</summary>
    public Dictionary<string, string[]> Answers() =>
        SqlText.Answers.ToDictionary(answer => answer.Key, answer => Rows(answer.Value).ToArray());

    public void Dispose() => connection.Dispose();

    private static void Fill(string file, GeneratedCompany company)
    {
        using var fresh = new SqliteContender(file);
        fresh.Execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
        using (var transaction = fresh.connection.BeginTransaction())
        {
            foreach (var (table, columns) in CompanyTables.Tables)
            {
                fresh.Execute($"CREATE TABLE {table} ({string.Join(", ", columns.Select(DefinitionOf))})");
                fresh.Insert(table, columns, CompanyTables.Rows(company, table));
            }

            transaction.Commit();
        }

        fresh.Execute(Indexes);
    }

    private static string DefinitionOf(string column) => column == "id" ? "id INTEGER PRIMARY KEY" : $"{column} INTEGER";

    private void Insert(string table, string[] columns, IEnumerable<long?[]> rows)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {table} VALUES ({string.Join(", ", columns.Select(column => '$' + column))})";
        var values = Array.ConvertAll(columns, column => command.Parameters.Add('$' + column, SqliteType.Integer));
        foreach (var row in rows)
        {
            for (var at = 0; at < row.Length; at++)
                values[at].Value = row[at] is { } value ? value : DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    private IEnumerable<string> Rows(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var cells = new object[reader.FieldCount];
        while (reader.Read())
        {
            reader.GetValues(cells);
            yield return string.Join(',', cells.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture)));
        }
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }
}

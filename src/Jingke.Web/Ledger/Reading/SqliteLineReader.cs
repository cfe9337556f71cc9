using Jingke.Analytics.Ledger;
using Jingke.Web.Data;
using Jingke.Web.Tabular.Values;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Jingke.Web.Ledger.Reading;

/// <summary>
/// Reads sales lines of SQLite with the engine's own calls: a data reader would box and check every cell, and this is the one place
/// where a million rows a second count. Two threads read a half of the table each.
/// </summary>
internal sealed class SqliteLineReader(DatabaseChoice choice) : ILineReader
{
    private const string Columns = "account_id, ordered_on, product_id, place_id, amount, quantity, cost, discount, order_no";

    public async Task ReadAsync(
        SalesLedgerBuilder builder,
        DirectoryCodes codes,
        LedgerGrain grain,
        IReadOnlyCollection<long>? accounts,
        Action<long> progress,
        CancellationToken cancel
    )
    {
        if (grain == LedgerGrain.Month)
        {
            var month = new MonthSql("substr(ordered_on, 1, 7)");
            await Task.Run(() => ReadLines(month.Rows, builder.NewSegment(), codes, progress, cancel), cancel);
            await Task.Run(() => ReadMonths(month.Months, builder, codes, cancel), cancel);
        }
        else if (accounts is not null)
        {
            var sql = $"SELECT {Columns} FROM sales_line WHERE account_id IN ({string.Join(',', accounts)})";
            await Task.Run(() => ReadLines(sql, builder.NewSegment(), codes, progress, cancel), cancel);
        }
        else
        {
            var middle = Scalar("SELECT (COALESCE(MIN(rowid), 0) + COALESCE(MAX(rowid), 0)) / 2 FROM sales_line");
            var counts = new long[2];
            await Task.WhenAll(Half(0, $"rowid <= {middle}"), Half(1, $"rowid > {middle}"));

            Task Half(int part, string condition) =>
                Task.Run(
                    () =>
                        ReadLines(
                            $"SELECT {Columns} FROM sales_line WHERE {condition}",
                            builder.NewSegment(),
                            codes,
                            lines =>
                            {
                                Volatile.Write(ref counts[part], lines);
                                progress(Volatile.Read(ref counts[0]) + Volatile.Read(ref counts[1]));
                            },
                            cancel
                        ),
                    cancel
                );
        }
    }

    private void ReadLines(string sql, LedgerSegment segment, DirectoryCodes codes, Action<long> progress, CancellationToken cancel) =>
        Each(
            sql,
            row =>
            {
                var account = codes.Accounts[raw.sqlite3_column_int64(row, 0)];
                if (account < 0)
                    return;

                var order = raw.sqlite3_column_blob(row, 8);
                segment.Append(
                    new SalesLine
                    {
                        Account = account,
                        Day = DateOnly.FromDayNumber(DayOf(raw.sqlite3_column_blob(row, 1))),
                        Product = Math.Max(0, codes.Products[raw.sqlite3_column_int64(row, 2)]),
                        Place = codes.PlaceOf(raw.sqlite3_column_int64(row, 3)),
                        Amount = raw.sqlite3_column_int64(row, 4),
                        Quantity = raw.sqlite3_column_int64(row, 5),
                        Cost = raw.sqlite3_column_type(row, 6) == raw.SQLITE_NULL ? null : raw.sqlite3_column_int64(row, 6),
                        Discount = raw.sqlite3_column_int64(row, 7),
                        OrderKey = order.Length == 0 ? 0 : XxHash64.Of(order),
                    }
                );
                if ((segment.Count & 0xFFFF) == 0)
                {
                    cancel.ThrowIfCancellationRequested();
                    progress(segment.Count);
                }
            }
        );

    private void ReadMonths(string sql, SalesLedgerBuilder builder, DirectoryCodes codes, CancellationToken cancel) =>
        Each(
            sql,
            row =>
            {
                cancel.ThrowIfCancellationRequested();
                var account = codes.Accounts[raw.sqlite3_column_int64(row, 0)];
                if (account < 0)
                    return;

                var first = DateOnly.FromDayNumber(DayOf(raw.sqlite3_column_blob(row, 1)));
                var last = raw.sqlite3_column_blob(row, 3);
                builder.Append(
                    new AccountMonth(
                        account,
                        first.Year,
                        first.Month,
                        raw.sqlite3_column_int(row, 2),
                        last.Length == 0 ? null : DateOnly.FromDayNumber(DayOf(last)),
                        first
                    )
                );
            }
        );

    private void Each(string sql, Action<sqlite3_stmt> read)
    {
        using var connection = new SqliteConnection(choice.ConnectionString);
        connection.Open();
        SqlitePragmas.Apply(connection);
        var database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(database, sql, out var statement), database);
        using (statement)
        {
            int code;
            while ((code = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
                read(statement);
            Check(code == raw.SQLITE_DONE ? raw.SQLITE_OK : code, database);
        }
    }

    private long Scalar(string sql)
    {
        long value = 0;
        Each(sql, row => value = raw.sqlite3_column_int64(row, 0));
        return value;
    }

    private static void Check(int code, sqlite3 database)
    {
        if (code != raw.SQLITE_OK)
            throw new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), code);
    }

    /// <summary>The day number of 'yyyy-MM-dd'.</summary>
    private static int DayOf(ReadOnlySpan<byte> text)
    {
        var year = (text[0] * 1000) + (text[1] * 100) + (text[2] * 10) + text[3] - ('0' * 1111);
        var month = (text[5] * 10) + text[6] - ('0' * 11);
        var day = (text[8] * 10) + text[9] - ('0' * 11);
        return new DateOnly(year, month, day).DayNumber;
    }
}

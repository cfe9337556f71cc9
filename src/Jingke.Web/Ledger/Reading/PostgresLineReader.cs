using Jingke.Analytics.Ledger;
using Jingke.Web.Data;
using Npgsql;
using NpgsqlTypes;

namespace Jingke.Web.Ledger.Reading;

/// <summary>Reads sales lines of PostgreSQL through its binary copy protocol, which sends no text and asks nothing per row.</summary>
internal sealed class PostgresLineReader(DatabaseChoice choice) : ILineReader
{
    // Days as numbers and order numbers as hashes are made by the server: less to send, nothing to parse.
    private const string Day = "ordered_on - date '0001-01-01'";
    private const string Order = "CASE WHEN order_no = '' THEN 0 ELSE hashtextextended(order_no, 0) END";
    private const string Columns = $"account_id, {Day}, product_id, place_id, amount, quantity, cost, discount, {Order}";

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
            var month = new MonthSql("to_char(ordered_on, 'YYYY-MM')");
            // The order key must be text to be joined; it becomes a hash only on the way out.
            var rows = $"""
                SELECT account_id, day - date '0001-01-01', product_id, place_id, amount::bigint, quantity::bigint, cost::bigint, discount::bigint,
                       CASE WHEN order_key = '' THEN 0 ELSE hashtextextended(order_key, 0) END
                FROM ({month.Rows}) AS sums (account_id, day, product_id, place_id, amount, quantity, cost, discount, order_key)
                """;
            await ReadLinesAsync(rows, builder.NewSegment(), codes, progress, cancel);
            var months =
                $"SELECT account_id, first_on, orders::int, last_on FROM ({month.Months}) AS months (account_id, first_on, orders, last_on)";
            await ReadMonthsAsync(months, builder, codes, cancel);
            return;
        }

        var where = accounts is null ? "" : $" WHERE account_id IN ({string.Join(',', accounts)})";
        await ReadLinesAsync($"SELECT {Columns} FROM sales_line{where}", builder.NewSegment(), codes, progress, cancel);
    }

    private async Task ReadLinesAsync(
        string sql,
        LedgerSegment segment,
        DirectoryCodes codes,
        Action<long> progress,
        CancellationToken cancel
    )
    {
        await using var connection = new NpgsqlConnection(choice.ConnectionString);
        await connection.OpenAsync(cancel);
        await using var copy = await connection.BeginBinaryExportAsync($"COPY ({sql}) TO STDOUT (FORMAT BINARY)", cancel);
        while (await copy.StartRowAsync(cancel) >= 0)
        {
            var account = codes.Accounts[copy.Read<long>(NpgsqlDbType.Bigint)];
            var line = new SalesLine
            {
                Account = account,
                Day = DateOnly.FromDayNumber(copy.Read<int>(NpgsqlDbType.Integer)),
                Product = Math.Max(0, codes.Products[Long(copy) ?? 0]),
                Place = codes.PlaceOf(Long(copy) ?? 0),
                Amount = copy.Read<long>(NpgsqlDbType.Bigint),
                Quantity = Long(copy) ?? 0,
                Cost = Long(copy),
                Discount = Long(copy) ?? 0,
                OrderKey = unchecked((ulong)copy.Read<long>(NpgsqlDbType.Bigint)),
            };
            if (account < 0)
                continue;
            segment.Append(line);
            if ((segment.Count & 0xFFFF) == 0)
                progress(segment.Count);
        }
    }

    private async Task ReadMonthsAsync(string sql, SalesLedgerBuilder builder, DirectoryCodes codes, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(choice.ConnectionString);
        await connection.OpenAsync(cancel);
        await using var copy = await connection.BeginBinaryExportAsync($"COPY ({sql}) TO STDOUT (FORMAT BINARY)", cancel);
        while (await copy.StartRowAsync(cancel) >= 0)
        {
            var account = codes.Accounts[copy.Read<long>(NpgsqlDbType.Bigint)];
            var first = copy.Read<DateOnly>(NpgsqlDbType.Date);
            var orders = copy.Read<int>(NpgsqlDbType.Integer);
            DateOnly? last = null;
            if (copy.IsNull)
                copy.Skip();
            else
                last = copy.Read<DateOnly>(NpgsqlDbType.Date);
            if (account >= 0)
                builder.Append(new AccountMonth(account, first.Year, first.Month, orders, last, first));
        }
    }

    private static long? Long(NpgsqlBinaryExporter copy)
    {
        if (!copy.IsNull)
            return copy.Read<long>(NpgsqlDbType.Bigint);

        copy.Skip();
        return null;
    }
}

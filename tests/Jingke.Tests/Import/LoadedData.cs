using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Jingke.Domain.Imports;
using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Tests.Import;

/// <summary>
/// What imports have left in a database, told without identifiers that a database gives out itself: those of a load that was cut off
/// are lost, so they differ from those of an undisturbed one.
/// </summary>
internal static class LoadedData
{
    private const string Sale =
        "l.id, l.order_no, l.line_no, l.ordered_on, l.quantity, l.unit_price, l.amount, l.cost, l.discount, l.salesperson, l.content, "
        + "l.batch_id, l.changed_by_batch_id, p.code AS product, p.name AS product_name, e.country, e.zone, e.province, e.city";

    private const string Named = "LEFT JOIN product p ON p.id = l.product_id LEFT JOIN place e ON e.id = l.place_id";

    private static readonly (string Name, string Sql)[] Tables =
    [
        (
            "accounts",
            """
            SELECT code, name, normalised_name, name_order, province_code, city_code, region_text, first_traded_on, created_by_batch_id
            FROM account ORDER BY code, name
            """
        ),
        ("found by search", "SELECT a.code, s.words, s.pinyin FROM search_entry s JOIN account a ON a.id = s.account_id ORDER BY a.code"),
        (
            "products",
            "SELECT p.code, p.name, c.name AS category FROM product p LEFT JOIN product_category c ON c.id = p.category_id ORDER BY p.code, p.name"
        ),
        ("places", "SELECT country, zone, province_code, province, city FROM place ORDER BY country, zone, province, city"),
        ("sales lines", $"SELECT a.code AS account, {Sale} FROM sales_line l JOIN account a ON a.id = l.account_id {Named} ORDER BY l.id"),
        ("lines without a customer", $"SELECT {Sale} FROM unattributed_line l {Named} ORDER BY l.id"),
        ("replaced lines", "SELECT id, replaced_by_batch_id, amount, content FROM replaced_line ORDER BY id, replaced_by_batch_id"),
        ("rejected rows", "SELECT batch_id, position, row, code, args, cells FROM rejected_row ORDER BY batch_id, position"),
        ("changed fields", "SELECT batch_id, subject, changes FROM imported_change ORDER BY batch_id, subject, changes"),
    ];

    /// <summary>One line for each table: rows and a fingerprint of them; and the numbers of each import.</summary>
    public static async Task<string> TellAsync(JingkeDbContext db)
    {
        var told = new StringBuilder();
        foreach (var (name, sql) in Tables)
        {
            var (rows, hash) = await FingerprintAsync(db, sql);
            told.AppendLine(CultureInfo.InvariantCulture, $"{name}: {rows} rows, {hash}");
        }
        foreach (var batch in await db.ImportBatches.AsNoTracking().OrderBy(batch => batch.Id).ToListAsync())
            told.AppendLine(CultureInfo.InvariantCulture, $"import {batch.Id}: {Numbers(batch)}");
        told.AppendLine(CultureInfo.InvariantCulture, $"net sales: {await db.SalesLines.SumAsync(line => line.Amount)}");
        return told.ToString();
    }

    private static string Numbers(ImportBatch batch) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {batch.State}, read {batch.Read} of {batch.TotalRows}, done {batch.RowsDone}, accepted {batch.Accepted}, rejected {batch.Rejected}, duplicate {batch.Duplicate}, updated {batch.Updated}, identical {batch.Identical}, unattributed {batch.Unattributed}, regions {batch.RegionsUnrecognised}, accounts {batch.AccountsCreated} + {batch.AccountsUpdated}, products {batch.ProductsCreated}
            """
        );

    private static async Task<(long Rows, string Hash)> FingerprintAsync(JingkeDbContext db, string sql)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await using var rows = await command.ExecuteReaderAsync();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (count, text) = (0L, new StringBuilder());
        var values = new object[rows.FieldCount];
        while (await rows.ReadAsync())
        {
            count++;
            rows.GetValues(values);
            foreach (var value in values)
                text.Append(CultureInfo.InvariantCulture, $"{value}").Append('|');
            hash.AppendData(Encoding.UTF8.GetBytes(text.Append('\n').ToString()));
            text.Clear();
        }
        return (count, Convert.ToHexString(hash.GetHashAndReset())[..16]);
    }
}

using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;
using Jingke.Web.Features.Import.Changes;
using Jingke.Web.Features.Import.Loading;

namespace Jingke.Web.Features.Import.Receivables;

/// <summary>Tells which invoices, and which receipts of them, are in the database already.</summary>
internal static class KnownReceivables
{
    /// <summary>An invoice.</summary>
    /// <param name="Id">Its identifier; 0 while it is not written.</param>
    /// <param name="New">Its place among those to be written; -1 for one that is there.</param>
    /// <param name="IsOfBatch">Whether the same import brought it.</param>
    public sealed record Invoice(long Id, int New, bool IsOfBatch)
    {
        /// <summary>What it says.</summary>
        public required InvoiceTerms Terms { get; set; }

        /// <summary>Whether the same import has said so, be it by bringing or by changing it.</summary>
        public bool IsSaid { get; set; } = IsOfBatch;

        /// <summary>Receipts that are known: day, amount, which one of equal ones.</summary>
        public HashSet<(DateOnly On, long Amount, int Occurrence)> Receipts { get; } = [];
    }

    /// <summary>Looks invoices up by account and number, in the present transaction.</summary>
    public static async Task<Dictionary<(long Account, string Number), Invoice>> FindAsync(
        JingkeDbContext db,
        long batch,
        IEnumerable<(long Account, string Number)> keys,
        CancellationToken cancel
    )
    {
        await Staging.MakeAsync(db, "import_invoice", "account_id bigint, invoice_no text", cancel);
        using (var rows = BulkWriter.Open(db, "import_invoice", "account_id", "invoice_no"))
        {
            foreach (var (account, number) in keys.Distinct())
            {
                rows.Long(account);
                rows.Text(number);
                rows.EndRow();
            }
            rows.Complete();
        }
        await Staging.ReadyAsync(db, "import_invoice", cancel);
        var (found, byId) = (new Dictionary<(long, string), Invoice>(), new Dictionary<long, Invoice>());
        await using (
            var rows = await Staging.ReadAsync(
                db,
                """
                SELECT r.id, r.account_id, r.invoice_no, r.invoiced_on, r.due_on, r.amount, COALESCE(r.created_by_batch_id, 0),
                    COALESCE(c.batch_id, 0)
                FROM import_invoice k CROSS JOIN receivable r
                LEFT JOIN imported_change c ON c.batch_id = @batch AND c.subject = @subject AND c.subject_id = r.id
                WHERE r.account_id = k.account_id AND r.invoice_no = k.invoice_no ORDER BY r.id
                """,
                cancel,
                ("batch", batch),
                ("subject", ChangedTable.Receivables.Subject)
            )
        )
            while (await rows.ReadAsync(cancel))
            {
                var invoice = new Invoice(rows.GetInt64(0), -1, rows.GetInt64(6) == batch)
                {
                    Terms = new(Day(rows, 3), Day(rows, 4), rows.GetInt64(5)),
                };
                invoice.IsSaid |= rows.GetInt64(7) == batch;
                // Of two after a merge of accounts the first one counts.
                if (found.TryAdd((rows.GetInt64(1), rows.GetString(2)), invoice))
                    byId.Add(invoice.Id, invoice);
            }
        await using var receipts = await Staging.ReadAsync(
            db,
            """
            SELECT p.receivable_id, p.received_on, p.amount, p.occurrence
            FROM import_invoice k CROSS JOIN receivable r CROSS JOIN receipt p
            WHERE r.account_id = k.account_id AND r.invoice_no = k.invoice_no AND p.receivable_id = r.id
            """,
            cancel
        );
        while (await receipts.ReadAsync(cancel))
            if (byId.TryGetValue(receipts.GetInt64(0), out var invoice))
                invoice.Receipts.Add((Day(receipts, 1), receipts.GetInt64(2), receipts.GetInt32(3)));
        return found;
    }

    private static DateOnly Day(System.Data.Common.DbDataReader rows, int column) => rows.GetFieldValue<DateOnly>(column);
}

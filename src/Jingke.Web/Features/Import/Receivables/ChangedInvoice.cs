using System.Globalization;
using Jingke.Domain.Imports;
using Jingke.Domain.Receivables;
using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;
using Jingke.Web.Features.Import.Changes;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Import.Receivables;

/// <summary>What an invoice says.</summary>
/// <param name="InvoicedOn">The day on it.</param>
/// <param name="DueOn">When it is due.</param>
/// <param name="Amount">What is to be paid, ten-thousandths.</param>
public readonly record struct InvoiceTerms(DateOnly InvoicedOn, DateOnly DueOn, long Amount);

/// <summary>An invoice that was there and comes again with other days or another amount.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="InvoiceNo">Its number.</param>
/// <param name="Before">What it said.</param>
/// <param name="After">What it says now.</param>
internal sealed record ChangedInvoice(long Id, string InvoiceNo, InvoiceTerms Before, InvoiceTerms After)
{
    /// <summary>How many invoices an import has changed.</summary>
    public static Task<long> CountAsync(JingkeDbContext db, long batch, CancellationToken cancel) =>
        db.ImportedChanges.LongCountAsync(change => change.BatchId == batch && change.Subject == ChangedTable.Receivables.Subject, cancel);

    /// <summary>Writes what invoices say now and keeps what they said, in the present transaction; each one once for an import.</summary>
    public static async Task WriteAsync(
        JingkeDbContext db,
        ImportBatch batch,
        IReadOnlyList<ChangedInvoice> invoices,
        CancellationToken cancel
    )
    {
        if (invoices.Count == 0)
            return;
        var changes = new FieldChanges(ChangedTable.Receivables);
        foreach (var (id, _, before, after) in invoices)
        {
            Set(id, nameof(Receivable.InvoicedOn), Text(before.InvoicedOn), Text(after.InvoicedOn));
            Set(id, nameof(Receivable.DueOn), Text(before.DueOn), Text(after.DueOn));
            Set(id, nameof(Receivable.Amount), Text(before.Amount), Text(after.Amount));
        }
        await changes.ApplyAsync(db, cancel);
        using var rows = BulkWriter.Open(db, "imported_change", "batch_id", "subject", "subject_id", "changes");
        foreach (var (id, fields) in changes.All)
        {
            rows.Long(batch.Id);
            rows.Text(changes.Table.Subject);
            rows.Long(id);
            rows.Text(ChangeJson.Write(fields));
            rows.EndRow();
        }
        rows.Complete();

        void Set(long id, string field, string before, string after)
        {
            if (before != after)
                changes.Set(id, field, before, after);
        }
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(long amount) => amount.ToString(CultureInfo.InvariantCulture);
}

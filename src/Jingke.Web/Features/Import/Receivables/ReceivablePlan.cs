using Jingke.Domain.Imports;
using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;
using Jingke.Web.Features.Import.Loading;
using Jingke.Web.Tabular.Columns;
using Jingke.Web.Tabular.Receivables;
using Jingke.Web.Tabular.Sales;

namespace Jingke.Web.Features.Import.Receivables;

/// <summary>
/// What becomes of a chunk of receivables: invoices to be written, known ones that the books have corrected, receipts to be written, rows that
/// are there already, rows that are given back because nobody is that customer, or because another row says something else of the invoice.
/// </summary>
internal sealed class ReceivablePlan
{
    private readonly List<(long Account, ReceivableRecord Record)> invoices = [];
    private readonly List<(long Account, long Receivable, int New, ReceiptRecord Receipt)> receipts = [];

    private readonly List<ChangedInvoice> changed = [];

    /// <summary>Rows that are given back.</summary>
    public List<RejectedLine> Rejected { get; } = [];

    /// <summary>What the rows amount to.</summary>
    public BatchCounts Counts { get; } = new();

    /// <summary>Sum of the invoices that are new, ten-thousandths.</summary>
    public long Amount => invoices.Sum(invoice => invoice.Record.Amount);

    /// <summary>Invoices that were there and get other days or another amount.</summary>
    public IReadOnlyList<ChangedInvoice> Changed => changed;

    /// <summary>Makes the plan, in the present transaction.</summary>
    /// <param name="db">The context.</param>
    /// <param name="batch">The import.</param>
    /// <param name="chunk">Its rows.</param>
    /// <param name="reader">The file.</param>
    /// <param name="said">What the file has said of known invoices so far, by identifier; the chunk adds to it.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<ReceivablePlan> MakeAsync(
        JingkeDbContext db,
        ImportBatch batch,
        ReceivableChunk chunk,
        ReceivableReader reader,
        Dictionary<long, InvoiceTerms> said,
        CancellationToken cancel
    )
    {
        var plan = new ReceivablePlan();
        var names = chunk.Rows.ConvertAll(row => new NamedAccount(row.Record.AccountCode, row.Record.AccountName));
        var found = await AccountMatch.RunAsync(db, names, cancel);
        // An invoice does not change an account: one whose code is not known is not taken for another of the same name.
        var accounts = names.Select((name, at) => AccountMatch.Choose(name, found[at])).ToArray();
        var known = await KnownReceivables.FindAsync(
            db,
            batch.Id,
            chunk.Rows.Select((row, at) => (accounts[at], row.Record.InvoiceNo)).Where(key => key.Item1 != 0),
            cancel
        );
        foreach (var invoice in known.Values)
            if (said.TryGetValue(invoice.Id, out var terms))
                (invoice.Terms, invoice.IsSaid) = (terms, true);
        for (var at = 0; at < chunk.Rows.Count; at++)
            if (plan.Add(accounts[at], chunk.Rows[at].Record, known, reader) is { } problem)
                plan.Rejected.Add(
                    new(chunk.Rows[at].Position, chunk.Rows[at].Sheet, chunk.Rows[at].Record.Row, problem, chunk.Rows[at].Cells)
                );
        foreach (var invoice in known.Values)
            if (invoice is { Id: not 0, IsSaid: true })
                said[invoice.Id] = invoice.Terms;
        return plan;
    }

    /// <summary>Writes it, in the present transaction.</summary>
    public async Task WriteAsync(JingkeDbContext db, ImportBatch batch, CancellationToken cancel)
    {
        await ChangedInvoice.WriteAsync(db, batch, changed, cancel);
        var ids = await WriteInvoicesAsync(db, batch, cancel);
        using var rows = BulkWriter.Open(
            db,
            "receipt",
            "account_id",
            "receivable_id",
            "received_on",
            "amount",
            "occurrence",
            "created_by_batch_id"
        );
        foreach (var (account, receivable, fresh, receipt) in receipts)
        {
            rows.Long(account);
            rows.Long(fresh < 0 ? receivable : ids[fresh]);
            rows.Day(receipt.On);
            rows.Long(receipt.Amount);
            rows.Int(receipt.Occurrence);
            rows.Long(batch.Id);
            rows.EndRow();
        }
        rows.Complete();
    }

    private async Task<List<long>> WriteInvoicesAsync(JingkeDbContext db, ImportBatch batch, CancellationToken cancel)
    {
        if (invoices.Count == 0)
            return [];
        var before = await Staging.NumberAsync(db, "SELECT MAX(id) FROM receivable", cancel);
        using (
            var rows = BulkWriter.Open(
                db,
                "receivable",
                "account_id",
                "invoice_no",
                "invoiced_on",
                "due_on",
                "amount",
                "created_by_batch_id"
            )
        )
        {
            foreach (var (account, record) in invoices)
            {
                rows.Long(account);
                rows.Text(record.InvoiceNo);
                rows.Day(record.InvoicedOn);
                rows.Day(record.DueOn);
                rows.Long(record.Amount);
                rows.Long(batch.Id);
                rows.EndRow();
            }
            rows.Complete();
        }
        return await CreatedIds.AfterAsync(db, "receivable", before, batch.Id, cancel);
    }

    private RowProblem? Add(
        long account,
        ReceivableRecord record,
        Dictionary<(long, string), KnownReceivables.Invoice> known,
        ReceivableReader reader
    )
    {
        if (account == 0)
            return new("account.unknown", reader.AccountColumn, record.AccountCode.Length > 0 ? record.AccountCode : record.AccountName);
        var terms = new InvoiceTerms(record.InvoicedOn, record.DueOn, record.Amount);
        var isNew = !known.TryGetValue((account, record.InvoiceNo), out var invoice);
        if (invoice is null)
        {
            invoice = new(0, invoices.Count, IsOfBatch: true) { Terms = terms };
            known.Add((account, record.InvoiceNo), invoice);
            invoices.Add((account, record));
        }
        var isChanged = invoice.Terms != terms;
        if (isChanged && invoice.IsSaid)
            return new("invoice.differs", reader.NameOf(Field.InvoiceNo), record.InvoiceNo);
        if (isChanged)
            changed.Add(new(invoice.Id, record.InvoiceNo, invoice.Terms, terms));
        (invoice.Terms, invoice.IsSaid) = (terms, true);

        var paid = record.Receipt is { } receipt && invoice.Receipts.Add((receipt.On, receipt.Amount, receipt.Occurrence));
        if (paid)
            receipts.Add((account, invoice.Id, invoice.New, record.Receipt!));
        if (isNew || isChanged || paid)
            Counts.Accepted++;
        else
            Counts.Duplicate++;
        if ((isChanged || paid) && !invoice.IsOfBatch)
            Counts.Updated++;
        return null;
    }
}

using Jingke.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Ledger.Receivables;

/// <summary>Keeps the columns of receivables, and reads them again when their change stamp has risen.</summary>
internal sealed class ReceivableBook(JingkeDbFactory factory)
{
    private readonly Lock gate = new();
    private (long Stamp, Task<ReceivableColumns> Columns)? current;

    /// <summary>The present columns; the same object while nothing has changed.</summary>
    public async Task<ReceivableColumns> RunAsync(CancellationToken cancel)
    {
        await using var db = factory.CreateForSystem();
        var stamp = await db
            .ChangeStamps.Where(each => each.Name == ChangeStamp.Receivables)
            .Select(each => each.Value)
            .SingleOrDefaultAsync(cancel);
        Task<ReceivableColumns> columns;
        lock (gate)
        {
            if (current is not { } known || known.Stamp != stamp || known.Columns.IsFaulted)
                current = (stamp, Task.Run(() => ReadAsync(stamp), CancellationToken.None));
            columns = current.Value.Columns;
        }
        return await columns.WaitAsync(cancel);
    }

    private async Task<ReceivableColumns> ReadAsync(long stamp)
    {
        await using var db = factory.CreateForSystem();
        var columns = new ReceivableColumns { Stamp = stamp };
        var receipts = db
            .Receipts.IgnoreQueryFilters()
            .OrderBy(receipt => receipt.ReceivedOn)
            .Select(receipt => new
            {
                receipt.ReceivableId,
                receipt.ReceivedOn,
                receipt.Amount,
            });
        var paid = (await receipts.ToListAsync()).ToLookup(receipt => receipt.ReceivableId);
        var invoices = db
            .Receivables.IgnoreQueryFilters()
            .OrderBy(receivable => receivable.AccountId)
            .Select(receivable => new
            {
                receivable.Id,
                receivable.AccountId,
                receivable.InvoicedOn,
                receivable.DueOn,
                receivable.Amount,
            });
        await foreach (var invoice in invoices.AsAsyncEnumerable())
        {
            columns.AddInvoice(invoice.AccountId, invoice.InvoicedOn, invoice.DueOn, invoice.Amount);
            foreach (var receipt in paid[invoice.Id])
                columns.AddReceipt(receipt.ReceivedOn, receipt.Amount);
        }
        return columns;
    }
}

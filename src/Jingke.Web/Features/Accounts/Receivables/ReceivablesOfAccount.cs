using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Ledger.Receivables;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Accounts.Receivables;

/// <summary>An invoice of an account as a table shows it; amounts are ten-thousandths.</summary>
/// <param name="InvoiceNo">Its number.</param>
/// <param name="InvoicedOn">The day on it.</param>
/// <param name="DueOn">When it is due.</param>
/// <param name="Amount">What is to be paid.</param>
/// <param name="Received">What came in.</param>
/// <param name="LastOn">When something came in last.</param>
public sealed record ReceivableRow(string InvoiceNo, DateOnly InvoicedOn, DateOnly DueOn, long Amount, long Received, DateOnly? LastOn)
{
    /// <summary>What is still to be paid.</summary>
    public long Open => Amount - Received;

    /// <summary>Days that something of it is overdue; 0 while nothing is.</summary>
    public int OverdueDays(DateOnly today) => Open > 0 ? Math.Max(0, today.DayNumber - DueOn.DayNumber) : 0;
}

/// <summary>What an account within the viewer's scope owes, and its invoices.</summary>
internal sealed class ReceivablesOfAccount(JingkeDbContext db, Clock clock)
{
    /// <summary>What it owes today; null without any invoice.</summary>
    public async Task<Owed?> OwedAsync(long accountId, CancellationToken cancel)
    {
        var (today, owed, any) = (clock.Today, default(Owed), false);
        await foreach (var row in Rows(accountId).AsAsyncEnumerable().WithCancellation(cancel))
        {
            any = true;
            var days = row.OverdueDays(today);
            owed = new(
                owed.Open + row.Open,
                owed.Overdue + (days > 0 ? row.Open : 0),
                Math.Max(owed.OverdueDays, days),
                owed.OpenInvoices + (row.Open > 0 ? 1 : 0),
                owed.OverdueInvoices + (days > 0 ? 1 : 0)
            );
        }
        return any ? owed : null;
    }

    /// <summary>One page of its invoices, those that are due last first.</summary>
    public Task<Page<ReceivableRow>> RunAsync(long accountId, PageRequest wanted, CancellationToken cancel) =>
        Rows(accountId).ToPageAsync(wanted, cancel);

    /// <summary>All of them, read one after another; for exports.</summary>
    public IAsyncEnumerable<ReceivableRow> All(long accountId) => Rows(accountId).AsAsyncEnumerable();

    private IQueryable<ReceivableRow> Rows(long accountId) =>
        db
            .Receivables.AsNoTracking()
            .Where(receivable => receivable.AccountId == accountId)
            .OrderByDescending(receivable => receivable.DueOn)
            .ThenByDescending(receivable => receivable.Id)
            .Select(receivable => new ReceivableRow(
                receivable.InvoiceNo,
                receivable.InvoicedOn,
                receivable.DueOn,
                receivable.Amount,
                receivable.Receipts.Sum(receipt => receipt.Amount),
                receivable.Receipts.Max(receipt => (DateOnly?)receipt.ReceivedOn)
            ));
}

using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.SampleData;

/// <summary>Invoices of the sample company and what came in for them: most customers pay when due, some late, a few of the largest very late.</summary>
internal static class SampleReceivables
{
    private const int Months = 18;
    private static readonly int[] Terms = [30, 45, 60];

    private sealed record Invoice(int Account, string No, DateOnly On, DateOnly DueOn, long Amount, List<(DateOnly On, long Amount)> Paid);

    /// <summary>Writes them: an invoice for each order of the last year and a half.</summary>
    public static async Task WriteAsync(JingkeDbContext db, SampleCompany company, SampleIds ids, DateOnly today, CancellationToken cancel)
    {
        var invoices = Invent(company, today);
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
            foreach (var invoice in invoices)
            {
                rows.Long(ids.Accounts[invoice.Account]);
                rows.Text(invoice.No);
                rows.Day(invoice.On);
                rows.Day(invoice.DueOn);
                rows.Long(invoice.Amount);
                rows.Long(ids.Batch);
                rows.EndRow();
            }
            rows.Complete();
        }
        var written = await db
            .Receivables.Where(receivable => receivable.CreatedByBatchId == ids.Batch)
            .ToDictionaryAsync(receivable => (receivable.AccountId, receivable.InvoiceNo), receivable => receivable.Id, cancel);
        using var receipts = BulkWriter.Open(
            db,
            "receipt",
            "account_id",
            "receivable_id",
            "received_on",
            "amount",
            "occurrence",
            "created_by_batch_id"
        );
        foreach (var invoice in invoices)
        foreach (var (on, amount) in invoice.Paid)
        {
            receipts.Long(ids.Accounts[invoice.Account]);
            receipts.Long(written[(ids.Accounts[invoice.Account], invoice.No)]);
            receipts.Day(on);
            receipts.Long(amount);
            receipts.Int(0);
            receipts.Long(ids.Batch);
            receipts.EndRow();
        }
        receipts.Complete();
    }

    private static List<Invoice> Invent(SampleCompany company, DateOnly today)
    {
        var random = new SampleRandom(20_260_401);
        var since = today.AddMonths(-Months);
        var orders = company
            .Lines.Where(line => line.Account >= 0 && line.On >= since)
            .GroupBy(line => (line.Account, line.OrderNo))
            .Select(order => (order.Key.Account, order.Key.OrderNo, On: order.Min(line => line.On), Amount: order.Sum(line => line.Amount)))
            .Where(order => order.Amount > 0)
            .OrderBy(order => order.On)
            .ThenBy(order => order.OrderNo, StringComparer.Ordinal)
            .ToList();
        var largest = orders
            .GroupBy(order => order.Account)
            .OrderByDescending(own => own.Sum(order => order.Amount))
            .Select((own, place) => (own.Key, place))
            .ToDictionary(own => own.Key, own => own.place);
        var invoices = new List<Invoice>(orders.Count);
        foreach (var order in orders)
        {
            var on = order.On.AddDays(random.Between(1, 6));
            if (on > today)
                continue;
            var due = on.AddDays(Terms[order.Account % Terms.Length]);
            var late = largest[order.Account] switch
            {
                // Of the largest every fourth one lets its supplier wait.
                < 40 and var place when place % 4 == 1 => random.Between(50, 140),
                _ when order.Account % 6 == 0 => random.Between(5, 45),
                _ => random.Between(-12, 4),
            };
            var paid = new List<(DateOnly, long)>();
            var first = random.Happens(0.2) ? order.Amount * 3 / 10 / 100 * 100 : 0;
            if (first > 0 && due.AddDays(-5) <= today)
                paid.Add((due.AddDays(-5), first));
            if (due.AddDays(late) <= today && !random.Happens(0.01))
                paid.Add((due.AddDays(late), order.Amount - (paid.Count > 0 ? first : 0)));
            invoices.Add(new(order.Account, "FP" + order.OrderNo[2..], on, due, order.Amount, paid));
        }
        return invoices;
    }
}

using Jingke.Domain.Imports;
using Jingke.Web.Data;
using Jingke.Web.Features.Import.Checking;
using Jingke.Web.Features.Import.Working;
using Jingke.Web.Tabular.Columns;
using Jingke.Web.Tabular.Receivables;
using Jingke.Web.Tabular.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Import.Receivables;

/// <summary>The dry run of a file of receivables.</summary>
internal sealed class CheckReceivables(JingkeDbFactory factory)
{
    private const int Examples = 5;

    public async Task<Findings> RunAsync(
        ImportBatch batch,
        SheetFile file,
        Layout layout,
        Formats formats,
        Lease? lease,
        CancellationToken cancel
    )
    {
        using var reader = new ReceivableReader(file, layout, formats);
        await using var db = factory.CreateForSystem();
        await db.Database.OpenConnectionAsync(cancel);
        var found = new Findings();
        var said = new Dictionary<long, InvoiceTerms>();
        foreach (var chunk in ReceivableChunk.Of(reader))
        {
            // Temporary tables only; the transaction is never committed.
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var plan = await ReceivablePlan.MakeAsync(db, batch, chunk, reader, said, cancel);
            foreach (var row in plan.Rejected)
                reader.Refuse(row.Row, row.Problem);
            found = found with
            {
                New = found.New + plan.Counts.Accepted - plan.Counts.Updated,
                Updated = found.Updated + plan.Counts.Updated,
                Duplicate = found.Duplicate + plan.Counts.Duplicate,
                Amount = found.Amount + plan.Amount,
                InvoicesChanged = found.InvoicesChanged + plan.Changed.Count,
                Invoices =
                [
                    .. found
                        .Invoices.Concat(plan.Changed.Select(each => new Findings.Invoice(each.InvoiceNo, each.Before, each.After)))
                        .Take(Examples),
                ],
                From = Earlier(found.From, chunk.Rows.Select(row => row.Record.InvoicedOn)),
                To = Later(found.To, chunk.Rows.Select(row => row.Record.InvoicedOn)),
            };
            lease?.Report(chunk.RowsDone);
        }
        reader.Finish();
        return found with
        {
            Read = reader.RowsRead,
            Rejected = reader.RowsRead - reader.Accepted,
            Problems = ProblemKinds.Of(reader.Problems),
        };
    }

    private static DateOnly? Earlier(DateOnly? known, IEnumerable<DateOnly> days) =>
        days.Select(day => (DateOnly?)day).Append(known).Where(day => day is not null).Min();

    private static DateOnly? Later(DateOnly? known, IEnumerable<DateOnly> days) =>
        days.Select(day => (DateOnly?)day).Append(known).Where(day => day is not null).Max();
}

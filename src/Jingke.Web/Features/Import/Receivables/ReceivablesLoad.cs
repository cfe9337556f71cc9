using Jingke.Domain.Imports;
using Jingke.Web.Data;
using Jingke.Web.Data.Importing;
using Jingke.Web.Features.Import.Loading;
using Jingke.Web.Features.Import.Working;
using Jingke.Web.Tabular.Columns;
using Jingke.Web.Tabular.Receivables;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Import.Receivables;

/// <summary>Loads a file of receivables, chunk by chunk from its checkpoint.</summary>
internal sealed class ReceivablesLoad(JingkeDbFactory factory, ImportFiles files)
{
    /// <summary>Loads what is not loaded yet.</summary>
    /// <exception cref="Domain.RuleException">The file cannot be read to its end, or nothing in it can be used.</exception>
    public async Task RunAsync(ImportBatch batch, Lease lease, CancellationToken cancel)
    {
        var file = files.Open(batch);
        var layout = Recognition.Run(file, FileKind.Receivables, Mapping.Parse(batch.Mapping));
        using var reader = new ReceivableReader(file, layout, FormatScan.Run(file, layout));
        await using var db = factory.CreateForSystem();
        await db.Database.OpenConnectionAsync(cancel);
        var said = new Dictionary<long, InvoiceTerms>();
        foreach (var chunk in ReceivableChunk.Of(reader))
        {
            cancel.ThrowIfCancellationRequested();
            if (chunk.RowsDone <= batch.RowsDone)
                continue;
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var plan = await ReceivablePlan.MakeAsync(db, batch, chunk, reader, said, cancel);
            foreach (var row in plan.Rejected)
                reader.Refuse(row.Row, row.Problem);
            await plan.WriteAsync(db, batch, cancel);
            chunk.Rejected.AddRange(plan.Rejected);
            plan.Counts.Rejected = chunk.Rejected.Count;
            RejectedRows.Write(db, batch.Id, chunk.Rejected);
            await db.RaiseStampAsync(ChangeStamp.Receivables, cancel);
            await BatchCounts.AddAsync(db, batch.Id, lease, plan.Counts, chunk.RowsDone, cancel);
            await transaction.CommitAsync(cancel);
            lease.Report(chunk.RowsDone);
        }
        reader.Finish();
    }
}

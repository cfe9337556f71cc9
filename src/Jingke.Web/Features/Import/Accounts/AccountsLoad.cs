using Jingke.Domain.Imports;
using Jingke.Web.Common;
using Jingke.Web.Data;
using Jingke.Web.Data.Facts;
using Jingke.Web.Data.Importing;
using Jingke.Web.Features.Import.Facts;
using Jingke.Web.Features.Import.Loading;
using Jingke.Web.Features.Import.Working;
using Jingke.Web.Tabular.Accounts;
using Jingke.Web.Tabular.Columns;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Import.Accounts;

/// <summary>Loads a file of accounts, of contacts, or of both on the same rows, chunk by chunk from its checkpoint.</summary>
internal sealed class AccountsLoad(
    JingkeDbFactory factory,
    ImportFiles files,
    Data.People.PeopleDirectory people,
    CatalogueInForce catalogue,
    FactGround grounds,
    Clock clock
)
{
    /// <summary>Rows of a chunk.</summary>
    public const int ChunkRows = 5_000;

    /// <summary>Loads what is not loaded yet.</summary>
    /// <exception cref="Domain.RuleException">The file cannot be read to its end, or nothing in it can be used.</exception>
    public async Task RunAsync(ImportBatch batch, Lease lease, CancellationToken cancel)
    {
        var file = files.Open(batch);
        var (fields, mapping) = (catalogue.Current, Mapping.Parse(batch.Mapping));
        var layout = Recognition.Run(file, RecogniseFile.ReadAs(batch.Kind), mapping, FactFields.Of(fields));
        using var reader = new AccountReader(file, layout, FormatScan.Run(file, layout));
        await using var db = factory.CreateForSystem();
        await db.Database.OpenConnectionAsync(cancel);
        var (columns, source) = (new FactColumns(layout, fields), FactSource.Of(batch, mapping, fields, clock));
        var ground = await grounds.ReadAsync(db, fields, cancel);
        foreach (var read in AccountChunk.Of(reader, columns))
        {
            cancel.ThrowIfCancellationRequested();
            if (read.RowsDone <= batch.RowsDone)
                continue;
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var chunk = await BlockedDuplicates.SetApartAsync(db, batch, read, cancel);
            var plan = await AccountPlan.MakeAsync(db, batch, chunk, people.Current, source, fields, cancel);
            var counts = await plan.WriteAsync(db, batch, ground, clock, cancel);
            counts.Rejected = chunk.Rejected.Count;
            RejectedRows.Write(db, batch.Id, chunk.Rejected);
            await BatchCounts.AddAsync(db, batch.Id, lease, counts, chunk.RowsDone, cancel);
            await transaction.CommitAsync(cancel);
            lease.Report(chunk.RowsDone);
        }
        reader.Finish();
    }
}

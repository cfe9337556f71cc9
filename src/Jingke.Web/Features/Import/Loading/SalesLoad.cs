using System.Threading.Channels;
using Jingke.Domain.Imports;
using Jingke.Web.Data;
using Jingke.Web.Data.Importing;
using Jingke.Web.Features.Import.Working;
using Jingke.Web.Tabular.Columns;
using Jingke.Web.Tabular.Sales;

namespace Jingke.Web.Features.Import.Loading;

/// <summary>Loads a sales file from its checkpoint to its end: one thread reads ahead, another writes chunk after chunk.</summary>
internal sealed class SalesLoad(JingkeDbFactory factory, ImportFiles files)
{
    /// <summary>Loads what is not loaded yet.</summary>
    /// <returns>Whose lines this run has changed.</returns>
    /// <exception cref="Domain.RuleException">The file cannot be read to its end, or nothing in it can be used.</exception>
    public async Task<TouchedAccounts> RunAsync(ImportBatch batch, Lease lease, CancellationToken cancel)
    {
        var file = files.Open(batch);
        var layout = Recognition.Run(file, FileKind.Sales, Mapping.Parse(batch.Mapping));
        using var reader = new SalesReader(file, layout, FormatScan.Run(file, layout));
        var traits = new SalesTraits();
        var chunks = new SalesChunks(reader, traits, batch.RowsDone);

        await using var db = factory.CreateForSystem();
        await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.OpenConnectionAsync(db.Database, cancel);
        var writer = new SalesWriter(db, batch, lease);
        await writer.LoadAsync(cancel);
        await PumpAsync(chunks, writer, lease, cancel);
        await new SalesFill(db, batch, writer, reader.Catalogue, traits).RunAsync(cancel);
        return TouchedAccounts.Of(writer.Touched, writer.TouchedUnattributed || batch.RowsDone > 0);
    }

    private static async Task PumpAsync(SalesChunks chunks, SalesWriter writer, Lease lease, CancellationToken cancel)
    {
        var pipe = Channel.CreateBounded<SalesChunk>(1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var reading = Task.Run(
            async () =>
            {
                try
                {
                    foreach (var chunk in chunks.Run(stop.Token))
                        await pipe.Writer.WriteAsync(chunk, stop.Token);
                    pipe.Writer.Complete();
                }
                catch (Exception fault)
                {
                    // What is wrong with the file is told where the chunks are taken from.
                    pipe.Writer.Complete(fault);
                }
            },
            CancellationToken.None
        );
        try
        {
            await foreach (var chunk in pipe.Reader.ReadAllAsync(cancel))
            {
                await writer.WriteAsync(chunk, cancel);
                lease.Report(chunk.RowsDone);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }
}

using Jingke.Domain;
using Jingke.Domain.Imports;
using Jingke.Web.Data.Facts;
using Jingke.Web.Tabular.Columns;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data.Importing;

/// <summary>
/// Takes a file in: keeps a copy, recognises what it is, remembers how such a file was mapped before. The batch it makes waits for a
/// person, or, when asked to start, for the worker.
/// </summary>
internal sealed class BringFile(JingkeDbFactory factory, ImportFiles files, CatalogueInForce catalogue, TimeProvider time)
{
    /// <summary>What is known about a file besides its content.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Kind">What it brings; null to recognise it.</param>
    /// <param name="Mapping">How its columns are to be read; null for what is remembered, else recognised.</param>
    /// <param name="By">Who brings it; null for the product itself.</param>
    /// <param name="Start">Whether it is to be loaded without anybody looking at it first.</param>
    /// <param name="OnlyReceivables">Whether nothing but receivables is taken: what is recognised as another kind is refused.</param>
    internal sealed record Request(
        string Name,
        ImportKind? Kind = null,
        Mapping? Mapping = null,
        Guid? By = null,
        bool Start = false,
        bool OnlyReceivables = false
    );

    /// <summary>Takes a file in.</summary>
    /// <returns>The batch.</returns>
    /// <exception cref="RuleException">file.*, columns.too-many, mapping.*, import.too-large, import.kind-not-allowed: nothing is kept.</exception>
    public Task<ImportBatch> RunAsync(Stream content, Request request, CancellationToken cancel) =>
        KeepAsync(content, request, (_, _) => Task.FromResult<ImportBatch?>(null), cancel);

    /// <summary>Takes a file in and starts it; or takes up the same file where an earlier import of it was cut off.</summary>
    /// <returns>The new batch, or the one that was cut off.</returns>
    public Task<ImportBatch> RunOrResumeAsync(Stream content, Request request, CancellationToken cancel) =>
        KeepAsync(
            content,
            request with
            {
                Start = true,
            },
            (db, batch) =>
                db
                    .ImportBatches.AsNoTracking()
                    .FirstOrDefaultAsync(
                        one =>
                            one.FileHash == batch.FileHash
                            && one.Kind == batch.Kind
                            && one.Mapping == batch.Mapping
                            && (one.State == ImportState.Queued || one.State == ImportState.Running),
                        cancel
                    ),
            cancel
        );

    /// <summary>Takes a file in without a trace in the database, to look at it. Remove the copy afterwards.</summary>
    public async Task<ImportBatch> LookAsync(Stream content, Request request, CancellationToken cancel)
    {
        var stored = await files.StoreAsync(content, request.Name, cancel);
        return await RecogniseAsync(stored, request, cancel);
    }

    // The row comes last: a process that is killed before it has left no import that nobody asked for.
    private async Task<ImportBatch> KeepAsync(
        Stream content,
        Request request,
        Func<JingkeDbContext, ImportBatch, Task<ImportBatch?>> instead,
        CancellationToken cancel
    )
    {
        var stored = await files.StoreAsync(content, request.Name, cancel);
        try
        {
            var batch = await RecogniseAsync(stored, request, cancel);
            await using var db = factory.CreateForSystem();
            if (await instead(db, batch) is { } known)
            {
                files.Remove(stored.StoredAs);
                return known;
            }
            if (request.Start)
                batch.AskForLoad();
            db.ImportBatches.Add(batch);
            await db.SaveChangesAsync(cancel);
            return batch;
        }
        catch
        {
            files.Remove(stored.StoredAs);
            throw;
        }
    }

    private async Task<ImportBatch> RecogniseAsync(ImportFiles.Stored stored, Request request, CancellationToken cancel)
    {
        var mapping = request.Mapping ?? new();
        var file = files.Open(stored.Name, stored.StoredAs, mapping);
        var (kind, layout) = RecogniseFile.Run(file, request.Kind, mapping, FactFields.Of(catalogue.Current));
        if (request.OnlyReceivables && kind != ImportKind.Receivables)
        {
            // A file whose columns say nothing is mapped by a person.
            if (layout.Missing.Count == 0)
                throw new RuleException("import.kind-not-allowed");
            (kind, layout) = RecogniseFile.Run(file, ImportKind.Receivables, mapping, []);
        }
        if (request.Mapping is null && await RememberedAsync(layout, cancel) is { } remembered)
            (kind, mapping) = (request.Kind ?? remembered.Kind, Mapping.Parse(remembered.Mapping));
        return new()
        {
            Kind = kind,
            State = ImportState.Uploaded,
            FileName = stored.Name,
            FileSize = stored.Size,
            FileHash = stored.Hash,
            StoredAs = stored.StoredAs,
            SourceName = mapping.Source ?? "",
            Layout = layout.Key,
            Mapping = mapping.ToJson(),
            CreatedById = request.By,
            CreatedAt = time.GetUtcNow().UtcDateTime,
        };
    }

    private async Task<RememberedMapping?> RememberedAsync(Layout layout, CancellationToken cancel)
    {
        await using var db = factory.CreateForSystem();
        return await db.RememberedMappings.AsNoTracking().FirstOrDefaultAsync(remembered => remembered.Layout == layout.Key, cancel);
    }
}

using System.Text.Json;
using Jingke.Domain;
using Jingke.Domain.Facts;
using Jingke.Domain.Imports;
using Jingke.Web.Data;
using Jingke.Web.Data.People;
using Jingke.Web.Features.Import.Checking;
using Jingke.Web.Features.Import.Receivables;
using Jingke.Web.Features.Import.Working;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Import;

/// <summary>An import as its page shows it.</summary>
internal sealed class ImportPageView(JingkeDbContext db, PeopleDirectory people, Leases leases)
{
    private const int Examples = 3;

    /// <summary>What the page shows.</summary>
    /// <param name="Batch">The import.</param>
    /// <param name="By">Who brought the file; null for the command line.</param>
    /// <param name="Waits">Whether another import is being worked on first.</param>
    /// <param name="InvoicesChanged">Invoices that it changed.</param>
    /// <param name="Findings">The dry run's result.</param>
    /// <param name="Facts">Further counts: key of the word, count, page behind it.</param>
    /// <param name="Problems">Rejected rows by kind, with examples.</param>
    internal sealed record Answer(
        ImportBatch Batch,
        string? By,
        bool Waits,
        long InvoicesChanged,
        Findings Findings,
        IReadOnlyList<(string Name, long Count, string? Href)> Facts,
        IReadOnlyList<Findings.Kind> Problems
    );

    /// <summary>Gathers what the page shows.</summary>
    /// <exception cref="NotFoundException">There is no such import.</exception>
    public async Task<Answer> RunAsync(long id, CancellationToken cancel)
    {
        var batch =
            await KindsAllowed.Of(db.Viewer, db.ImportBatches.AsNoTracking()).FirstOrDefaultAsync(one => one.Id == id, cancel)
            ?? throw new NotFoundException(nameof(ImportBatch), id);
        var invoices = await ChangedInvoice.CountAsync(db, id, cancel);
        return new(
            batch,
            people.Current.Find(batch.CreatedById)?.Name,
            batch.IsUnderWay && !leases.IsHeld(batch),
            invoices,
            Findings.Parse(batch.Findings),
            [.. FactsOf(batch, invoices).Concat(await RecordedAsync(batch, cancel)).Where(fact => fact.Count > 0)],
            batch.Rejected > 0 && !batch.IsUnderWay ? await ProblemsAsync(id, cancel) : []
        );
    }

    /// <summary>Part of the present pass that is done, 0 to 1.</summary>
    public static double ShareDone(ImportBatch batch) =>
        batch.TotalRows == 0 ? 0 : Math.Min(1, batch.RowsThrough / (double)batch.TotalRows);

    private static IEnumerable<(string Name, long Count, string? Href)> FactsOf(ImportBatch batch, long invoices) =>
        [
            ("AccountsCreated", batch.AccountsCreated, null),
            ("AccountsUpdated", batch.AccountsUpdated, null),
            ("ContactsCreated", batch.ContactsCreated, null),
            ("ProductsCreated", batch.ProductsCreated, null),
            ("InvoicesChanged", invoices, null),
            ("UnattributedRows", batch.Unattributed, batch.State == ImportState.Done ? $"/imports/unattributed?batch={batch.Id}" : null),
            ("IdenticalRows", batch.Identical, null),
            ("RegionsRows", batch.RegionsUnrecognised, null),
        ];

    private async Task<(string Name, long Count, string? Href)[]> RecordedAsync(ImportBatch batch, CancellationToken cancel)
    {
        if (batch.State != ImportState.Done)
            return [];
        var facts = db.Facts.IgnoreQueryFilters().Where(fact => fact.ImportBatchId == batch.Id);
        return
        [
            ("FactsRecorded", await facts.LongCountAsync(cancel), null),
            ("FactsDisputed", await facts.LongCountAsync(fact => fact.Standing == FactStanding.Disputed, cancel), "/vetting?owner=all"),
        ];
    }

    private async Task<List<Findings.Kind>> ProblemsAsync(long id, CancellationToken cancel)
    {
        var counts = await db
            .RejectedRows.Where(row => row.BatchId == id)
            .GroupBy(row => row.Code)
            .Select(group => new
            {
                Code = group.Key,
                Count = group.LongCount(),
                First = group.Min(row => row.Position),
            })
            .OrderByDescending(group => group.Count)
            .ToListAsync(cancel);
        var kinds = new List<Findings.Kind>();
        foreach (var kind in counts)
        {
            var rows = await db
                .RejectedRows.Where(row => row.BatchId == id && row.Code == kind.Code && row.Position >= kind.First)
                .OrderBy(row => row.Position)
                .Take(Examples)
                .Select(row => new { row.Row, row.Args })
                .ToListAsync(cancel);
            var args = rows.ConvertAll(row => (row.Row, Args: JsonSerializer.Deserialize<string[]>(row.Args) ?? []));
            kinds.Add(
                new(
                    kind.Code,
                    args[0].Args.ElementAtOrDefault(0) ?? "",
                    kind.Count,
                    [.. args.Select(row => new Findings.Example(row.Row, row.Args.ElementAtOrDefault(1) ?? ""))]
                )
            );
        }
        return kinds;
    }
}

using Jingke.Domain.Imports;
using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;
using Jingke.Web.Features.Import.Working;

namespace Jingke.Web.Features.Import.Loading;

/// <summary>
/// Writes chunks of a sales file, each in one transaction that also moves the batch's checkpoint and counters: a chunk is loaded whole
/// with its numbers, or not at all.
/// </summary>
internal sealed class SalesWriter(JingkeDbContext db, ImportBatch batch, Lease lease)
{
    private readonly SalesProducts products = new(batch);
    private readonly List<string> salespeople = [""];

    /// <summary>Accounts named so far.</summary>
    public SalesAccounts Accounts { get; } = new(batch);

    /// <summary>Places named so far.</summary>
    public SalesPlaces Places { get; } = new(batch);

    /// <summary>Accounts whose lines this run has touched; the ledger re-reads them.</summary>
    public HashSet<long> Touched { get; } = [];

    /// <summary>Whether lines without a customer changed.</summary>
    public bool TouchedUnattributed { get; private set; }

    /// <summary>Reads what earlier imports have brought.</summary>
    public async Task LoadAsync(CancellationToken cancel)
    {
        await products.LoadAsync(db, cancel);
        await Places.LoadAsync(db, cancel);
    }

    /// <summary>Takes over who, what and where a chunk names; for chunks and for the rest of a file whose rows are all loaded.</summary>
    public void Add(SalesChunk chunk)
    {
        Accounts.Add(chunk.Accounts);
        products.Add(chunk.Products);
        Places.Add(chunk.Places);
        salespeople.AddRange(chunk.Salespeople);
    }

    /// <summary>Loads a chunk.</summary>
    /// <exception cref="LeaseLostException">Another worker has taken over; nothing of the chunk is written.</exception>
    public async Task WriteAsync(SalesChunk chunk, CancellationToken cancel)
    {
        Add(chunk);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var known = await KnownLines.FindAsync(db, chunk, cancel);
        int[] wanted = [.. Enumerable.Range(0, known.Length).Where(at => !known[at].IsSame)];
        var counts = Count(chunk, known);
        counts.AccountsCreated = await Accounts.ResolveAsync(db, wanted.Select(at => chunk.Records[at].Account), cancel);
        counts.ProductsCreated = await products.ResolveAsync(db, wanted.Select(at => chunk.Records[at].Product), cancel);
        await Places.ResolveAsync(db, wanted.Select(at => chunk.Records[at].Place), cancel);

        await ReplaceAsync(chunk, known, cancel);
        WriteLines(chunk, known, wanted);
        RejectedRows.Write(db, batch.Id, chunk.Rejected);
        await BatchCounts.AddAsync(db, batch.Id, lease, counts, chunk.RowsDone, cancel);
        await transaction.CommitAsync(cancel);
    }

    private BatchCounts Count(SalesChunk chunk, KnownLines.Match[] known)
    {
        var counts = new BatchCounts { Rejected = chunk.Rejected.Count };
        for (var at = 0; at < known.Length; at++)
        {
            ref readonly var record = ref System.Runtime.InteropServices.CollectionsMarshal.AsSpan(chunk.Records)[at];
            if (known[at].IsSame)
            {
                counts.Duplicate++;
                continue;
            }
            counts.Accepted++;
            counts.Updated += known[at].Batch != 0 ? 1 : 0;
            counts.Identical += record.IsIdentical ? 1 : 0;
            counts.Unattributed += record.Account == 0 ? 1 : 0;
            counts.RegionsUnrecognised +=
                record.Place != 0 && Places.Names[record.Place] is { ProvinceCode: "", Province.Length: > 0 } ? 1 : 0;
        }
        return counts;
    }

    // What a changed line was goes to replaced_line; the line itself makes room for the new one.
    private async Task ReplaceAsync(SalesChunk chunk, KnownLines.Match[] known, CancellationToken cancel)
    {
        int[] changed = [.. Enumerable.Range(0, known.Length).Where(at => known[at] is { Batch: not 0, IsSame: false })];
        if (changed.Length == 0)
            return;
        await Staging.MakeAsync(db, "import_changed", "id bigint", cancel);
        using (var ids = BulkWriter.Open(db, "import_changed", "id"))
        {
            foreach (var at in changed)
            {
                ids.Long(chunk.Records[at].Id);
                ids.EndRow();
            }
            ids.Complete();
        }
        await Staging.ReadyAsync(db, "import_changed", cancel);
        await using (
            var rows = await Staging.ReadAsync(
                db,
                "SELECT DISTINCT l.account_id FROM import_changed c CROSS JOIN sales_line l WHERE l.id = c.id",
                cancel
            )
        )
            while (await rows.ReadAsync(cancel))
                Touched.Add(rows.GetInt64(0));
        await KeepAsync("sales_line", "t.account_id", cancel);
        TouchedUnattributed |= await KeepAsync("unattributed_line", "NULL", cancel) > 0;
    }

    private async Task<int> KeepAsync(string table, string account, CancellationToken cancel)
    {
        var columns = string.Join(", ", SqlNames.SaleColumns.Select(column => "t." + column));
        await Staging.ExecuteAsync(
            db,
            $"""
            INSERT INTO replaced_line (replaced_by_batch_id, account_id, {SqlNames.Sale})
            SELECT @batch, {account}, {columns} FROM import_changed c CROSS JOIN {table} t WHERE t.id = c.id
            """,
            cancel,
            ("batch", batch.Id)
        );
        return await Staging.ExecuteAsync(db, $"DELETE FROM {table} WHERE id IN (SELECT id FROM import_changed)", cancel);
    }

    private void WriteLines(SalesChunk chunk, KnownLines.Match[] known, int[] wanted)
    {
        var withAccount = wanted.Where(at => chunk.Records[at].Account != 0).ToArray();
        if (withAccount.Length > 0)
        {
            using var rows = BulkWriter.Open(db, "sales_line", SqlNames.SalesLineColumns);
            foreach (var at in withAccount)
            {
                var account = Accounts[chunk.Records[at].Account];
                Touched.Add(account);
                rows.Long(account);
                WriteLine(rows, chunk, at, known[at].Batch);
            }
            rows.Complete();
        }
        if (withAccount.Length == wanted.Length)
            return;
        TouchedUnattributed = true;
        using var others = BulkWriter.Open(db, "unattributed_line", SqlNames.SaleColumns);
        foreach (var at in wanted.Where(at => chunk.Records[at].Account == 0))
            WriteLine(others, chunk, at, known[at].Batch);
        others.Complete();
    }

    private void WriteLine(BulkWriter rows, SalesChunk chunk, int at, long firstBatch)
    {
        ref readonly var record = ref System.Runtime.InteropServices.CollectionsMarshal.AsSpan(chunk.Records)[at];
        var (order, line) = chunk.Numbers[at];
        rows.Long(record.Id);
        rows.Text(order);
        rows.Text(line);
        rows.Day(DateOnly.FromDayNumber(record.Day));
        rows.Long(products[record.Product]);
        rows.Long(Places[record.Place]);
        rows.Long(record.Quantity);
        rows.Long(record.UnitPrice);
        rows.Long(record.Amount);
        rows.Long(record.Cost);
        rows.Long(record.Discount);
        rows.Text(salespeople[record.Salesperson]);
        rows.Long(record.Content);
        rows.Long(firstBatch == 0 ? batch.Id : firstBatch);
        rows.Long(batch.Id);
        rows.EndRow();
    }
}

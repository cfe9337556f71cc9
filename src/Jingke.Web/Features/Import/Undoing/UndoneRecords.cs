using Jingke.Domain.Accounts;
using Jingke.Domain.Imports;
using Jingke.Web.Data;
using Jingke.Web.Features.Import.Loading;
using Jingke.Web.Features.Import.Working;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.Import.Undoing;

/// <summary>
/// Removes contacts, accounts, products and places that an import created, where nothing else refers to them and nobody has edited
/// them. The others stay and are counted: somebody works with them by now.
/// </summary>
internal sealed class UndoneRecords(JingkeDbContext db, ImportBatch batch, Lease lease)
{
    private const int Lot = 5_000;

    private readonly List<long> accounts = [];

    /// <summary>Accounts that were looked at: removed, or kept.</summary>
    public IReadOnlyCollection<long> Accounts => accounts;

    /// <summary>How many accounts, contacts and products stay.</summary>
    public long Kept { get; private set; }

    public async Task RunAsync(CancellationToken cancel)
    {
        var contacts = await CreatedAsync("contact", cancel);
        foreach (var lot in contacts.Chunk(Lot))
            await DeleteAsync("contact", lot, "version = 0", cancel);
        accounts.AddRange(await CreatedAsync("account", cancel));
        var condition = $"version = 0 AND {NotReferredTo()}";
        foreach (var lot in accounts.Chunk(Lot))
            await DeleteAsync("account", lot, condition, cancel, andNote: true);
        await DeleteUnusedAsync("product", "product_id", cancel);
        await DeleteUnusedAsync("place", "place_id", cancel);
        // The lower level first.
        for (var level = 0; level < 2; level++)
            await DeleteCategoriesAsync(cancel);
        foreach (var table in new[] { "contact", "account", "product" })
            Kept += await Staging.NumberAsync(
                db,
                $"SELECT COUNT(*) FROM {table} WHERE created_by_batch_id = @batch",
                cancel,
                ("batch", batch.Id)
            );
    }

    private async Task<List<long>> CreatedAsync(string table, CancellationToken cancel)
    {
        var ids = new List<long>();
        await using var rows = await Staging.ReadAsync(
            db,
            $"SELECT id FROM {table} WHERE created_by_batch_id = @batch ORDER BY id",
            cancel,
            ("batch", batch.Id)
        );
        while (await rows.ReadAsync(cancel))
            ids.Add(rows.GetInt64(0));
        return ids;
    }

    // Verdicts and rises go with their account; whatever else points at it, also what later versions add, keeps it.
    private string NotReferredTo()
    {
        var keys = db
            .Model.FindEntityType(typeof(Account))!
            .GetReferencingForeignKeys()
            .Where(key =>
                key.DeleteBehavior != DeleteBehavior.Cascade || key.DeclaringEntityType.ClrType == typeof(Domain.Contacts.Contact)
            )
            .Select(key => (Table: key.DeclaringEntityType.GetTableName()!, Column: key.Properties[0].GetColumnName()))
            .Append((Table: "replaced_line", Column: "account_id"));
        return string.Join(" AND ", keys.Select(key => $"NOT EXISTS (SELECT 1 FROM {key.Table} r WHERE r.{key.Column} = account.id)"));
    }

    private Task DeleteAsync(string table, long[] ids, string condition, CancellationToken cancel, bool andNote = false) =>
        InTransactionAsync(
            async () =>
            {
                // The ledger numbers accounts in their order: once one is gone it has to be read as a whole.
                if (andNote)
                    await new TouchedAccounts(null).NoteAsync(db, cancel);
                return await Staging.ExecuteAsync(
                    db,
                    $"DELETE FROM {table} WHERE id BETWEEN @first AND @last AND created_by_batch_id = @batch AND {condition}",
                    cancel,
                    ("first", ids[0]),
                    ("last", ids[^1]),
                    ("batch", batch.Id)
                );
            },
            cancel
        );

    // Lines have no index by product or place, so all that are in use are read once.
    private Task DeleteUnusedAsync(string table, string column, CancellationToken cancel) =>
        InTransactionAsync(
            async () =>
            {
                if (
                    await Staging.NumberAsync(
                        db,
                        $"SELECT COUNT(*) FROM {table} WHERE created_by_batch_id = @batch",
                        cancel,
                        ("batch", batch.Id)
                    ) == 0
                )
                    return 0;
                var used = string.Join(
                    " UNION ",
                    new[] { "sales_line", "unattributed_line", "replaced_line" }.Select(lines =>
                        $"SELECT {column} FROM {lines} WHERE {column} IS NOT NULL"
                    )
                );
                return await Staging.ExecuteAsync(
                    db,
                    $"DELETE FROM {table} WHERE created_by_batch_id = @batch AND id NOT IN ({used})",
                    cancel,
                    ("batch", batch.Id)
                );
            },
            cancel
        );

    private Task DeleteCategoriesAsync(CancellationToken cancel) =>
        InTransactionAsync(
            () =>
                Staging.ExecuteAsync(
                    db,
                    """
                    DELETE FROM product_category WHERE created_by_batch_id = @batch
                        AND id NOT IN (SELECT category_id FROM product WHERE category_id IS NOT NULL)
                        AND id NOT IN (SELECT parent_id FROM product_category WHERE parent_id IS NOT NULL)
                    """,
                    cancel,
                    ("batch", batch.Id)
                ),
            cancel
        );

    private async Task InTransactionAsync(Func<Task<int>> work, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await work();
        await lease.RequireAsync(db, cancel);
        await transaction.CommitAsync(cancel);
    }
}

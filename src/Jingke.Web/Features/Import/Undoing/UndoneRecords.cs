using Jingke.Domain.Accounts;
using Jingke.Domain.Churn;
using Jingke.Domain.Contacts;
using Jingke.Domain.Credit;
using Jingke.Domain.Facts;
using Jingke.Domain.FollowUps;
using Jingke.Domain.Imports;
using Jingke.Domain.KeyAccounts;
using Jingke.Domain.Receivables;
using Jingke.Web.Data;
using Jingke.Web.Data.Search;
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

    /// <summary>How many accounts, contacts and products stay.</summary>
    public long Kept { get; private set; }

    public async Task RunAsync(CancellationToken cancel)
    {
        var contacts = await CreatedAsync("contact", cancel);
        foreach (var lot in contacts.Chunk(Lot))
            await InTransactionAsync(() => DeleteContactsAsync(lot, cancel), cancel);
        var accounts = await CreatedAsync("account", cancel);
        var condition = $"version = 0 AND {NotReferredTo()}";
        foreach (var lot in accounts.Chunk(Lot))
            await InTransactionAsync(() => DeleteAccountsAsync(lot, condition, cancel), cancel);
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

    // What people have written about an account since keeps it too, though it would go with the account.
    private static readonly Type[] Written =
    [
        typeof(Contact),
        typeof(Consent),
        typeof(JointPurchase),
        typeof(Fact),
        typeof(Attachment),
        typeof(FollowUp),
        typeof(ToDo),
        typeof(Competitor),
        typeof(AccountMeasure),
        typeof(AccountShare),
        typeof(LossReview),
        typeof(Receivable),
        typeof(CreditInvestigation),
        typeof(CreditDecision),
        typeof(KeyAccountAssessment),
        typeof(KeyAccountPlan),
        typeof(KeyAccountReview),
    ];

    // Verdicts and rises go with their account; whatever else points at it, also what later versions add, keeps it.
    private string NotReferredTo()
    {
        var keys = db
            .Model.FindEntityType(typeof(Account))!
            .GetReferencingForeignKeys()
            .Where(key => key.DeleteBehavior != DeleteBehavior.Cascade || Written.Contains(key.DeclaringEntityType.ClrType))
            .Select(key => (Table: key.DeclaringEntityType.GetTableName()!, Column: key.Properties[0].GetColumnName()))
            .Append((Table: "replaced_line", Column: "account_id"));
        return string.Join(" AND ", keys.Select(key => $"NOT EXISTS (SELECT 1 FROM {key.Table} r WHERE r.{key.Column} = account.id)"));
    }

    private async Task<int> DeleteContactsAsync(long[] ids, CancellationToken cancel)
    {
        // Accounts of this import are seen to when they go, or stay.
        var (first, last) = (ids[0], ids[^1]);
        var others = await db
            .Contacts.IgnoreQueryFilters()
            .Where(contact => contact.Id >= first && contact.Id <= last && contact.CreatedByBatchId == batch.Id)
            .Where(contact => contact.Account!.CreatedByBatchId != batch.Id)
            .Select(contact => contact.AccountId)
            .Distinct()
            .ToListAsync(cancel);
        var deleted = await DeleteAsync("contact", ids, "version = 0", cancel);
        await SearchIndex.RefreshAsync(db, others, cancel);
        return deleted;
    }

    private async Task<int> DeleteAccountsAsync(long[] ids, string condition, CancellationToken cancel)
    {
        // The ledger numbers accounts in their order: once one is gone it has to be read as a whole.
        await new TouchedAccounts(null).NoteAsync(db, cancel);
        var deleted = await DeleteAsync("account", ids, condition, cancel);
        await SearchIndex.RefreshAsync(db, ids, cancel);
        return deleted;
    }

    private Task<int> DeleteAsync(string table, long[] ids, string condition, CancellationToken cancel) =>
        Staging.ExecuteAsync(
            db,
            $"DELETE FROM {table} WHERE id BETWEEN @first AND @last AND created_by_batch_id = @batch AND {condition}",
            cancel,
            ("first", ids[0]),
            ("last", ids[^1]),
            ("batch", batch.Id)
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

using Jingke.Domain.Sales;
using Jingke.Web.Data;
using Jingke.Web.Data.Ownership;
using Jingke.Web.Data.People;
using Jingke.Web.Data.Search;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Features.SampleData;

/// <summary>
/// Removes the sample company and nothing else, in one transaction. What real data hang on stays: a sample account that a real file has
/// sold to, a product that a real line names. What real data had of the sample (an owner, a team) becomes unassigned.
/// </summary>
internal sealed class RemoveSampleData(JingkeDbFactory factory, PeopleDirectory people, TimeProvider time)
{
    // {0} is the batch. In this order nothing is removed that something else still points to.
    private static readonly string[] Statements =
    [
        "DELETE FROM sales_line WHERE batch_id = {0}",
        "DELETE FROM unattributed_line WHERE batch_id = {0}",
        "DELETE FROM receipt WHERE created_by_batch_id = {0}",
        "DELETE FROM receivable WHERE created_by_batch_id = {0} AND id NOT IN (SELECT receivable_id FROM receipt)",
        "DELETE FROM fact WHERE import_batch_id = {0}",
        "DELETE FROM to_do WHERE owner_id IN (SELECT id FROM app_user WHERE is_sample)",
        "DELETE FROM follow_up WHERE by_id IN (SELECT id FROM app_user WHERE is_sample)",
        "DELETE FROM loss_review WHERE by_id IN (SELECT id FROM app_user WHERE is_sample)",
        "DELETE FROM key_account_assessment WHERE by_id IN (SELECT id FROM app_user WHERE is_sample)",
        "DELETE FROM key_account_plan WHERE by_id IN (SELECT id FROM app_user WHERE is_sample)",
        "DELETE FROM key_account_review WHERE by_id IN (SELECT id FROM app_user WHERE is_sample)",
        """
            DELETE FROM credit_finding WHERE investigation_id IN (
                SELECT id FROM credit_investigation WHERE by_id IN (SELECT id FROM app_user WHERE is_sample))
            """,
        "DELETE FROM credit_investigation WHERE by_id IN (SELECT id FROM app_user WHERE is_sample)",
        "DELETE FROM credit_decision WHERE by_id IN (SELECT id FROM app_user WHERE is_sample)",
        """
            DELETE FROM joint_purchase WHERE account_id IN (SELECT id FROM account WHERE created_by_batch_id = {0})
            """,
        """
            DELETE FROM contact_relation WHERE account_id IN (SELECT id FROM account WHERE created_by_batch_id = {0})
            """,
        """
            DELETE FROM competitor WHERE account_id IN (SELECT id FROM account WHERE created_by_batch_id = {0})
            """,
        """
            UPDATE account SET parent_id = NULL WHERE parent_id IN (SELECT id FROM account WHERE created_by_batch_id = {0})
            """,
        "DELETE FROM knowledge_day WHERE owner_id IN (SELECT id FROM app_user WHERE is_sample)",
        "DELETE FROM contact WHERE created_by_batch_id = {0}",
        """
            DELETE FROM account WHERE created_by_batch_id = {0}
                AND NOT EXISTS (SELECT 1 FROM sales_line WHERE sales_line.account_id = account.id)
                AND NOT EXISTS (SELECT 1 FROM receivable WHERE receivable.account_id = account.id)
            """,
        "UPDATE account SET created_by_batch_id = NULL WHERE created_by_batch_id = {0}",
        "UPDATE account SET owner_id = NULL WHERE owner_id IN (SELECT id FROM app_user WHERE is_sample)",
        "UPDATE account SET team_id = NULL WHERE team_id IN (SELECT id FROM team WHERE is_sample)",
        "UPDATE app_user SET team_id = NULL WHERE team_id IN (SELECT id FROM team WHERE is_sample)",
        "UPDATE team SET parent_id = NULL WHERE parent_id IN (SELECT id FROM team WHERE is_sample)",
        "DELETE FROM app_user WHERE is_sample",
        "DELETE FROM team WHERE is_sample",
        """
            DELETE FROM product WHERE created_by_batch_id = {0} AND id NOT IN (
                SELECT product_id FROM sales_line WHERE product_id IS NOT NULL
                UNION SELECT product_id FROM unattributed_line WHERE product_id IS NOT NULL)
            """,
        "UPDATE product SET created_by_batch_id = NULL WHERE created_by_batch_id = {0}",
        """
            DELETE FROM evaluation_run WHERE id NOT IN (SELECT run_id FROM evaluation UNION SELECT run_id FROM tier_change)
            """,
        "DELETE FROM import_batch WHERE id = {0}",
    ];

    /// <summary>Removes it; does nothing when there is none.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        await using var db = factory.CreateForSystem();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var organisation = await db.Organisation.SingleAsync(cancel);
        organisation.MarkSampleData(false);
        var batches = await db
            .ImportBatches.Where(batch => batch.SourceName == LoadSampleData.Source)
            .Select(batch => batch.Id)
            .ToListAsync(cancel);
        await NoteMovesAsync(db, cancel);
        foreach (var batch in batches)
            await RemoveAsync(db, batch, cancel);
        await RemoveCategoriesAsync(db, cancel);

        db.ChangedAccounts.Add(new ChangedAccount { AccountId = ChangedAccount.Everyone });
        db.Note("sample-removed", "Organisation", subjectName: organisation.Name);
        await db.SaveChangesAsync(cancel);
        foreach (var stamp in (string[])[ChangeStamp.Sales, ChangeStamp.Accounts, ChangeStamp.People, ChangeStamp.Receivables])
            await db.RaiseStampAsync(stamp, cancel);
        await transaction.CommitAsync(cancel);
        await people.ReloadAsync(cancel);
    }

    // Colleagues of the sample company lose what they had; of accounts that go too, the moves go with them.
    private async Task NoteMovesAsync(JingkeDbContext db, CancellationToken cancel)
    {
        var losing = await db
            .Accounts.IgnoreQueryFilters([JingkeDbContext.BinFilter])
            .Where(account => db.Users.Any(user => user.Id == account.OwnerId && user.IsSample))
            .Select(account => new MoveRows.Move(account.Id, account.OwnerId, null))
            .ToListAsync(cancel);
        db.WriteMoves(losing, time.GetUtcNow().UtcDateTime, byId: null, reason: "");
    }

    private static async Task RemoveAsync(JingkeDbContext db, long batch, CancellationToken cancel)
    {
        var accounts = await db
            .Accounts.IgnoreQueryFilters([JingkeDbContext.BinFilter])
            .Where(account => account.CreatedByBatchId == batch)
            .Select(account => account.Id)
            .ToListAsync(cancel);
        foreach (var statement in Statements)
            await db.Database.ExecuteSqlRawAsync(statement, [batch], cancel);
        await SearchIndex.RefreshAsync(db, accounts, cancel);
    }

    // Categories carry no mark; those of the sample are known by name, and go when nothing is in them any more.
    private static async Task RemoveCategoriesAsync(JingkeDbContext db, CancellationToken cancel)
    {
        var leaves = SampleWords.Only.Categories.Select(category => category.Name).ToList();
        var parents = SampleWords.Only.Categories.Select(category => category.Parent).Distinct().ToList();
        foreach (var names in (List<string>[])[leaves, parents])
            await db
                .ProductCategories.Where(category => names.Contains(category.Name))
                .Where(category => !db.Products.Any(product => product.CategoryId == category.Id))
                .Where(category => !db.ProductCategories.Any(below => below.ParentId == category.Id))
                .ExecuteDeleteAsync(cancel);
    }
}

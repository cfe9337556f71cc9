using System.Globalization;
using Jingke.Domain.Accounts;
using Jingke.Web.Common;
using Jingke.Web.Data.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data.Pools;

/// <summary>
/// Puts accounts that are due into their pools, as sets: the owner goes, the move is noted with the rule and its number, the audit log is
/// told. Who looks at an account meanwhile keeps it until the next night. Running it twice does nothing the second time.
/// </summary>
internal sealed class RecycleAccounts(JingkeDbFactory factory, DueForPool due, Clock clock, TimeProvider time, ILogger<RecycleAccounts> log)
{
    private const int Lot = 5_000;

    /// <summary>Takes back what is due today.</summary>
    /// <param name="isDryRun">Whether nothing is written.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The accounts that were, or would be, taken back.</returns>
    public async Task<IReadOnlyList<DueForPool.Row>> RunAsync(bool isDryRun, CancellationToken cancel)
    {
        await using var db = factory.CreateForSystem();
        var today = clock.Today;
        var rows = await due.RunAsync(db, _ => today, ownerId: null, cancel);
        if (isDryRun || rows.Count == 0)
            return rows;

        var taken = new List<DueForPool.Row>(rows.Count);
        foreach (var lot in rows.Chunk(Lot))
            taken.AddRange(await TakeAsync(db, lot, cancel));
        log.LogInformation("Public pools: {Accounts} accounts returned by rule", taken.Count);
        return taken;
    }

    private async Task<IEnumerable<DueForPool.Row>> TakeAsync(JingkeDbContext db, DueForPool.Row[] lot, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await StageAsync(db, lot, cancel);
        // Only what is still as it was read: the owner wrote a follow-up this very moment, and the version rose.
        await db.Database.ExecuteSqlRawAsync(
            """
            UPDATE account SET owner_id = NULL, team_id = NULL, pool_id = d.pool_id, version = account.version + 1
            FROM pool_due d WHERE d.account_id = account.id AND d.version = account.version AND account.locked_at IS NULL
            """,
            cancel
        );
        await db.Database.ExecuteSqlRawAsync(
            "DELETE FROM pool_due WHERE account_id NOT IN (SELECT a.id FROM account a JOIN pool_due d ON d.account_id = a.id AND a.version = d.version + 1 AND a.owner_id IS NULL)",
            cancel
        );
        var ids = await db.Database.SqlQueryRaw<long>("SELECT account_id AS \"Value\" FROM pool_due").ToListAsync(cancel);
        var kept = ids.ToHashSet();
        var taken = lot.Where(row => kept.Contains(row.AccountId)).ToList();
        Write(db, taken, time.GetUtcNow().UtcDateTime);
        var shares = await db.Database.ExecuteSqlRawAsync(
            "DELETE FROM account_share WHERE account_id IN (SELECT account_id FROM pool_due)",
            cancel
        );
        await db.Database.ExecuteSqlRawAsync("DROP TABLE pool_due", cancel);
        await db.RaiseStampAsync(ChangeStamp.Accounts, cancel);
        if (shares > 0)
            await db.RaiseStampAsync(ChangeStamp.People, cancel);
        await transaction.CommitAsync(cancel);
        return taken;
    }

    private static async Task StageAsync(JingkeDbContext db, DueForPool.Row[] lot, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS pool_due", cancel);
        await db.Database.ExecuteSqlRawAsync("CREATE TEMP TABLE pool_due (account_id bigint, version integer, pool_id bigint)", cancel);
        using var rows = BulkWriter.Open(db, "pool_due", "account_id", "version", "pool_id");
        foreach (var row in lot)
        {
            rows.Long(row.AccountId);
            rows.Int(row.Version);
            rows.Long(row.Pool.Id);
            rows.EndRow();
        }
        rows.Complete();
    }

    private static void Write(JingkeDbContext db, List<DueForPool.Row> taken, DateTime at)
    {
        using (var moves = BulkWriter.Open(db, "owner_move", "account_id", "kind", "from_id", "at", "reason", "pool_id"))
        {
            foreach (var row in taken)
            {
                moves.Long(row.AccountId);
                moves.Text(nameof(OwnerMoveKind.Recycled));
                moves.Guid(row.OwnerId);
                moves.Instant(at);
                moves.Text(row.Return.Code);
                moves.Long(row.Pool.Id);
                moves.EndRow();
            }
            moves.Complete();
        }
        using var entries = BulkWriter.Open(db, "audit_entry", "at", "action", "subject", "subject_id", "subject_name", "changes");
        foreach (var row in taken)
        {
            entries.Instant(at);
            entries.Text("changed");
            entries.Text(nameof(Account));
            entries.Text(row.AccountId.ToString(CultureInfo.InvariantCulture));
            entries.Text(row.Name);
            entries.Text(AuditedSave.Written(new Dictionary<string, object?[]> { [nameof(Account.OwnerId)] = [row.OwnerId, null] }));
            entries.EndRow();
        }
        entries.Complete();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Jingke.Web.Data.Facts;

/// <summary>
/// Lets people who record facts of one account go one after the other: each must vet what the other wrote. SQLite lets only one write at
/// a time anyway; PostgreSQL is asked to hold the account's row.
/// </summary>
internal static class FactLock
{
    /// <summary>Opens a transaction and waits until nobody else works on the account's facts.</summary>
    public static async Task<IDbContextTransaction> BeginFactsAsync(this JingkeDbContext db, long accountId, CancellationToken cancel)
    {
        var work = await db.Database.BeginTransactionAsync(cancel);
        if (db.Database.IsNpgsql())
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM account WHERE id = {accountId} FOR UPDATE", cancel);
        return work;
    }
}

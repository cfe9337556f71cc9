using Jingke.Domain.Facts;
using Jingke.Domain.Facts.Vetting;
using Jingke.Web.Data.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Jingke.Web.Data.Facts;

/// <summary>Writes what vetting many facts changed, set by set: through a temporary table that lives as long as the connection.</summary>
internal static class FactSql
{
    /// <summary>Writes standings of facts and scores of accounts inside the current transaction.</summary>
    public static async Task WriteAsync(
        JingkeDbContext db,
        IReadOnlyCollection<(long Id, FactStanding Standing, int Reliability)> standings,
        IReadOnlyCollection<(long Id, KnowledgeScores Scores)> scores,
        CancellationToken cancel
    )
    {
        if (standings.Count > 0)
        {
            await EmptyAsync(db, "vetted_fact (id bigint PRIMARY KEY, standing text, reliability integer)", cancel);
            using (var writer = BulkWriter.Open(db, "vetted_fact", "id", "standing", "reliability"))
            {
                foreach (var (id, standing, reliability) in standings)
                {
                    writer.Long(id);
                    writer.Text(standing.ToString());
                    writer.Int(reliability);
                    writer.EndRow();
                }
                writer.Complete();
            }
            await db.Database.ExecuteSqlRawAsync(
                "UPDATE fact SET standing = vetted_fact.standing, reliability = vetted_fact.reliability FROM vetted_fact WHERE fact.id = vetted_fact.id",
                cancel
            );
        }
        if (scores.Count > 0)
        {
            await EmptyAsync(
                db,
                "vetted_account (id bigint PRIMARY KEY, completeness double precision, accuracy double precision, freshness double precision)",
                cancel
            );
            using (var writer = BulkWriter.Open(db, "vetted_account", "id", "completeness", "accuracy", "freshness"))
            {
                foreach (var (id, found) in scores)
                {
                    writer.Long(id);
                    writer.Double(found.Completeness);
                    writer.Double(found.Accuracy);
                    writer.Double(found.Freshness);
                    writer.EndRow();
                }
                writer.Complete();
            }
            await db.Database.ExecuteSqlRawAsync(
                """
                UPDATE account SET completeness = vetted_account.completeness, accuracy = vetted_account.accuracy,
                    freshness = vetted_account.freshness FROM vetted_account WHERE account.id = vetted_account.id
                """,
                cancel
            );
        }
    }

    private static async Task EmptyAsync(JingkeDbContext db, string table, CancellationToken cancel)
    {
        // The texts are constants of this class.
#pragma warning disable EF1002, EF1003
        await db.Database.ExecuteSqlRawAsync($"CREATE TEMP TABLE IF NOT EXISTS {table}", cancel);
        await db.Database.ExecuteSqlRawAsync($"DELETE FROM {table[..table.IndexOf(' ')]}", cancel);
#pragma warning restore EF1002, EF1003
    }
}

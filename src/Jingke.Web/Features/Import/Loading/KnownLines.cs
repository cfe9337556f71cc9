using Jingke.Web.Data;
using Jingke.Web.Data.Bulk;

namespace Jingke.Web.Features.Import.Loading;

/// <summary>Tells which lines of a chunk are in the database already.</summary>
internal static class KnownLines
{
    // The order of the join is forced: the few keys first, then the index on the line's identity.
    private const string Matches = """
        SELECT k.pos, l.batch_id, l.content FROM import_key k CROSS JOIN sales_line l WHERE l.id = k.id
        UNION ALL
        SELECT k.pos, u.batch_id, u.content FROM import_key k CROSS JOIN unattributed_line u WHERE u.id = k.id
        """;

    /// <summary>What is known of a line.</summary>
    /// <param name="Batch">The import that first brought it; 0 for a new line.</param>
    /// <param name="IsSame">Whether it still says the same. Whose it is does not matter: a person may have assigned it since.</param>
    public readonly record struct Match(long Batch, bool IsSame);

    /// <summary>Looks the lines of a chunk up, in the present transaction.</summary>
    /// <returns>One entry for each record.</returns>
    public static async Task<Match[]> FindAsync(JingkeDbContext db, SalesChunk chunk, CancellationToken cancel)
    {
        var matches = new Match[chunk.Records.Count];
        await Staging.MakeAsync(db, "import_key", "pos bigint, id bigint", cancel);
        using (var keys = BulkWriter.Open(db, "import_key", "pos", "id"))
        {
            for (var at = 0; at < matches.Length; at++)
            {
                keys.Long(at);
                keys.Long(chunk.Records[at].Id);
                keys.EndRow();
            }
            keys.Complete();
        }
        await Staging.ReadyAsync(db, "import_key", cancel);

        await using var rows = await Staging.ReadAsync(db, Matches, cancel);
        while (await rows.ReadAsync(cancel))
        {
            var at = (int)rows.GetInt64(0);
            matches[at] = new(rows.GetInt64(1), rows.GetInt64(2) == chunk.Records[at].Content);
        }
        return matches;
    }
}

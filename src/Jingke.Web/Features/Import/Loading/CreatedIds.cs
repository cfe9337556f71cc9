using Jingke.Web.Data;

namespace Jingke.Web.Features.Import.Loading;

/// <summary>Tells the identifiers of rows that were just written in bulk.</summary>
internal static class CreatedIds
{
    /// <summary>
    /// Identifiers in the order of writing. Others may create rows at the same time, but not in this import's name.
    /// </summary>
    /// <param name="db">The context, in the transaction that wrote them.</param>
    /// <param name="table">The table.</param>
    /// <param name="before">The highest identifier before.</param>
    /// <param name="batch">The import.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<List<long>> AfterAsync(JingkeDbContext db, string table, long before, long batch, CancellationToken cancel)
    {
        var ids = new List<long>();
        await using var rows = await Staging.ReadAsync(
            db,
            $"SELECT id FROM {table} WHERE id > @before AND created_by_batch_id = @batch ORDER BY id",
            cancel,
            ("before", before),
            ("batch", batch)
        );
        while (await rows.ReadAsync(cancel))
            ids.Add(rows.GetInt64(0));
        return ids;
    }
}

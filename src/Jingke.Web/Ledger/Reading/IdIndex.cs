namespace Jingke.Web.Ledger.Reading;

/// <summary>From identifiers to positions. Identifiers are dense as a rule, so an array answers without hashing; where not, a dictionary does.</summary>
internal sealed class IdIndex
{
    private readonly int[]? dense;
    private readonly Dictionary<long, int>? sparse;

    /// <summary>Indexes identifiers.</summary>
    /// <param name="ids">Identifiers, positive and distinct; the first has position <paramref name="first"/>.</param>
    /// <param name="first">Position of the first identifier.</param>
    public IdIndex(ReadOnlySpan<long> ids, int first = 0)
    {
        long largest = 0;
        foreach (var id in ids)
            largest = Math.Max(largest, id);

        if (largest < 1_000_000 || largest < ids.Length * 8L)
        {
            dense = new int[largest + 1];
            dense.AsSpan().Fill(-1);
            for (var at = 0; at < ids.Length; at++)
                dense[ids[at]] = at + first;
        }
        else
        {
            sparse = new(ids.Length);
            for (var at = 0; at < ids.Length; at++)
                sparse[ids[at]] = at + first;
        }
    }

    /// <summary>The position of an identifier; -1 when it is not there.</summary>
    public int this[long id] =>
        dense is not null
            ? (ulong)id < (ulong)dense.Length
                ? dense[id]
                : -1
            : sparse!.TryGetValue(id, out var position)
                ? position
                : -1;
}

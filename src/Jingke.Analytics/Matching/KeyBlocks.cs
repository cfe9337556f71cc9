namespace Jingke.Analytics.Matching;

/// <summary>
/// Finds the pairs that share a key, without comparing everyone with everyone: keys are sorted, and those that are equal lie together.
/// </summary>
/// <remarks>
/// Blocking as in the sorted-neighbourhood method (Hernandez and Stolfo 1995): what a large block has in common says little, so that a row
/// there is paired with its next few neighbours only. That keeps the work near linear.
/// </remarks>
public sealed class KeyBlocks
{
    private readonly long[] keys;
    private readonly int[] rows;

    /// <summary>Sorts entries by key.</summary>
    /// <param name="keys">Key of each entry; taken over and sorted.</param>
    /// <param name="rows">Row of each entry, in the same order; taken over and sorted with the keys.</param>
    /// <exception cref="ArgumentException">The two differ in length.</exception>
    public KeyBlocks(long[] keys, int[] rows)
    {
        if (keys.Length != rows.Length)
            throw new ArgumentException("Each key has one row.", nameof(rows));

        Array.Sort(keys, rows);
        (this.keys, this.rows) = (keys, rows);
    }

    /// <summary>The pairs, each once for each key it shares, lower row in the upper half of the number; unordered.</summary>
    /// <param name="limits">
    /// For a key, the rows of a block up to which all are paired with all, and the neighbours a row of a larger block is paired with.
    /// </param>
    /// <param name="take">Takes a pair: its two rows, lower first, the key and the size of its block.</param>
    public void ForEachPair(Func<long, (int Cap, int Window)> limits, Action<int, int, long, int> take)
    {
        for (var start = 0; start < keys.Length; )
        {
            var end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
                end++;
            var size = end - start;
            if (size > 1)
            {
                var (cap, window) = limits(keys[start]);
                if (size > cap)
                    Array.Sort(rows, start, size);
                var reach = size > cap ? window : size;
                for (var one = start; one < end; one++)
                for (var other = one + 1; other < end && other - one <= reach; other++)
                    if (rows[one] != rows[other])
                        take(Math.Min(rows[one], rows[other]), Math.Max(rows[one], rows[other]), keys[start], size);
            }
            start = end;
        }
    }
}

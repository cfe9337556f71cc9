namespace Jingke.Analytics.Segments;

/// <summary>Sorts rows by a 64-bit value, ascending and stable: 8 counting passes over bytes, those left out in which all values agree.</summary>
internal static class RadixSort
{
    /// <summary>The rows in ascending order of their values.</summary>
    /// <param name="rows">The rows to sort; not changed.</param>
    /// <param name="values">Value of each row, indexed by row.</param>
    public static int[] Ascending(ReadOnlySpan<int> rows, ReadOnlySpan<long> values)
    {
        var (keys, items) = (GC.AllocateUninitializedArray<ulong>(rows.Length), rows.ToArray());
        for (var i = 0; i < keys.Length; i++)
            keys[i] = (ulong)values[rows[i]] ^ (1UL << 63);

        return Sort(keys, items);
    }

    /// <summary>The rows in ascending order of their values; no value may be NaN.</summary>
    public static int[] Ascending(ReadOnlySpan<int> rows, ReadOnlySpan<double> values)
    {
        var (keys, items) = (GC.AllocateUninitializedArray<ulong>(rows.Length), rows.ToArray());
        for (var i = 0; i < keys.Length; i++)
        {
            var bits = BitConverter.DoubleToInt64Bits(values[rows[i]] + 0.0);
            keys[i] = bits < 0 ? ~(ulong)bits : (ulong)bits | (1UL << 63);
        }

        return Sort(keys, items);
    }

    private static int[] Sort(ulong[] keys, int[] items)
    {
        var (otherKeys, otherItems) = (GC.AllocateUninitializedArray<ulong>(keys.Length), GC.AllocateUninitializedArray<int>(items.Length));
        var (differ, first) = (0UL, keys.Length > 0 ? keys[0] : 0);
        foreach (var key in keys)
            differ |= key ^ first;

        Span<int> next = stackalloc int[256];
        for (var shift = 0; shift < 64; shift += 8)
        {
            if ((differ >> shift & 0xFF) == 0)
                continue;

            next.Clear();
            foreach (var key in keys)
                next[(int)(key >> shift & 0xFF)]++;

            var sofar = 0;
            foreach (ref var count in next)
                (count, sofar) = (sofar, sofar + count);

            for (var i = 0; i < keys.Length; i++)
            {
                var target = next[(int)(keys[i] >> shift & 0xFF)]++;
                otherKeys[target] = keys[i];
                otherItems[target] = items[i];
            }

            (keys, otherKeys) = (otherKeys, keys);
            (items, otherItems) = (otherItems, items);
        }

        return items;
    }
}

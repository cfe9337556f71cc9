namespace Jingke.Analytics.Ledger;

/// <summary>
/// Numbers the orders of one account after another from 0, by first appearance. Lines without an order number are one order a day;
/// lines must come by day. One per thread; its table is used again for each account.
/// </summary>
internal sealed class OrderNumbers
{
    private ulong[] keys = new ulong[64];
    private int[] values = new int[64];
    private int mask;
    private int count;
    private int unnumberedDay;
    private int unnumbered;
    private ulong previousKey;
    private int previous;

    /// <summary>Most orders of any account so far.</summary>
    public int Most { get; private set; }

    /// <summary>Starts an account with this many lines.</summary>
    public void Begin(int lines)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(lines, 1)) * 2;
        if (size > keys.Length)
            (keys, values) = (new ulong[size], new int[size]);
        else
            Array.Clear(keys, 0, size);

        (mask, count, unnumberedDay, previousKey) = (size - 1, 0, -1, 0);
    }

    /// <summary>The number of a line's order.</summary>
    public int Of(ulong key, int day)
    {
        if (key == 0)
        {
            if (day != unnumberedDay)
                (unnumberedDay, unnumbered) = (day, Next());

            return unnumbered;
        }

        if (key == previousKey)
            return previous;

        var slot = (int)(key * 0x9E3779B97F4A7C15 >> 32) & mask;
        while (keys[slot] != key)
        {
            if (keys[slot] == 0)
            {
                (keys[slot], values[slot]) = (key, Next());
                break;
            }

            slot = (slot + 1) & mask;
        }

        (previousKey, previous) = (key, values[slot]);
        return previous;
    }

    private int Next()
    {
        Most = Math.Max(Most, count + 1);
        return count++;
    }
}

using System.Numerics;

namespace Jingke.Web.Tabular.Values;

/// <summary>64-bit hashes to whole numbers, 12 bytes a slot: five million entries stay near 100 MB. 0 cannot be told from absent.</summary>
internal sealed class HashMap64
{
    private ulong[] keys;
    private int[] values;
    private int count;

    /// <summary>Makes an empty map.</summary>
    /// <param name="expected">Keys to make room for at once; more may follow.</param>
    public HashMap64(int expected = 0)
    {
        var slots = HashSet64.SlotsFor(expected);
        (keys, values) = (new ulong[slots], new int[slots]);
    }

    /// <summary>Number of keys.</summary>
    public int Count => count;

    /// <summary>The value of a key, which is made with the value 0 when it is new.</summary>
    public ref int this[ulong key]
    {
        get
        {
            if (count * 10L >= keys.Length * 7L)
                Grow();
            key = key == 0 ? 1 : key;
            var slot = SlotOf(key);
            if (keys[slot] == 0)
            {
                keys[slot] = key;
                count++;
            }
            return ref values[slot];
        }
    }

    /// <summary>The value of a key, or 0; nothing is made.</summary>
    public int Find(ulong key)
    {
        var slot = SlotOf(key == 0 ? 1 : key);
        return keys[slot] == 0 ? 0 : values[slot];
    }

    private int SlotOf(ulong key)
    {
        var mask = keys.Length - 1;
        var slot = (int)(key >> 32 ^ key) & mask;
        while (keys[slot] != 0 && keys[slot] != key)
            slot = (slot + 1) & mask;
        return slot;
    }

    private void Grow()
    {
        var (oldKeys, oldValues) = (keys, values);
        (keys, values) = (new ulong[oldKeys.Length * 2], new int[oldKeys.Length * 2]);
        for (var i = 0; i < oldKeys.Length; i++)
            if (oldKeys[i] != 0)
            {
                var slot = SlotOf(oldKeys[i]);
                (keys[slot], values[slot]) = (oldKeys[i], oldValues[i]);
            }
    }
}

/// <summary>A set of 64-bit hashes, 8 bytes a slot.</summary>
internal sealed class HashSet64
{
    private const int Fewest = 1 << 10;
    private const int MostAtOnce = 1 << 23;

    private ulong[] keys;
    private int count;

    /// <summary>Makes an empty set.</summary>
    /// <param name="expected">Hashes to make room for at once; more may follow.</param>
    public HashSet64(int expected = 0) => keys = new ulong[SlotsFor(expected)];

    /// <summary>Slots for so many entries, at most seven of ten taken.</summary>
    internal static int SlotsFor(int expected) =>
        (int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(expected * 10L / 7, Fewest, MostAtOnce));

    /// <summary>Adds a hash; false when it is there already.</summary>
    public bool Add(ulong key)
    {
        if (count * 10L >= keys.Length * 7L)
            Grow();
        return Put(key == 0 ? 1 : key);
    }

    private bool Put(ulong key)
    {
        var mask = keys.Length - 1;
        var slot = (int)(key >> 32 ^ key) & mask;
        while (keys[slot] != 0)
        {
            if (keys[slot] == key)
                return false;
            slot = (slot + 1) & mask;
        }
        keys[slot] = key;
        count++;
        return true;
    }

    private void Grow()
    {
        var old = keys;
        keys = new ulong[(int)BitOperations.RoundUpToPowerOf2((uint)old.Length + 1)];
        count = 0;
        foreach (var key in old)
            if (key != 0)
                Put(key);
    }
}

using System.Buffers.Binary;
using System.Numerics;

namespace Jingke.Web.Tabular.Values;

/// <summary>The XXH64 hash of Yann Collet's xxHash, seed 0; the same on every machine and in every version.</summary>
/// <remarks>Written out because System.IO.Hashing is not among the packages that restore everywhere.</remarks>
internal static class XxHash64
{
    private const ulong P1 = 11400714785074694791;
    private const ulong P2 = 14029467366897019727;
    private const ulong P3 = 1609587929392839161;
    private const ulong P4 = 9650029242287828579;
    private const ulong P5 = 2870177450012600261;

    /// <summary>Hashes bytes.</summary>
    public static ulong Of(ReadOnlySpan<byte> data)
    {
        var length = (ulong)data.Length;
        ulong hash;
        if (data.Length >= 32)
        {
            ulong a = unchecked(P1 + P2),
                b = P2,
                c = 0,
                d = unchecked(0 - P1);
            do
            {
                a = Round(a, BinaryPrimitives.ReadUInt64LittleEndian(data));
                b = Round(b, BinaryPrimitives.ReadUInt64LittleEndian(data[8..]));
                c = Round(c, BinaryPrimitives.ReadUInt64LittleEndian(data[16..]));
                d = Round(d, BinaryPrimitives.ReadUInt64LittleEndian(data[24..]));
                data = data[32..];
            } while (data.Length >= 32);
            hash =
                BitOperations.RotateLeft(a, 1)
                + BitOperations.RotateLeft(b, 7)
                + BitOperations.RotateLeft(c, 12)
                + BitOperations.RotateLeft(d, 18);
            hash = Merge(Merge(Merge(Merge(hash, a), b), c), d);
        }
        else
            hash = P5;

        hash += length;
        for (; data.Length >= 8; data = data[8..])
            hash = BitOperations.RotateLeft(hash ^ Round(0, BinaryPrimitives.ReadUInt64LittleEndian(data)), 27) * P1 + P4;
        if (data.Length >= 4)
        {
            hash = BitOperations.RotateLeft(hash ^ BinaryPrimitives.ReadUInt32LittleEndian(data) * P1, 23) * P2 + P3;
            data = data[4..];
        }
        foreach (var one in data)
            hash = BitOperations.RotateLeft(hash ^ one * P5, 11) * P1;
        hash = (hash ^ (hash >> 33)) * P2;
        hash = (hash ^ (hash >> 29)) * P3;
        return hash ^ (hash >> 32);
    }

    private static ulong Round(ulong sum, ulong input) => BitOperations.RotateLeft(sum + input * P2, 31) * P1;

    private static ulong Merge(ulong hash, ulong sum) => (hash ^ Round(0, sum)) * P1 + P4;
}

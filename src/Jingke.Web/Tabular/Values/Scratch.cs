using System.Buffers.Binary;

namespace Jingke.Web.Tabular.Values;

/// <summary>Bytes put together for hashing; parts are kept apart by a sign no clean cell contains.</summary>
internal sealed class Scratch
{
    private byte[] bytes = new byte[1024];
    private int length;

    /// <summary>The bytes so far.</summary>
    public ReadOnlySpan<byte> Bytes => bytes.AsSpan(0, length);

    /// <summary>XXH64 of the bytes so far.</summary>
    public ulong Hash => XxHash64.Of(Bytes);

    public void Clear() => length = 0;

    /// <summary>Appends a part and its end.</summary>
    public void Add(ReadOnlySpan<byte> part, byte end = 0x1F)
    {
        Reserve(part.Length + 1);
        part.CopyTo(bytes.AsSpan(length));
        length += part.Length;
        bytes[length++] = end;
    }

    /// <summary>Appends a whole number, eight bytes.</summary>
    public void Add(long number)
    {
        Reserve(8);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(length), number);
        length += 8;
    }

    private void Reserve(int more)
    {
        if (bytes.Length - length < more)
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + more));
    }
}

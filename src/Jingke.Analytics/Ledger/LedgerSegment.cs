namespace Jingke.Analytics.Ledger;

/// <summary>A part of a <see cref="SalesLedgerBuilder"/> that one thread appends to.</summary>
public sealed class LedgerSegment
{
    internal const int ChunkShift = 14;
    internal const int ChunkLines = 1 << ChunkShift;

    private readonly List<ArraySegment<SalesLine>> full = [];
    private SalesLine[] chunk = [];
    private int count;

    internal LedgerSegment() { }

    /// <summary>Number of lines appended.</summary>
    public long Count => ((long)full.Count * ChunkLines) + count;

    /// <summary>Appends a line; it is copied.</summary>
    public void Append(in SalesLine line)
    {
        if (count == chunk.Length)
            Grow();

        chunk[count++] = line;
    }

    internal List<ArraySegment<SalesLine>> Seal()
    {
        if (count > 0)
            full.Add(new ArraySegment<SalesLine>(chunk, 0, count));

        (chunk, count) = ([], 0);
        return full;
    }

    private void Grow()
    {
        if (count > 0)
            full.Add(new ArraySegment<SalesLine>(chunk, 0, count));

        chunk = GC.AllocateUninitializedArray<SalesLine>(ChunkLines);
        count = 0;
    }
}

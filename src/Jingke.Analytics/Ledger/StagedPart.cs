namespace Jingke.Analytics.Ledger;

/// <summary>A run of staged chunks that one thread counts and then places: what it holds per account, and what its columns need.</summary>
internal sealed class StagedPart(ArraySegment<SalesLine>[] chunks, int fromChunk, int toChunk)
{
    public int FirstDay { get; private set; } = int.MaxValue;
    public int LastDay { get; private set; } = int.MinValue;
    public double DaySum { get; private set; }
    public bool AnyProduct { get; private set; }
    public bool AnyPlace { get; private set; }
    public bool AnyCost { get; private set; }
    public PackedColumn.Needs Quantity { get; private set; }
    public PackedColumn.Needs Discount { get; private set; }

    /// <summary>First lines per account; then, once the parts before are known, where the part's next line of the account goes.</summary>
    public int[] Next { get; private set; } = [];

    public void Count(int accountCount, int productCount, int placeCount)
    {
        Next = new int[accountCount];
        var (quantity, discount) = (new PackedColumn.Needs(), new PackedColumn.Needs());
        for (var chunk = fromChunk; chunk < toChunk; chunk++)
        {
            foreach (ref readonly var line in chunks[chunk].AsSpan())
            {
                if ((uint)line.Account >= (uint)accountCount || (uint)line.Product >= (uint)productCount || line.Place >= placeCount)
                    throw Unknown(line, accountCount, productCount, placeCount);

                Next[line.Account]++;
                FirstDay = Math.Min(FirstDay, line.Day.DayNumber);
                LastDay = Math.Max(LastDay, line.Day.DayNumber);
                DaySum += line.Day.DayNumber;
                AnyProduct |= line.Product != 0;
                AnyPlace |= line.Place != 0;
                AnyCost |= line.CostOrNone != SalesLine.NoCost;
                quantity.Add(line.Quantity);
                discount.Add(line.Discount);
            }
        }

        (Quantity, Discount) = (quantity, discount);
    }

    /// <summary>Writes for each line, at its account's place, its day above the source bits and where it is staged below.</summary>
    public void Place(ulong[] keys, int baseDay)
    {
        for (var chunk = fromChunk; chunk < toChunk; chunk++)
        {
            var source = (ulong)chunk << LedgerSegment.ChunkShift;
            foreach (ref readonly var line in chunks[chunk].AsSpan())
                keys[Next[line.Account]++] = ((ulong)(uint)(line.Day.DayNumber - baseDay) << LedgerAssembly.SourceBits) | source++;
        }
    }

    private static ArgumentException Unknown(SalesLine line, int accountCount, int productCount, int placeCount) =>
        new(
            $"A line names account {line.Account} of {accountCount}, product {line.Product} of {productCount}, "
                + $"place {line.Place} of {placeCount}.",
            nameof(line)
        );
}

namespace Jingke.Analytics.Ledger;

/// <summary>Turns staged lines into the columns of a ledger: count, place by account, sort by day, number orders, write.</summary>
internal sealed class LedgerAssembly(
    ArraySegment<SalesLine>[] chunks,
    int accountCount,
    int productCount,
    int placeCount,
    MonthFacts? months
)
{
    public const int SourceBits = 47;

    private const ulong SourceMask = (1UL << SourceBits) - 1;
    private const int MostParts = 8;

    private readonly int[] starts = new int[accountCount + 1];
    private int lineCount;
    private int baseDay;

    public (LedgerColumns Columns, int[] Starts) Run()
    {
        var lines = chunks.Sum(chunk => (long)chunk.Count);
        if (lines > Array.MaxLength)
            throw new InvalidOperationException($"{lines} lines are more than a ledger holds; load it at month grain.");

        lineCount = (int)lines;
        var parts = Split();
        ForEach(parts, part => part.Count(accountCount, productCount, placeCount));
        CheckDays(parts);
        GiveOutPlaces(parts);

        var keys = GC.AllocateUninitializedArray<ulong>(lineCount);
        ForEach(parts, part => part.Place(keys, baseDay));
        var columns = Allocate(parts);
        AccountChunks.Run(
            accountCount,
            lineCount,
            () => new OrderNumbers(),
            (from, to, numbers) => Write(columns, keys, from, to, numbers),
            numbers => columns.MostOrders = Math.Max(columns.MostOrders, numbers.Most)
        );
        return (columns, starts);
    }

    public static void CheckPlaces(AccountDirectory accounts, PlaceDirectory places)
    {
        foreach (var place in accounts.Places)
        {
            if (place >= places.Count)
                throw new ArgumentException($"An account has place {place}, but there are {places.Count} places.", nameof(places));
        }
    }

    private StagedPart[] Split()
    {
        var count = lineCount < 1_000_000 ? 1 : Math.Min(MostParts, Environment.ProcessorCount);
        var parts = new StagedPart[count];
        for (var i = 0; i < count; i++)
            parts[i] = new StagedPart(chunks, chunks.Length * i / count, chunks.Length * (i + 1) / count);

        return parts;
    }

    private static void ForEach(StagedPart[] parts, Action<StagedPart> work)
    {
        if (parts.Length == 1)
        {
            work(parts[0]);
            return;
        }

        try
        {
            Parallel.ForEach(parts, work);
        }
        catch (AggregateException several)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }

    private void CheckDays(StagedPart[] parts)
    {
        if (lineCount == 0)
            return;

        var (firstDay, lastDay) = (parts.Min(part => part.FirstDay), parts.Max(part => part.LastDay));
        baseDay = firstDay;
        if (lastDay - firstDay <= ushort.MaxValue)
            return;

        var mean = parts.Sum(part => part.DaySum) / lineCount;
        throw new LedgerDateException(DateOnly.FromDayNumber(lastDay - mean > mean - firstDay ? lastDay : firstDay));
    }

    /// <summary>The lines of an account lie together; within them those of an earlier part come first.</summary>
    private void GiveOutPlaces(StagedPart[] parts)
    {
        var next = 0;
        for (var account = 0; account < accountCount; account++)
        {
            foreach (var part in parts)
                (part.Next[account], next) = (next, next + part.Next[account]);

            starts[account + 1] = next;
        }
    }

    private LedgerColumns Allocate(StagedPart[] parts)
    {
        var (quantity, discount) = (new PackedColumn.Needs(), new PackedColumn.Needs());
        foreach (var part in parts)
        {
            quantity.Add(part.Quantity);
            discount.Add(part.Discount);
        }

        return new LedgerColumns
        {
            BaseDay = baseDay,
            LastDay = lineCount == 0 ? 0 : parts.Max(part => part.LastDay),
            Day = GC.AllocateUninitializedArray<ushort>(lineCount),
            Amount = GC.AllocateUninitializedArray<long>(lineCount),
            Order = GC.AllocateUninitializedArray<int>(lineCount),
            Product = parts.Any(part => part.AnyProduct) ? GC.AllocateUninitializedArray<int>(lineCount) : null,
            Place = parts.Any(part => part.AnyPlace) ? GC.AllocateUninitializedArray<ushort>(lineCount) : null,
            Cost = parts.Any(part => part.AnyCost) ? GC.AllocateUninitializedArray<long>(lineCount) : null,
            Quantity = quantity.Allocate(lineCount),
            Discount = discount.Allocate(lineCount),
            Months = months,
        };
    }

    private void Write(LedgerColumns columns, ulong[] keys, int fromAccount, int toAccount, OrderNumbers numbers)
    {
        for (var account = fromAccount; account < toAccount; account++)
        {
            var (start, end) = (starts[account], starts[account + 1]);
            keys.AsSpan(start, end - start).Sort();
            numbers.Begin(end - start);
            for (var i = start; i < end; i++)
            {
                var source = keys[i] & SourceMask;
                ref readonly var line = ref chunks[source >> LedgerSegment.ChunkShift].Array![source & (LedgerSegment.ChunkLines - 1)];
                columns.Day[i] = (ushort)(line.Day.DayNumber - baseDay);
                columns.Amount[i] = line.Amount;
                columns.Order[i] = line.OrderKey == 0 && months is not null ? -1 : numbers.Of(line.OrderKey, line.Day.DayNumber);
                columns.Product?[i] = line.Product;
                columns.Place?[i] = line.Place;
                columns.Cost?[i] = line.CostOrNone;
                columns.Quantity?[i] = line.Quantity;
                columns.Discount?[i] = line.Discount;
            }
        }
    }
}

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
    private const int SourceBits = 47;
    private const ulong SourceMask = (1UL << SourceBits) - 1;

    private readonly int[] starts = new int[accountCount + 1];
    private int lineCount;
    private int firstDay = int.MaxValue;
    private int lastDay = int.MinValue;
    private double daySum;
    private bool anyProduct;
    private bool anyPlace;
    private bool anyCost;
    private PackedColumn.Needs quantity;
    private PackedColumn.Needs discount;

    public (LedgerColumns Columns, int[] Starts) Run()
    {
        var lines = chunks.Sum(chunk => (long)chunk.Count);
        if (lines > Array.MaxLength)
            throw new InvalidOperationException($"{lines} lines are more than a ledger holds; load it at month grain.");

        lineCount = (int)lines;
        foreach (var chunk in chunks)
            Count(chunk.AsSpan());
        CheckDays();

        var keys = PlaceByAccount();
        var columns = Allocate();
        var mostOrders = 0;
        AccountChunks.Run(
            accountCount,
            lineCount,
            () => new OrderNumbers(),
            (from, to, numbers) => Write(columns, keys, from, to, numbers),
            numbers => mostOrders = Math.Max(mostOrders, numbers.Most)
        );
        columns.MostOrders = mostOrders;
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

    private void Count(ReadOnlySpan<SalesLine> lines)
    {
        foreach (ref readonly var line in lines)
        {
            if ((uint)line.Account >= (uint)accountCount || (uint)line.Product >= (uint)productCount || line.Place >= placeCount)
            {
                throw new ArgumentException(
                    $"A line names account {line.Account} of {accountCount}, product {line.Product} of {productCount}, "
                        + $"place {line.Place} of {placeCount}.",
                    nameof(lines)
                );
            }

            starts[line.Account + 1]++;
            firstDay = Math.Min(firstDay, line.Day.DayNumber);
            lastDay = Math.Max(lastDay, line.Day.DayNumber);
            daySum += line.Day.DayNumber;
            anyProduct |= line.Product != 0;
            anyPlace |= line.Place != 0;
            anyCost |= line.CostOrNone != SalesLine.NoCost;
            quantity.Add(line.Quantity);
            discount.Add(line.Discount);
        }
    }

    private void CheckDays()
    {
        if (lineCount == 0)
            (firstDay, lastDay) = (0, 0);
        if (lastDay - firstDay <= ushort.MaxValue)
            return;

        var mean = daySum / lineCount;
        throw new LedgerDateException(DateOnly.FromDayNumber(lastDay - mean > mean - firstDay ? lastDay : firstDay));
    }

    /// <summary>For each line, grouped by account: its day above, where it is staged below.</summary>
    private ulong[] PlaceByAccount()
    {
        for (var account = 0; account < accountCount; account++)
            starts[account + 1] += starts[account];

        var next = starts.AsSpan(0, accountCount).ToArray();
        var keys = GC.AllocateUninitializedArray<ulong>(lineCount);
        for (var chunk = 0; chunk < chunks.Length; chunk++)
        {
            var source = (ulong)chunk << LedgerSegment.ChunkShift;
            foreach (ref readonly var line in chunks[chunk].AsSpan())
                keys[next[line.Account]++] = ((ulong)(uint)(line.Day.DayNumber - firstDay) << SourceBits) | source++;
        }

        return keys;
    }

    private LedgerColumns Allocate() =>
        new()
        {
            BaseDay = firstDay,
            LastDay = lastDay,
            Day = GC.AllocateUninitializedArray<ushort>(lineCount),
            Amount = GC.AllocateUninitializedArray<long>(lineCount),
            Order = GC.AllocateUninitializedArray<int>(lineCount),
            Product = anyProduct ? GC.AllocateUninitializedArray<int>(lineCount) : null,
            Place = anyPlace ? GC.AllocateUninitializedArray<ushort>(lineCount) : null,
            Cost = anyCost ? GC.AllocateUninitializedArray<long>(lineCount) : null,
            Quantity = quantity.Allocate(lineCount),
            Discount = discount.Allocate(lineCount),
            Months = months,
        };

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
                columns.Day[i] = (ushort)(line.Day.DayNumber - firstDay);
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

namespace Jingke.Analytics.Ledger;

/// <summary>
/// A column of ten-thousandths that is mostly small: held as 32-bit counts of a common unit (1, 100 or 10,000 ten-thousandths) where
/// every value fits, else as 64-bit. Exact in both forms.
/// </summary>
internal sealed class PackedColumn
{
    private readonly int[]? narrow;
    private readonly long[]? wide;
    private readonly int unit;

    private PackedColumn(int count, int unit, bool fits)
    {
        this.unit = unit;
        if (fits)
            narrow = GC.AllocateUninitializedArray<int>(count);
        else
            wide = GC.AllocateUninitializedArray<long>(count);
    }

    public long Bytes => (narrow?.Length * 4L) ?? (wide!.Length * 8L);

    public long this[int index]
    {
        get => narrow is not null ? (long)narrow[index] * unit : wide![index];
        set
        {
            if (narrow is not null)
                narrow[index] = (int)Units(value);
            else
                wide![index] = value;
        }
    }

    /// <summary>Division by constants: the compiler turns it into a multiplication.</summary>
    private long Units(long value) =>
        unit == 1 ? value
        : unit == 100 ? value / 100
        : value / 10_000;

    public long Sum(int from, int to)
    {
        var sum = 0L;
        if (narrow is not null)
        {
            foreach (var value in narrow.AsSpan(from, to - from))
                sum += value;

            return sum * unit;
        }

        foreach (var value in wide!.AsSpan(from, to - from))
            sum += value;

        return sum;
    }

    /// <summary>What the values of a column need: gathered while counting, before the column is made.</summary>
    public struct Needs
    {
        private long largest;
        private int unit;

        public readonly bool Any => unit != 0;

        public void Add(long value)
        {
            if (value == 0)
                return;

            largest = Math.Max(largest, value == long.MinValue ? long.MaxValue : Math.Abs(value));
            if (unit == 0)
                unit = 10_000;
            if (unit == 10_000 && value % 10_000 != 0)
                unit = 100;
            if (unit == 100 && value % 100 != 0)
                unit = 1;
        }

        public void Add(Needs other)
        {
            largest = Math.Max(largest, other.largest);
            unit = unit == 0 || other.unit == 0 ? Math.Max(unit, other.unit) : Math.Min(unit, other.unit);
        }

        public readonly PackedColumn? Allocate(int count) => Any ? new PackedColumn(count, unit, largest / unit <= int.MaxValue) : null;
    }
}

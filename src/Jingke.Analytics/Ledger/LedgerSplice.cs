using System.Buffers;

namespace Jingke.Analytics.Ledger;

/// <summary>
/// Makes the columns of a ledger in which some accounts' lines are those of another ledger: whole runs of untouched accounts are copied
/// as blocks, so that a small change costs a copy of memory instead of reading everything again.
/// </summary>
internal sealed class LedgerSplice
{
    private readonly record struct Run(bool Patch, int From, int To, int Length);

    private readonly LedgerColumns old;
    private readonly LedgerColumns patch;
    private readonly List<Run> runs = [];
    private readonly int baseDay;
    private int count;

    /// <summary>Plans the copy.</summary>
    /// <param name="old">The ledger that is there.</param>
    /// <param name="oldStarts">Its line starts by account.</param>
    /// <param name="patch">The ledger with the new lines.</param>
    /// <param name="patchStarts">Its line starts by account; as many accounts.</param>
    /// <param name="accounts">Whose lines come from the patch, ascending.</param>
    public LedgerSplice(LedgerColumns old, int[] oldStarts, LedgerColumns patch, int[] patchStarts, ReadOnlySpan<int> accounts)
    {
        (this.old, this.patch) = (old, patch);
        Starts = new int[oldStarts.Length];
        var next = 0;
        foreach (var account in accounts)
        {
            Keep(next, account);
            Add(new(true, patchStarts[account], count, patchStarts[account + 1] - patchStarts[account]));
            Starts[account + 1] = count;
            next = account + 1;
        }
        Keep(next, oldStarts.Length - 1);
        baseDay = (old.Amount.Length, patch.Amount.Length) switch
        {
            (0, _) => patch.BaseDay,
            (_, 0) => old.BaseDay,
            _ => Math.Min(old.BaseDay, patch.BaseDay),
        };

        void Keep(int from, int to)
        {
            var shift = count - oldStarts[from];
            Add(new(false, oldStarts[from], count, oldStarts[to] - oldStarts[from]));
            for (var account = from; account < to; account++)
                Starts[account + 1] = oldStarts[account + 1] + shift;
        }

        void Add(Run run)
        {
            if (run.Length > 0)
                runs.Add(run);
            count += run.Length;
        }
    }

    /// <summary>Line starts by account of the result.</summary>
    public int[] Starts { get; }

    /// <summary>The columns of the result.</summary>
    /// <exception cref="LedgerDateException">The lines span more than 65,536 days.</exception>
    public LedgerColumns Columns()
    {
        var lastDay = Math.Max(old.LastDay, patch.LastDay);
        if (lastDay - baseDay > ushort.MaxValue)
            throw new LedgerDateException(DateOnly.FromDayNumber(lastDay == patch.LastDay ? lastDay : baseDay));

        return new LedgerColumns
        {
            BaseDay = baseDay,
            LastDay = lastDay,
            MostOrders = Math.Max(old.MostOrders, patch.MostOrders),
            Day = Days(),
            Amount = Of(old.Amount, patch.Amount, 0L)!,
            Order = Of(old.Order, patch.Order, 0)!,
            Product = Of(old.Product, patch.Product, 0),
            Place = Of(old.Place, patch.Place, (ushort)0),
            Quantity = Of(old.Quantity, patch.Quantity),
            Cost = Of(old.Cost, patch.Cost, SalesLine.NoCost),
            Discount = Of(old.Discount, patch.Discount),
        };
    }

    private ushort[] Days()
    {
        var days = GC.AllocateUninitializedArray<ushort>(count);
        foreach (var run in runs)
        {
            var source = run.Patch ? patch : old;
            var shift = (ushort)(source.BaseDay - baseDay);
            var from = source.Day.AsSpan(run.From, run.Length);
            var to = days.AsSpan(run.To, run.Length);
            for (var at = 0; at < to.Length; at++)
                to[at] = (ushort)(from[at] + shift);
        }
        return days;
    }

    private T[]? Of<T>(T[]? oldColumn, T[]? patchColumn, T absent)
    {
        if (oldColumn is null && patchColumn is null)
            return null;

        var result = GC.AllocateUninitializedArray<T>(count);
        foreach (var run in runs)
        {
            var to = result.AsSpan(run.To, run.Length);
            if ((run.Patch ? patchColumn : oldColumn) is { } source)
                source.AsSpan(run.From, run.Length).CopyTo(to);
            else
                to.Fill(absent);
        }
        return result;
    }

    private PackedColumn? Of(PackedColumn? oldColumn, PackedColumn? patchColumn)
    {
        if (oldColumn is null && patchColumn is null)
            return null;

        var values = ArrayPool<long>.Shared.Rent(count);
        var needs = new PackedColumn.Needs();
        foreach (var run in runs)
        {
            var source = run.Patch ? patchColumn : oldColumn;
            for (var at = 0; at < run.Length; at++)
            {
                var value = source?[run.From + at] ?? 0;
                values[run.To + at] = value;
                needs.Add(value);
            }
        }

        var result = needs.Allocate(count);
        for (var at = 0; result is not null && at < count; at++)
            result[at] = values[at];
        ArrayPool<long>.Shared.Return(values);
        return result;
    }
}

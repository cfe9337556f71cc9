namespace Jingke.Analytics.Segments;

/// <summary>
/// Mid-rank quantiles of a value among accounts: (number below + half the number equal, itself included) / n. Equal values get equal
/// quantiles, the mean is 0.5, and the values lie strictly between 0 and 1.
/// </summary>
public sealed class MidRanks
{
    private readonly int[] doubled;
    private readonly long[] values;
    private readonly long[] sorted;

    private MidRanks(int[] doubled, long[] values, int[] ascending)
    {
        (this.doubled, this.values, Ascending) = (doubled, values, ascending);
        sorted = Array.ConvertAll(ascending, row => values[row]);
    }

    /// <summary>Number of accounts the quantiles are among.</summary>
    public int Count => Ascending.Length;

    /// <summary>Quantile of a row, above 0 and below 1; 0 for a row that was not ranked.</summary>
    public double this[int row] => Count == 0 ? 0 : doubled[row] / (2.0 * Count);

    /// <summary>The quantile as a score: 1 for the lowest fifth to 5 for the highest; 0 for a row that was not ranked.</summary>
    public int ScoreOf(int row) => doubled[row] == 0 ? 0 : 1 + (int)(5L * doubled[row] / (2L * Count));

    /// <summary>The quantile a row would have if its value changed and all others stayed.</summary>
    public double IfChanged(int row, long value)
    {
        var (below, notAbove) = (FirstAtLeast(value, orAbove: false), FirstAtLeast(value, orAbove: true));
        var own = values[row];
        var belowOthers = below - (own < value ? 1 : 0);
        var equalOthers = notAbove - below - (own == value ? 1 : 0);
        return ((2L * belowOthers) + equalOthers + 1) / (2.0 * Count);
    }

    /// <summary>Ranks the given rows.</summary>
    /// <param name="rows">The rows to rank among each other.</param>
    /// <param name="values">Value of each row, indexed by row; larger is better.</param>
    public static MidRanks Of(ReadOnlySpan<int> rows, long[] values)
    {
        var ascending = RadixSort.Ascending(rows, values);
        var sums = new int[values.Length];
        for (int start = 0, end; start < ascending.Length; start = end)
        {
            var value = values[ascending[start]];
            end = start + 1;
            while (end < ascending.Length && values[ascending[end]] == value)
                end++;

            for (var i = start; i < end; i++)
                sums[ascending[i]] = start + end;
        }

        return new MidRanks(sums, values, ascending);
    }

    /// <summary>The ranked rows, lowest value first.</summary>
    internal int[] Ascending { get; }

    /// <summary>Position of the first row whose value is at least (or, orAbove, larger than) the value.</summary>
    private int FirstAtLeast(long value, bool orAbove)
    {
        var (from, to) = (0, Ascending.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (sorted[middle] < value || (orAbove && sorted[middle] == value))
                from = middle + 1;
            else
                to = middle;
        }

        return from;
    }
}

namespace Jingke.Analytics.Similarity;

/// <summary>
/// Gower's distance between accounts of mixed attributes: the weighted mean of the attributes' differences over those that are known of
/// both, each between 0 (same) and 1. A category differs by 0 or 1; a grade, number or magnitude by its difference as a share of the range.
/// </summary>
/// <remarks>
/// Gower (1971), A general coefficient of similarity and some of its properties, Biometrics 27, 857-871; grades after Kaufman and Rousseeuw,
/// Finding Groups in Data (1990), section 2.6. The range of numbers is that between their 5th and 95th percentile and what lies outside is
/// moved to its edge, so that one giant does not make all others equal; where that range is 0, the whole one. Differences are counted in
/// 600ths of the range and weights in percents, so that distances are whole fractions: equal everywhere, compared without rounding.
/// </remarks>
public sealed class GowerScale
{
    /// <summary>In how many steps a range is divided: 600 steps x 100 percent still fit 16 bits.</summary>
    internal const int Steps = 600;

    /// <summary>Code of a value that is not known.</summary>
    internal const ushort Missing = ushort.MaxValue;

    private readonly AttributeTable like;
    private readonly double[] low;
    private readonly double[] range;
    private readonly byte[] weightOfMask;

    private GowerScale(AttributeTable like, AttributeWeights weights, double[] low, double[] range)
    {
        (this.like, Weights, this.low, this.range) = (like, weights, low, range);
        weightOfMask = new byte[1 << like.Columns.Count];
        for (var mask = 1; mask < weightOfMask.Length; mask++)
        {
            var last = int.TrailingZeroCount(mask);
            weightOfMask[mask] = (byte)(weightOfMask[mask & (mask - 1)] + weights.Percents[last]);
        }
    }

    /// <summary>The weights.</summary>
    public AttributeWeights Weights { get; }

    /// <summary>Names of the attributes.</summary>
    public IReadOnlyList<string> Names => [.. like.Columns.Select(column => column.Name)];

    /// <summary>Number of attributes.</summary>
    public int Count => low.Length;

    /// <summary>The range of an attribute that counts as a difference of 1, as it is compared (magnitudes: in powers of ten); 0 for a category.</summary>
    public double RangeOf(int attribute) => range[attribute];

    /// <summary>Makes a scale.</summary>
    /// <param name="weights">One weight for each attribute.</param>
    /// <param name="tables">The rows whose ranges are taken, together: usually key accounts and prospects.</param>
    /// <exception cref="ArgumentException">There is no table, they do not have the same attributes, or not as many as there are weights.</exception>
    public static GowerScale Of(AttributeWeights weights, params AttributeTable[] tables)
    {
        if (tables.Length == 0)
            throw new ArgumentException("A scale needs a table.", nameof(tables));

        foreach (var table in tables)
            tables[0].MustMatch(table);
        var columns = tables[0].Columns;
        if (weights.Percents.Count != columns.Count)
            throw new ArgumentException($"{weights.Percents.Count} weights for {columns.Count} attributes.", nameof(weights));

        var (low, range) = (new double[columns.Count], new double[columns.Count]);
        Parallel.For(
            0,
            columns.Count,
            i =>
            {
                if (columns[i].Kind != AttributeKind.Category)
                    (low[i], range[i]) = RangeOf(columns[i].Kind, [.. tables.Select(table => table.Columns[i])]);
            }
        );
        return new GowerScale(tables[0].Rows([]), weights, low, range);
    }

    /// <summary>Brings the rows of a table onto the scale.</summary>
    /// <exception cref="ArgumentException">The table does not have the attributes of the scale.</exception>
    public ProfileSet Code(AttributeTable table)
    {
        like.MustMatch(table);
        var codes = new ushort[Count][];
        var known = new ushort[table.Count];
        Parallel.For(0, Count, attribute => codes[attribute] = Code(table.Columns[attribute], attribute));
        for (var attribute = 0; attribute < Count; attribute++)
        {
            if (Weights.Percents[attribute] == 0)
                continue;

            var column = codes[attribute];
            for (var row = 0; row < known.Length; row++)
                known[row] |= (ushort)(column[row] == Missing ? 0 : 1 << attribute);
        }

        return new ProfileSet(this, codes, known);
    }

    internal AttributeKind KindOf(int attribute) => like.Columns[attribute].Kind;

    internal bool IsCategory(int attribute) => KindOf(attribute) == AttributeKind.Category;

    /// <summary>What a full difference in an attribute adds to the numerator of a distance.</summary>
    internal ushort FullDifference(int attribute) => (ushort)(Weights.Percents[attribute] * Steps);

    /// <summary>Sum of the weights of the attributes in a mask, percent.</summary>
    internal int WeightOf(int mask) => weightOfMask[mask];

    private ushort[] Code(AttributeColumn column, int attribute)
    {
        var codes = GC.AllocateUninitializedArray<ushort>(column.Count);
        var weight = Weights.Percents[attribute];
        for (var row = 0; row < codes.Length; row++)
        {
            var value = column[row];
            if (double.IsNaN(value))
                codes[row] = Missing;
            else if (column.Kind == AttributeKind.Category)
                codes[row] = (ushort)value;
            else
                codes[row] = (ushort)(weight * StepOf(value, attribute)); // weighted already: a difference of codes is part of the numerator
        }

        return codes;
    }

    private int StepOf(double value, int attribute) =>
        range[attribute] > 0 ? (int)Math.Round(Math.Clamp((value - low[attribute]) / range[attribute], 0, 1) * Steps) : 0;

    private static (double Low, double Range) RangeOf(AttributeKind kind, AttributeColumn[] columns)
    {
        var values = new List<double>(columns.Sum(column => column.Count));
        foreach (var column in columns)
        {
            for (var row = 0; row < column.Count; row++)
            {
                var value = column[row];
                if (!double.IsNaN(value))
                    values.Add(value);
            }
        }

        if (values.Count == 0)
            return (0, 0);

        values.Sort();
        if (kind != AttributeKind.Ordered)
        {
            var (low, high) = (values[(int)(0.05 * (values.Count - 1))], values[(int)Math.Ceiling(0.95 * (values.Count - 1))]);
            if (high > low)
                return (low, high - low);
        }

        return (values[0], values[^1] - values[0]);
    }
}

namespace Jingke.Analytics.Similarity;

/// <summary>How two values of an attribute are compared.</summary>
public enum AttributeKind
{
    /// <summary>Equal or not: industry, province, ownership.</summary>
    Category,

    /// <summary>By steps between grades: size class, rating.</summary>
    Ordered,

    /// <summary>By difference: age in years, share of exports.</summary>
    Number,

    /// <summary>By ratio, that is by difference of logarithms: registered capital, staff, sales.</summary>
    Magnitude,
}

/// <summary>One attribute of many accounts; index = row. What is not known is told apart from every value.</summary>
public sealed class AttributeColumn
{
    private readonly int[]? codes;
    private readonly double[]? numbers;

    private AttributeColumn(string name, AttributeKind kind, int[]? codes, double[]? numbers)
    {
        (Name, Kind, this.codes, this.numbers) = (name, kind, codes, numbers);
        Count = codes?.Length ?? numbers!.Length;
    }

    /// <summary>Name of the attribute; the same in every table that is compared.</summary>
    public string Name { get; }

    /// <summary>How values are compared.</summary>
    public AttributeKind Kind { get; }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>Values that are equal or not.</summary>
    /// <param name="name">Name of the attribute.</param>
    /// <param name="codes">A code above 0 for each row, the same for the same value in every table; 0 = not known. Not copied.</param>
    /// <exception cref="ArgumentException">A code is negative or above 65,534.</exception>
    public static AttributeColumn Category(string name, int[] codes) => OfCodes(name, AttributeKind.Category, codes);

    /// <summary>Grades in an order; the step from one to the next is the same everywhere.</summary>
    /// <param name="name">Name of the attribute.</param>
    /// <param name="grades">1, 2, 3 … for each row; 0 = not known. Not copied.</param>
    /// <exception cref="ArgumentException">A grade is negative or above 65,534.</exception>
    public static AttributeColumn Ordered(string name, int[] grades) => OfCodes(name, AttributeKind.Ordered, grades);

    /// <summary>Numbers compared by difference.</summary>
    /// <param name="name">Name of the attribute.</param>
    /// <param name="values">Any unit; NaN = not known, and so is what is infinite. Not copied.</param>
    public static AttributeColumn Number(string name, double[] values) => new(name, AttributeKind.Number, null, values);

    /// <summary>Numbers compared by ratio: 1 to 2 million is as far as 100 to 200 million.</summary>
    /// <param name="name">Name of the attribute.</param>
    /// <param name="values">Above 0, any unit; everything else, NaN too, counts as not known. Not copied.</param>
    public static AttributeColumn Magnitude(string name, double[] values) => new(name, AttributeKind.Magnitude, null, values);

    /// <summary>True when the value of a row is known.</summary>
    public bool IsKnown(int row) => double.IsFinite(this[row]);

    /// <summary>The value as it is compared: the code, the grade, the number or its logarithm to base 10; NaN when not known.</summary>
    internal double this[int row]
    {
        get
        {
            if (codes is not null)
                return codes[row] == 0 ? double.NaN : codes[row];

            var number = numbers![row];
            if (Kind == AttributeKind.Magnitude)
                number = number > 0 ? Math.Log10(number) : double.NaN;

            return double.IsFinite(number) ? number : double.NaN;
        }
    }

    /// <summary>The rows of these indexes, in their order.</summary>
    internal AttributeColumn Rows(int[] rows) =>
        new(
            Name,
            Kind,
            codes is null ? null : Array.ConvertAll(rows, row => codes[row]),
            numbers is null ? null : Array.ConvertAll(rows, row => numbers[row])
        );

    private static AttributeColumn OfCodes(string name, AttributeKind kind, int[] codes)
    {
        foreach (var code in codes)
        {
            if (code is < 0 or >= ushort.MaxValue)
                throw new ArgumentException(
                    $"{name}: {code} is no code; codes are 1 to {ushort.MaxValue - 1}, 0 is not known.",
                    nameof(codes)
                );
        }

        return new AttributeColumn(name, kind, codes, null);
    }
}

/// <summary>Accounts or prospects as rows of attributes.</summary>
public sealed class AttributeTable
{
    /// <summary>How many attributes a table may have.</summary>
    public const int MostAttributes = 16;

    /// <summary>Makes the table.</summary>
    /// <param name="columns">1 to 16 attributes of equal length, with distinct names.</param>
    /// <exception cref="ArgumentException">There is no column or there are too many, lengths differ, or a name comes twice.</exception>
    public AttributeTable(params AttributeColumn[] columns)
    {
        if (columns.Length is 0 or > MostAttributes)
            throw new ArgumentException($"{columns.Length} attributes; 1 to {MostAttributes} can be compared.", nameof(columns));
        if (Array.Find(columns, column => column.Count != columns[0].Count) is { } other)
            throw new ArgumentException($"{other.Name} has {other.Count} rows, {columns[0].Name} has {columns[0].Count}.", nameof(columns));
        if (columns.Select(column => column.Name).Distinct(StringComparer.Ordinal).Count() < columns.Length)
            throw new ArgumentException("Two attributes have the same name.", nameof(columns));

        Columns = columns;
    }

    /// <summary>The attributes.</summary>
    public IReadOnlyList<AttributeColumn> Columns { get; }

    /// <summary>Number of rows.</summary>
    public int Count => Columns[0].Count;

    /// <summary>The rows of these indexes, in their order.</summary>
    public AttributeTable Rows(int[] rows) => new([.. Columns.Select(column => column.Rows(rows))]);

    /// <summary>Throws when the other table does not have the same attributes in the same order.</summary>
    internal void MustMatch(AttributeTable other)
    {
        if (!Columns.Select(column => (column.Name, column.Kind)).SequenceEqual(other.Columns.Select(column => (column.Name, column.Kind))))
            throw new ArgumentException("The tables do not have the same attributes in the same order.", nameof(other));
    }
}

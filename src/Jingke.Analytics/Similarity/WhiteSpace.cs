namespace Jingke.Analytics.Similarity;

/// <summary>One cell of the table of white space.</summary>
/// <param name="Row">Code of the first dimension, such as the province; 0 = not known.</param>
/// <param name="Column">Code of the second dimension, such as the industry; 0 = not known.</param>
/// <param name="Customers">Own customers in it.</param>
/// <param name="Prospects">Prospects in it.</param>
/// <param name="LookAlikes">Prospects in it that resemble key accounts.</param>
public readonly record struct WhiteSpaceCell(int Row, int Column, int Customers, int Prospects, int LookAlikes)
{
    /// <summary>Customers / (customers + prospects), 0 to 1; null when the cell is empty.</summary>
    public double? Penetration => Customers + Prospects > 0 ? (double)Customers / (Customers + Prospects) : null;
}

/// <summary>A place of a row in the table: two codes, 0 = not known.</summary>
/// <param name="Rows">Code of the first dimension, one for each row.</param>
/// <param name="Columns">Code of the second dimension, one for each row.</param>
public sealed record WhiteSpacePlaces(int[] Rows, int[] Columns);

/// <summary>Where look-alikes are and we are not: counts by two dimensions, in one pass over each array.</summary>
public sealed class WhiteSpace
{
    private readonly WhiteSpaceCell[] cells;
    private readonly int columns;

    private WhiteSpace(WhiteSpaceCell[] cells, int columns)
    {
        (this.cells, this.columns) = (cells, columns);
        foreach (var cell in cells)
        {
            Total = Total with
            {
                Customers = Total.Customers + cell.Customers,
                Prospects = Total.Prospects + cell.Prospects,
                LookAlikes = Total.LookAlikes + cell.LookAlikes,
            };
        }
    }

    /// <summary>All cells together; its codes mean nothing.</summary>
    public WhiteSpaceCell Total { get; }

    /// <summary>A cell.</summary>
    public WhiteSpaceCell this[int row, int column] => cells[(row * columns) + column];

    /// <summary>
    /// The cells with enough look-alikes where we have a smaller share of the market that we know than overall: most look-alikes first, then
    /// by codes. Cells in which a dimension is not known are no place to go to and are left out.
    /// </summary>
    /// <param name="fewestLookAlikes">Look-alikes that a cell needs, at least 1.</param>
    public IReadOnlyList<WhiteSpaceCell> Gaps(int fewestLookAlikes = 5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fewestLookAlikes, 1);
        return
        [
            .. cells
                .Where(cell => cell is { Row: > 0, Column: > 0 } && cell.LookAlikes >= fewestLookAlikes)
                .Where(cell => cell.Customers == 0 || cell.Penetration < Total.Penetration)
                .OrderByDescending(cell => cell.LookAlikes)
                .ThenBy(cell => cell.Row)
                .ThenBy(cell => cell.Column),
        ];
    }

    /// <summary>Counts.</summary>
    /// <param name="rowCodes">Number of codes of the first dimension, with 0.</param>
    /// <param name="columnCodes">Number of codes of the second dimension, with 0.</param>
    /// <param name="customers">Where own customers are.</param>
    /// <param name="prospects">Where prospects are.</param>
    /// <param name="lookAlike">Which prospects resemble key accounts (<see cref="LookAlikes.Within"/>).</param>
    /// <exception cref="ArgumentException">Arrays that belong together differ in length, or a code is out of range.</exception>
    public static WhiteSpace Of(
        int rowCodes,
        int columnCodes,
        WhiteSpacePlaces customers,
        WhiteSpacePlaces prospects,
        ReadOnlySpan<bool> lookAlike
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rowCodes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columnCodes, 1);
        if (lookAlike.Length != prospects.Rows.Length)
            throw new ArgumentException($"{lookAlike.Length} verdicts for {prospects.Rows.Length} prospects.", nameof(lookAlike));

        var cells = new WhiteSpaceCell[checked(rowCodes * columnCodes)];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = new WhiteSpaceCell(i / columnCodes, i % columnCodes, 0, 0, 0);

        var (own, others, alike) = (new int[cells.Length], new int[cells.Length], new int[cells.Length]);
        foreach (var cell in CellsOf(customers, rowCodes, columnCodes))
            own[cell]++;

        var places = CellsOf(prospects, rowCodes, columnCodes);
        for (var i = 0; i < places.Length; i++)
        {
            others[places[i]]++;
            alike[places[i]] += lookAlike[i] ? 1 : 0;
        }

        for (var i = 0; i < cells.Length; i++)
            cells[i] = cells[i] with { Customers = own[i], Prospects = others[i], LookAlikes = alike[i] };

        return new WhiteSpace(cells, columnCodes);
    }

    private static int[] CellsOf(WhiteSpacePlaces places, int rowCodes, int columnCodes)
    {
        if (places.Rows.Length != places.Columns.Length)
            throw new ArgumentException($"{places.Rows.Length} and {places.Columns.Length} codes for the same rows.", nameof(places));

        var cells = new int[places.Rows.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            var (row, column) = (places.Rows[i], places.Columns[i]);
            if ((uint)row >= (uint)rowCodes || (uint)column >= (uint)columnCodes)
                throw new ArgumentException($"({row}, {column}) is outside {rowCodes} x {columnCodes} codes.", nameof(places));

            cells[i] = (row * columnCodes) + column;
        }

        return cells;
    }
}

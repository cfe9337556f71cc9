using Jingke.Web.Tabular.Sheets;

namespace Jingke.Web.Tabular.Columns;

/// <summary>Rows in which a blank cell of some columns stands for the value above it, as reports print an order's head once.</summary>
internal sealed class FillDownReader : RowReader
{
    private readonly RowReader rows;
    private readonly byte[]?[] above;
    private readonly bool[] wereNumbers;
    private readonly bool[] fills;

    /// <summary>Wraps a reader.</summary>
    /// <param name="rows">The rows as they stand; disposed with this.</param>
    /// <param name="columns">Columns whose blank cells repeat the value above.</param>
    public FillDownReader(RowReader rows, IReadOnlyCollection<int> columns)
    {
        this.rows = rows;
        var width = columns.Max() + 1;
        (above, wereNumbers, fills) = (new byte[]?[width], new bool[width], new bool[width]);
        foreach (var column in columns)
            fills[column] = true;
    }

    public override int CellCount => rows.Problem is null ? Math.Max(rows.CellCount, fills.Length) : 0;

    public override ReadOnlySpan<byte> Cell(int column) => IsFilled(column) ? above[column] : rows.Cell(column);

    public override bool IsNumber(int column) => IsFilled(column) ? wereNumbers[column] : rows.IsNumber(column);

    public override bool Read()
    {
        if (!rows.Read())
            return false;
        (RowNumber, Problem) = (rows.RowNumber, rows.Problem);
        for (var i = 0; i < fills.Length; i++)
            if (fills[i] && CellText.Trim(rows.Cell(i)) is { Length: > 0 } given)
                (above[i], wereNumbers[i]) = (given.ToArray(), rows.IsNumber(i));
        return true;
    }

    protected override void Dispose(bool disposing) => rows.Dispose();

    private bool IsFilled(int column) => column < fills.Length && fills[column] && CellText.Trim(rows.Cell(column)).Length == 0;
}

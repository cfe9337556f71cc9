using System.Text;
using Jingke.Web.Tabular.Values;

namespace Jingke.Web.Tabular.Sheets;

/// <summary>Walks once through the rows of a sheet. Cells are UTF-8 bytes that stay valid until the next row.</summary>
internal abstract class RowReader : IDisposable
{
    /// <summary>The number of the row as a person sees it in the file, from 1; for text the line on which it begins.</summary>
    public long RowNumber { get; protected set; }

    /// <summary>Number of cells in the row, which may be ragged.</summary>
    public abstract int CellCount { get; }

    /// <summary>A code when the row as such could not be read (its cells are then empty); else null.</summary>
    public string? Problem { get; protected set; }

    /// <summary>Moves to the next row that is not blank.</summary>
    public abstract bool Read();

    /// <summary>The cell as it stands in the file; empty beyond the last cell.</summary>
    public abstract ReadOnlySpan<byte> Cell(int column);

    /// <summary>Whether the cell is a number of its own, not text that looks like one; its point is then always the decimal mark.</summary>
    public virtual bool IsNumber(int column) => false;

    /// <summary>Hash of all cells: equal rows have equal hashes.</summary>
    /// <param name="scratch">Used for work; its content is lost.</param>
    public virtual ulong Hash(Scratch scratch)
    {
        scratch.Clear();
        for (var i = 0; i < CellCount; i++)
            scratch.Add(CellText.Trim(Cell(i)));
        return scratch.Hash;
    }

    /// <summary>The cell as clean text.</summary>
    public string Text(int column) => CellText.Clean(Encoding.UTF8.GetString(Cell(column)));

    /// <summary>All cells as clean text.</summary>
    public string[] Texts()
    {
        var texts = new string[CellCount];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = Text(i);
        return texts;
    }

    /// <summary>
    /// Whether something stands to the right of the last header: a sign in some cell was taken for a delimiter, so values may have moved.
    /// </summary>
    public bool HasCellsBeyond(int headers)
    {
        for (var i = headers; i < CellCount; i++)
            if (CellText.Trim(Cell(i)).Length > 0)
                return true;
        return false;
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}

using Jingke.Web.Tabular.Sheets;
using Jingke.Web.Tabular.Writing;

namespace Jingke.Web.Tabular.Columns;

/// <summary>The rows under the headers of all sheets of a layout, one after another.</summary>
internal sealed class TableRows(SheetFile file, Layout layout) : IDisposable
{
    private int next;
    private RowReader? current;

    /// <summary>The present row; only after <see cref="Read"/> returned true.</summary>
    public RowReader Current => current!;

    /// <summary>Name of the sheet the present row is on; empty for text.</summary>
    public string Sheet => file.Sheets[layout.Sheets[next - 1]];

    /// <summary>Moves to the next row that is not blank.</summary>
    public bool Read()
    {
        while (true)
        {
            if (current is not null)
            {
                while (current.Read())
                    if (current.RowNumber > layout.HeaderRow && !Watermark.IsOn(current))
                        return true;
                current.Dispose();
                current = null;
            }
            if (next == layout.Sheets.Count)
                return false;
            current = file.OpenRows(layout.Sheets[next++]);
            if (FilledColumns() is { Count: > 0 } columns)
                current = new FillDownReader(current, columns);
        }
    }

    private List<int> FilledColumns() =>
        [
            .. (layout.Mapping.FillDown ?? [])
                .Select(name => layout.IndexOf(Mapping.FieldNamed(layout.Kind, name)))
                .Where(column => column >= 0),
        ];

    public void Dispose() => current?.Dispose();
}

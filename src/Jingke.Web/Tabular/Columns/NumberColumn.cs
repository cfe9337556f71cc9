using Jingke.Web.Tabular.Sheets;
using Jingke.Web.Tabular.Values;

namespace Jingke.Web.Tabular.Columns;

/// <summary>Reads the numbers of one field; a field without a column reads as not given.</summary>
internal sealed class NumberColumn(Layout layout, Formats formats, Field field)
{
    private readonly int column = layout.IndexOf(field);
    private readonly DecimalMark mark = formats.MarkOf(field);
    private readonly long scale = layout.Columns.TryGetValue(field, out var mapped) ? mapped.Header.Scale : 1;

    public bool IsPresent => column >= 0;

    /// <summary>Reads the cell, ten-thousandths; a percentage is refused.</summary>
    public RowProblem? Read(RowReader row, out long? value)
    {
        if (Read(row, out value, out var form) is { } problem)
            return problem;
        return form == NumberForm.Plain ? null : Refuse("number.unreadable", row);
    }

    /// <summary>Reads the cell, ten-thousandths, and how it was written.</summary>
    public RowProblem? Read(RowReader row, out long? value, out NumberForm form)
    {
        (value, form) = (null, NumberForm.Plain);
        if (column < 0)
            return null;
        var result = NumberText.Read(row.Cell(column), row.IsNumber(column) ? DecimalMark.Point : mark, out var number);
        if (result == ReadResult.Blank)
            return null;
        if (result != ReadResult.Ok)
            return Refuse(result == ReadResult.OutOfRange ? "number.out-of-range" : "number.unreadable", row);
        if (Math.Abs(number.TenThousandths) > NumberText.Largest / scale)
            return Refuse("number.out-of-range", row);
        (value, form) = (number.TenThousandths * scale, number.Form);
        return null;
    }

    private RowProblem Refuse(string code, RowReader row) => new(code, layout.NameOf(field), CellShown.Of(row.Cell(column)));
}

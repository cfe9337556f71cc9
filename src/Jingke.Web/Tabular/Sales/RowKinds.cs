using Jingke.Web.Tabular.Columns;
using Jingke.Web.Tabular.Sheets;

namespace Jingke.Web.Tabular.Sales;

/// <summary>Rows that are no data: totals at the end, headers printed again on every page.</summary>
internal static class RowKinds
{
    private static readonly string[] Totals =
    [
        "合计",
        "总计",
        "小计",
        "累计",
        "本页合计",
        "本页小计",
        "合計",
        "總計",
        "小計",
        "total",
        "grandtotal",
        "subtotal",
        "sum",
        "totals",
    ];

    /// <summary>Whether one of the first cells says that this row adds others up.</summary>
    public static bool IsTotal(RowReader row)
    {
        for (var i = 0; i < Math.Min(row.CellCount, 8); i++)
            if (row.Cell(i) is { Length: > 0 and < 40 } && Totals.Contains(HeaderText.Of(row.Text(i)).Key))
                return true;
        return false;
    }

    /// <summary>Whether the row repeats the headers.</summary>
    public static bool IsHeader(RowReader row, Layout layout)
    {
        if (layout.HeaderRow == 0)
            return false;
        foreach (var column in layout.Columns.Values)
            if (HeaderText.Of(row.Text(column.Index)).Key != column.Header.Key)
                return false;
        return true;
    }
}

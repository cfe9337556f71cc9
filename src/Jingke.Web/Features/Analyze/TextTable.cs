using System.Text;

namespace Jingke.Web.Features.Analyze;

/// <summary>A table of plain text whose columns line up on a terminal, where a Chinese character takes two places.</summary>
internal sealed class TextTable(params (string Header, bool Right)[] columns)
{
    private const int Widest = 28;
    private const string Gap = "  ";

    private readonly List<string[]> rows = [];

    /// <summary>Adds a row, one cell for each column; a cell too long for its column is cut.</summary>
    public void Add(params string[] cells) => rows.Add(Array.ConvertAll(cells, cell => Fit(cell)));

    /// <summary>Appends headers, a rule and the rows.</summary>
    public void AppendTo(StringBuilder text, string indent = "  ")
    {
        var widths = new int[columns.Length];
        for (var i = 0; i < columns.Length; i++)
            widths[i] = Math.Max(WidthOf(columns[i].Header), rows.Select(row => WidthOf(row[i])).DefaultIfEmpty().Max());
        AppendLine(text, indent, widths, Array.ConvertAll(columns, column => column.Header));
        text.Append(indent).AppendJoin(Gap, widths.Select(width => new string('-', width))).Append('\n');
        foreach (var row in rows)
            AppendLine(text, indent, widths, row);
    }

    /// <summary>Places a text takes on a terminal.</summary>
    public static int WidthOf(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
            width += WidthOf(rune);
        return width;
    }

    private void AppendLine(StringBuilder text, string indent, int[] widths, string[] cells)
    {
        var line = new StringBuilder(indent);
        for (var i = 0; i < cells.Length; i++)
        {
            var blanks = new string(' ', widths[i] - WidthOf(cells[i]));
            line.Append(i == 0 ? "" : Gap).Append(columns[i].Right ? blanks : "").Append(cells[i]).Append(columns[i].Right ? "" : blanks);
        }
        text.Append(line.ToString().TrimEnd()).Append('\n');
    }

    private static string Fit(string cell)
    {
        if (WidthOf(cell) <= Widest)
            return cell;
        var (kept, width) = (new StringBuilder(), 0);
        foreach (var rune in cell.EnumerateRunes())
        {
            if (width + WidthOf(rune) > Widest - 1)
                break;
            kept.Append(rune);
            width += WidthOf(rune);
        }
        return kept.Append('…').ToString();
    }

    // East Asian Wide and Fullwidth of UAX #11, without the rarest ranges.
    private static int WidthOf(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.Format
                or System.Globalization.UnicodeCategory.Control
            ? 0
        : rune.Value
            is (>= 0x1100 and <= 0x115F)
                or (>= 0x2E80 and <= 0x303E)
                or (>= 0x3041 and <= 0x33FF)
                or (>= 0x3400 and <= 0x4DBF)
                or (>= 0x4E00 and <= 0xA4CF)
                or (>= 0xAC00 and <= 0xD7A3)
                or (>= 0xF900 and <= 0xFAFF)
                or (>= 0xFE30 and <= 0xFE6F)
                or (>= 0xFF00 and <= 0xFF60)
                or (>= 0xFFE0 and <= 0xFFE6)
                or (>= 0x1F300 and <= 0x1FAFF)
                or (>= 0x20000 and <= 0x3FFFD)
            ? 2
        : 1;
}

namespace Jingke.Web.Tabular.Values;

/// <summary>What separates whole from parts in the numbers of a column; the other sign then groups thousands.</summary>
internal enum DecimalMark
{
    Point,
    Comma,
}

/// <summary>Gathers what the numbers of a column say about their decimal mark.</summary>
internal sealed class NumberEvidence
{
    private long point;
    private long comma;
    private long openPoint; // 1.234 and nothing else: one thousand or one and a bit
    private long openComma; // 1,234

    private string? openExample;
    private string? pointExample;
    private string? commaExample;

    /// <summary>What to show when asking: a value that can be read both ways, or two that contradict each other.</summary>
    public string Example => IsMixed ? $"{pointExample} / {commaExample}" : openExample ?? "";

    /// <summary>The mark, when some numbers allow only one and those that allow only the other are rare slips; else null.</summary>
    public DecimalMark? Decided =>
        point > 20 * comma ? DecimalMark.Point
        : comma > 20 * point ? DecimalMark.Comma
        : null;

    /// <summary>Whether both marks occur about as often.</summary>
    public bool IsMixed => Decided is null && point + comma > 0;

    /// <summary>Whether values such as 1.234 leave it open and no other tells.</summary>
    public bool HasOpenPoint => openPoint > 0;

    /// <summary>Whether values such as 1,234 leave it open and no other tells.</summary>
    public bool HasOpenComma => openComma > 0;

    /// <summary>Takes a cell of text into account.</summary>
    public void Add(ReadOnlySpan<byte> cell)
    {
        var (points, commas, digits, before, after, last) = (0, 0, 0, 0, 0, (byte)0);
        var leadingZero = false;
        foreach (var c in cell)
            if (c is >= (byte)'0' and <= (byte)'9')
            {
                if (digits++ == 0)
                    leadingZero = c == '0';
                after++;
            }
            else if (c is (byte)'.' or (byte)',')
            {
                if (c == '.')
                    points++;
                else
                    commas++;
                (before, after, last) = (digits, 0, c);
            }
            else if (c is (byte)'e' or (byte)'E')
                return; // scientific: a point by custom, too rare to count
        if (points + commas == 0 || digits == 0)
            return;

        if (points > 0 && commas > 0)
        {
            if ((last == '.' ? points : commas) == 1)
                Count(last == '.' ? DecimalMark.Point : DecimalMark.Comma, cell);
        }
        else if (points + commas > 1)
            Count(points > 1 ? DecimalMark.Comma : DecimalMark.Point, cell);
        else if (after != 3 || before is 0 or > 3 || leadingZero)
            Count(last == '.' ? DecimalMark.Point : DecimalMark.Comma, cell);
        else
        {
            if (last == '.')
                openPoint++;
            else
                openComma++;
            openExample ??= Shown(cell);
        }
    }

    private void Count(DecimalMark mark, ReadOnlySpan<byte> cell)
    {
        if (mark == DecimalMark.Point)
        {
            point++;
            pointExample ??= Shown(cell);
        }
        else
        {
            comma++;
            commaExample ??= Shown(cell);
        }
    }

    private static string Shown(ReadOnlySpan<byte> cell) => System.Text.Encoding.UTF8.GetString(Sheets.CellText.Trim(cell));
}

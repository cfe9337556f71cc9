namespace Jingke.Web.Tabular.Values;

/// <summary>A number as a count of ten-thousandths.</summary>
/// <param name="TenThousandths">Exact to four decimals; more are rounded half to even, which only removes binary noise.</param>
/// <param name="Form">How it was written, where that changes its meaning.</param>
internal readonly record struct NumberValue(long TenThousandths, NumberForm Form);

internal enum NumberForm
{
    Plain,

    /// <summary>15%: the value is 0.15.</summary>
    Percent,

    /// <summary>8折: the value is 0.8, the part that is paid.</summary>
    PartPaid,
}

/// <summary>Reads amounts and quantities out of cells.</summary>
internal static class NumberText
{
    private const int MostDigits = 15; // before the point; ten-thousandths then still fit a long with room for sums

    /// <summary>The largest amount that is accepted: a hundred million million.</summary>
    public const long Largest = 100_000_000_000_000L * 10_000;

    /// <summary>Reads a number.</summary>
    /// <param name="cell">UTF-8, blanks at the ends allowed.</param>
    /// <param name="mark">The decimal mark of the column.</param>
    /// <param name="value">The number.</param>
    public static ReadResult Read(ReadOnlySpan<byte> cell, DecimalMark mark, out NumberValue value)
    {
        cell = Sheets.CellText.Trim(cell);
        value = default;
        if (mark == DecimalMark.Point && TryReadPlain(cell, out var plain))
        {
            value = new(plain, NumberForm.Plain);
            return Math.Abs(plain) <= Largest ? ReadResult.Ok : ReadResult.OutOfRange;
        }
        return Sheets.CellText.IsBlank(cell) ? ReadResult.Blank : NumberWords.Read(cell, mark, out value);
    }

    /// <summary>Whether a cell is a number in some form; for telling columns apart.</summary>
    public static bool LooksLikeNumber(ReadOnlySpan<byte> cell) =>
        Read(cell, DecimalMark.Point, out _) == ReadResult.Ok || Read(cell, DecimalMark.Comma, out _) == ReadResult.Ok;

    /// <summary>Digits with an optional sign and decimal point: nearly every cell there is.</summary>
    public static bool TryReadPlain(ReadOnlySpan<byte> cell, out long value)
    {
        value = 0;
        var at = 0;
        var negative = cell.Length > 0 && cell[0] == '-';
        if (negative || cell.Length > 0 && cell[0] == '+')
            at = 1;
        var start = at;
        long whole = 0;
        while (at < cell.Length && (uint)(cell[at] - '0') <= 9)
            whole = whole * 10 + (cell[at++] - '0');
        var digits = at - start;
        if (digits > MostDigits)
            return false;
        var fraction = 0L;
        if (at < cell.Length)
        {
            if (cell[at] != '.')
                return false;
            if (!TryReadFraction(cell[(at + 1)..], out fraction))
                return false;
            if (digits == 0 && at + 1 == cell.Length)
                return false;
        }
        else if (digits == 0)
            return false;
        value = whole * 10_000 + fraction;
        if (negative)
            value = -value;
        return true;
    }

    // Half to even at the fourth decimal; the value may be 10,000, which carries into the whole.
    private static bool TryReadFraction(ReadOnlySpan<byte> digits, out long fraction)
    {
        fraction = 0;
        var (kept, half, beyond) = (0, 0, false);
        foreach (var c in digits)
        {
            if ((uint)(c - '0') > 9)
                return false;
            if (kept < 4)
                fraction = fraction * 10 + (c - '0');
            else if (kept == 4)
                half = c - '0';
            else
                beyond |= c != '0';
            kept++;
        }
        for (var i = kept; i < 4; i++)
            fraction *= 10;
        if (half > 5 || half == 5 && (beyond || fraction % 2 == 1))
            fraction++;
        return true;
    }
}

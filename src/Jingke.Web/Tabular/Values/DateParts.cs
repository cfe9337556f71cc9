namespace Jingke.Web.Tabular.Values;

internal enum DatePartsKind
{
    /// <summary>Year, month and day are certain.</summary>
    Certain,

    /// <summary>Three numbers whose order the column has to tell.</summary>
    Open,

    /// <summary>Days of a spreadsheet's calendar.</summary>
    Serial,
}

/// <summary>A date taken apart, before its order is known.</summary>
/// <param name="Kind">What the three numbers are.</param>
/// <param name="A">Year, or the first number, or the serial day.</param>
/// <param name="B">Month, or the second number.</param>
/// <param name="C">Day, or the third number.</param>
/// <param name="LongYear">Whether the third number has four digits and so is the year.</param>
internal readonly record struct DateParts(DatePartsKind Kind, int A, int B, int C, bool LongYear)
{
    /// <summary>Two-digit years below this belong to this century: 49 is 2049, 50 is 1950.</summary>
    public const int Pivot = 50;

    /// <summary>Takes a cell apart; false when it is no date in any form.</summary>
    public static bool TryRead(ReadOnlySpan<byte> cell, out DateParts parts)
    {
        cell = Sheets.CellText.Trim(cell);
        return TryReadPlain(cell, out parts) || DateWords.TryRead(cell, out parts);
    }

    /// <summary>The day number of <see cref="DateOnly"/> in an order; -1 when there is no such day.</summary>
    public int DayIn(DateOrder order)
    {
        if (Kind == DatePartsKind.Certain)
            return Day(A, B, C);
        if (LongYear && order == DateOrder.Ymd)
            return -1;
        return order switch
        {
            DateOrder.Dmy => Day(Year(C), B, A),
            DateOrder.Mdy => Day(Year(C), A, B),
            _ => Day(Year(A), B, C),
        };
    }

    private int Year(int value) =>
        LongYear ? value
        : value < Pivot ? 2000 + value
        : value < 100 ? 1900 + value
        : -1;

    private static int Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day).DayNumber
            : -1;

    // Numbers apart by one of - / . with an optional time behind; this is nearly every cell there is.
    private static bool TryReadPlain(ReadOnlySpan<byte> cell, out DateParts parts)
    {
        parts = default;
        var at = 0;
        var first = Number(cell, ref at, out var firstDigits);
        if (firstDigits == 0)
            return false;
        if (at == cell.Length || firstDigits == 8 && cell[at] is (byte)' ' or (byte)'T')
            return TryReadRun(cell, firstDigits, out parts);
        var separator = cell[at];
        if (separator == '.' && firstDigits == 5)
            return TryReadSerial(cell, first, at, out parts);
        if (separator is not ((byte)'-' or (byte)'/' or (byte)'.'))
            return false;
        at++;
        var second = Number(cell, ref at, out var secondDigits);
        if (secondDigits is 0 or > 2 || at == cell.Length || cell[at] != separator)
            return false;
        at++;
        var third = Number(cell, ref at, out var thirdDigits);
        if (thirdDigits is 0 or > 4 || !IsTime(cell[at..]))
            return false;
        if (firstDigits == 4 && thirdDigits <= 2)
            parts = new(DatePartsKind.Certain, first, second, third, true);
        else if (firstDigits <= 2 && (thirdDigits is 4 or 2 || thirdDigits == 1 && firstDigits == 2))
            parts = new(DatePartsKind.Open, first, second, third, thirdDigits == 4);
        else
            return false;
        return true;
    }

    // 20240305, 20240305093000, or 45356: the day of a spreadsheet.
    private static bool TryReadRun(ReadOnlySpan<byte> cell, int digits, out DateParts parts)
    {
        parts = default;
        var at = 0;
        if (digits == 5)
            parts = new(DatePartsKind.Serial, Number(cell, ref at, out _), 0, 0, true);
        else if (digits is 8 or 14 && IsTime(cell[digits..]))
        {
            var (year, month, day) = (0, 0, 0);
            for (var i = 0; i < 4; i++)
                year = year * 10 + cell[i] - '0';
            for (var i = 4; i < 6; i++)
                month = month * 10 + cell[i] - '0';
            for (var i = 6; i < 8; i++)
                day = day * 10 + cell[i] - '0';
            parts = new(DatePartsKind.Certain, year, month, day, true);
        }
        else
            return false;
        return true;
    }

    private static bool TryReadSerial(ReadOnlySpan<byte> cell, int days, int at, out DateParts parts)
    {
        parts = new(DatePartsKind.Serial, days, 0, 0, true);
        return cell[(at + 1)..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }

    private static int Number(ReadOnlySpan<byte> cell, ref int at, out int digits)
    {
        var (start, value) = (at, 0);
        while (at < cell.Length && cell[at] is >= (byte)'0' and <= (byte)'9')
        {
            if (at - start < 9)
                value = value * 10 + cell[at] - '0';
            at++;
        }
        digits = at - start;
        return value;
    }

    // What may follow a date: nothing, or a time with signs as in T08:30:00.123+08:00, 8:26 AM, Z.
    private static bool IsTime(ReadOnlySpan<byte> rest)
    {
        if (rest.Length == 0)
            return true;
        if (rest[0] is not ((byte)' ' or (byte)'T' or (byte)'t') || rest.Length > 40)
            return false;
        var (digit, colon) = (false, false);
        foreach (var c in rest[1..])
            if (c is >= (byte)'0' and <= (byte)'9')
                digit = true;
            else if (c == ':')
                colon = true;
            else if (
                c
                is not (
                    (byte)' '
                    or (byte)'.'
                    or (byte)'+'
                    or (byte)'-'
                    or (byte)'Z'
                    or (byte)'z'
                    or (byte)'A'
                    or (byte)'P'
                    or (byte)'M'
                    or (byte)'a'
                    or (byte)'p'
                    or (byte)'m'
                )
            )
                return false;
        return digit && colon;
    }
}

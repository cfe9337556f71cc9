using Jingke.Web.Tabular.Sheets;

namespace Jingke.Web.Tabular.Values;

/// <summary>Reads the day out of a cell; a time of day behind it is dropped.</summary>
internal static class DateText
{
    /// <summary>The first and last day a file may name; anything outside is a slip of the keyboard.</summary>
    public static readonly (int First, int Last) Range = (new DateOnly(1950, 1, 1).DayNumber, new DateOnly(2100, 12, 31).DayNumber);

    private static readonly int Epoch1900 = new DateOnly(1899, 12, 30).DayNumber;
    private static readonly int Epoch1904 = new DateOnly(1904, 1, 1).DayNumber;

    /// <summary>Reads a date.</summary>
    /// <param name="cell">UTF-8, blanks at the ends allowed.</param>
    /// <param name="order">The order of the column, for dates that do not tell themselves.</param>
    /// <param name="from1904">Whether bare day counts begin in 1904.</param>
    /// <param name="day">Day number of <see cref="DateOnly"/>.</param>
    public static ReadResult Read(ReadOnlySpan<byte> cell, DateOrder order, bool from1904, out int day)
    {
        day = 0;
        cell = CellText.Trim(cell);
        if (CellText.IsBlank(cell))
            return ReadResult.Blank;
        if (!DateParts.TryRead(cell, out var parts))
            return ReadResult.Unreadable;
        if (parts.Kind == DatePartsKind.Serial)
            day = parts.A + (from1904 ? Epoch1904 : Epoch1900);
        else
        {
            day = parts.DayIn(order);
            if (day < 0)
                return parts.Kind == DatePartsKind.Open && IsInAnyOrder(parts) ? ReadResult.OtherOrder : ReadResult.Unreadable;
        }
        return day >= Range.First && day <= Range.Last ? ReadResult.Ok : ReadResult.OutOfRange;
    }

    /// <summary>Whether a cell is a date in some form; for telling columns apart.</summary>
    public static bool LooksLikeDate(ReadOnlySpan<byte> cell) =>
        DateParts.TryRead(cell, out var parts)
        && (parts.Kind != DatePartsKind.Serial ? IsInAnyOrder(parts) : parts.A is > 20_000 and < 80_000);

    private static bool IsInAnyOrder(DateParts parts) =>
        parts.DayIn(DateOrder.Dmy) >= 0 || parts.DayIn(DateOrder.Mdy) >= 0 || parts.DayIn(DateOrder.Ymd) >= 0;
}

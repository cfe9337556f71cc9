namespace Jingke.Analytics.Periods;

/// <summary>A closed interval of days: both <see cref="From"/> and <see cref="To"/> belong to it, so it is never empty.</summary>
public readonly record struct DayRange
{
    /// <summary>Makes the interval.</summary>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day; may equal <paramref name="from"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="to"/> is before <paramref name="from"/>.</exception>
    public DayRange(DateOnly from, DateOnly to)
    {
        if (to < from)
            throw new ArgumentException($"The period ends ({to:yyyy-MM-dd}) before it begins ({from:yyyy-MM-dd}).", nameof(to));

        (From, To) = (from, to);
    }

    /// <summary>First day.</summary>
    public DateOnly From { get; }

    /// <summary>Last day.</summary>
    public DateOnly To { get; }

    /// <summary>Number of days, at least 1.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>True when the interval begins on the first and ends on the last day of a month, so that month grain answers it exactly.</summary>
    public bool IsWholeMonths => From.Day == 1 && IsMonthEnd(To);

    /// <summary>True when the day lies in the interval.</summary>
    public bool Contains(DateOnly day) => day >= From && day <= To;

    /// <summary>
    /// The same interval one year earlier. An end on the last day of a month stays on the last day of that month
    /// (2025-02-28 becomes 2024-02-29), so whole months are compared with whole months.
    /// </summary>
    public DayRange YearEarlier()
    {
        if (From.Year == 1)
            return new DayRange(DateOnly.MinValue, DateOnly.MinValue);

        var to = To.AddYears(-1);
        return new DayRange(From.AddYears(-1), IsMonthEnd(To) ? MonthEnd(to) : to);
    }

    /// <summary>The interval widened to whole months: what a ledger at month grain can answer exactly.</summary>
    public DayRange WidenToMonths() => new(new DateOnly(From.Year, From.Month, 1), MonthEnd(To));

    /// <summary>The calendar year.</summary>
    public static DayRange OfYear(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    /// <summary>"2010-12-10..2011-12-09".</summary>
    public override string ToString() => $"{From:yyyy-MM-dd}..{To:yyyy-MM-dd}";

    internal static bool IsMonthEnd(DateOnly day) => day.Day == DateTime.DaysInMonth(day.Year, day.Month);

    internal static DateOnly MonthEnd(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
}

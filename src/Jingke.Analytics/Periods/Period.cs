namespace Jingke.Analytics.Periods;

/// <summary>Turns a preset and an as-of date into days. Pure: the same arguments always give the same days.</summary>
public static class Period
{
    /// <summary>
    /// The 12 months that end at <paramref name="asOf"/>: 2011-12-09 gives 2010-12-10..2011-12-09. At a month's end they are 12 whole
    /// months (2025-02-28 gives 2024-03-01..2025-02-28), so the period and its comparison one year earlier always adjoin.
    /// </summary>
    public static DayRange LastTwelveMonths(DateOnly asOf)
    {
        if (asOf.Year == 1)
            return new DayRange(DateOnly.MinValue, asOf);

        var yearAgo = asOf.AddYears(-1);
        return new DayRange((DayRange.IsMonthEnd(asOf) ? DayRange.MonthEnd(yearAgo) : yearAgo).AddDays(1), asOf);
    }

    /// <summary>The days of a preset.</summary>
    /// <param name="preset">Any preset but <see cref="PeriodPreset.Custom"/>, whose days the reader gives.</param>
    /// <param name="asOf">The day up to which there is knowledge.</param>
    /// <param name="fiscalYearStartMonth">1 to 12; the fiscal year begins on the first of this month.</param>
    /// <exception cref="ArgumentOutOfRangeException">The month is not 1 to 12, or the preset has no days of its own.</exception>
    public static DayRange Of(PeriodPreset preset, DateOnly asOf, int fiscalYearStartMonth = 1)
    {
        var year = FiscalYearStart(asOf, fiscalYearStartMonth);
        var quarter = year.AddMonths(MonthsBetween(year, asOf) / 3 * 3);
        var month = new DateOnly(asOf.Year, asOf.Month, 1);
        return preset switch
        {
            PeriodPreset.LastTwelveMonths => LastTwelveMonths(asOf),
            PeriodPreset.ThisYear => new DayRange(year, asOf),
            PeriodPreset.LastYear => new DayRange(year.AddYears(-1), year.AddDays(-1)),
            PeriodPreset.ThisQuarter => new DayRange(quarter, asOf),
            PeriodPreset.LastQuarter => new DayRange(quarter.AddMonths(-3), quarter.AddDays(-1)),
            PeriodPreset.ThisMonth => new DayRange(month, asOf),
            PeriodPreset.LastMonth => new DayRange(month.AddMonths(-1), month.AddDays(-1)),
            _ => throw new ArgumentOutOfRangeException(nameof(preset), preset, "A custom period needs its two dates."),
        };
    }

    /// <summary>First day of the fiscal year in which the day lies.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The month is not 1 to 12.</exception>
    public static DateOnly FiscalYearStart(DateOnly day, int fiscalYearStartMonth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fiscalYearStartMonth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fiscalYearStartMonth, 12);
        return new DateOnly(day.Month >= fiscalYearStartMonth ? day.Year : day.Year - 1, fiscalYearStartMonth, 1);
    }

    private static int MonthsBetween(DateOnly from, DateOnly to) => ((to.Year - from.Year) * 12) + to.Month - from.Month;
}

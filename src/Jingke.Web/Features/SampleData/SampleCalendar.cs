using System.Globalization;

namespace Jingke.Web.Features.SampleData;

/// <summary>How busy each day is: weekends, Spring Festival, National Day, the ends of quarters.</summary>
internal sealed class SampleCalendar
{
    private static readonly double[] Months = [0.85, 0.8, 1.12, 1.03, 1.05, 1.15, 0.95, 0.95, 1.1, 0.98, 1.08, 1.28];
    private static readonly ChineseLunisolarCalendar Lunar = new();
    private readonly double[] upTo;

    /// <summary>A history.</summary>
    /// <param name="first">First day of the history, the first of a month.</param>
    /// <param name="last">Last day.</param>
    public SampleCalendar(DateOnly first, DateOnly last)
    {
        (First, Last) = (first, last);
        upTo = new double[last.DayNumber - first.DayNumber + 2];
        for (var day = first; day <= last; day = day.AddDays(1))
            upTo[day.DayNumber - first.DayNumber + 1] = upTo[day.DayNumber - first.DayNumber] + WeightOf(day);
    }

    /// <summary>First day of the history.</summary>
    public DateOnly First { get; }

    /// <summary>Last day of the history.</summary>
    public DateOnly Last { get; }

    /// <summary>Business from a day to another as a part of a year's.</summary>
    public double ShareOfYear(DateOnly from, DateOnly to) => (upTo[At(to) + 1] - upTo[At(from)]) / (upTo[^1] / (upTo.Length - 1)) / 365.25;

    /// <summary>A day between two, busy ones more often.</summary>
    public DateOnly Pick(SampleRandom random, DateOnly from, DateOnly to)
    {
        var wanted = upTo[At(from)] + (random.Next() * (upTo[At(to) + 1] - upTo[At(from)]));
        var found = Array.BinarySearch(upTo, wanted);
        return First.AddDays(Math.Clamp(found < 0 ? ~found - 1 : found, At(from), At(to)));
    }

    private int At(DateOnly day) => day.DayNumber - First.DayNumber;

    private static double WeightOf(DateOnly day)
    {
        var week = day.DayOfWeek switch
        {
            DayOfWeek.Saturday => 0.3,
            DayOfWeek.Sunday => 0.12,
            _ => 1,
        };
        return week * Months[day.Month - 1] * HolidayOf(day);
    }

    private static double HolidayOf(DateOnly day)
    {
        var newYear = DateOnly.FromDateTime(Lunar.ToDateTime(day.Year, 1, 1, 0, 0, 0, 0));
        return (day.DayNumber - newYear.DayNumber) switch
        {
            >= -4 and <= 9 => 0.04,
            >= -14 and < -4 => 0.6,
            > 9 and <= 16 => 0.5,
            _ when day is { Month: 10, Day: <= 7 } => 0.1,
            _ => 1,
        };
    }
}

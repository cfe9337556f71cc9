using Jingke.Domain.Facts;
using Xunit;

namespace Jingke.Tests.Data.Facts;

/// <summary>Days of the lunar calendar against the printed almanac.</summary>
public sealed class LunarDateTests
{
    [Theory]
    [InlineData("1990-08-15", "1990-10-03")] // Mid-autumn
    [InlineData("2000-01-01", "2000-02-05")] // New year
    [InlineData("2024-01-01", "2024-02-10")]
    [InlineData("2025-01-01", "2025-01-29")]
    [InlineData("2026-01-01", "2026-02-17")]
    [InlineData("2025-06-03", "2025-06-27")]
    [InlineData("2025-06+-03", "2025-07-27")] // the leap sixth month of 2025
    [InlineData("2025-07-01", "2025-08-23")]
    [InlineData("2023-02+-01", "2023-03-22")] // the leap second month of 2023
    [InlineData("2023-12-29", "2024-02-08")]
    [InlineData("1984-10+-01", "1984-11-23")] // the leap tenth month of 1984
    [InlineData("2033-11+-01", "2033-12-22")] // the leap eleventh month that older tables have wrong
    public void A_lunar_day_is_this_day_of_the_Gregorian_calendar(string lunar, string gregorian)
    {
        Assert.True(LunarDate.TryRead(lunar, out var date));

        Assert.Equal(Day(gregorian), date.In(date.Year!.Value));
    }

    [Theory]
    [InlineData("2025-07+-01")]
    [InlineData("2026-06+-03")]
    [InlineData("2024-01-30")] // a month of 29 days
    [InlineData("1900-01-01")]
    [InlineData("2101-01-01")]
    public void A_year_without_that_day_is_told(string lunar) => Assert.False(LunarDate.TryRead(lunar, out _));

    [Theory]
    [InlineData("--08-15", "2026-09-25", "2026-09-25")] // today counts
    [InlineData("--08-15", "2026-09-26", "2027-09-15")]
    [InlineData("1990-08-15", "2026-01-01", "2026-09-25")] // a birthday comes round in other years
    [InlineData("--12-29", "2026-02-16", "2026-02-16")] // the lunar year before
    [InlineData("--06+-03", "2025-07-01", "2025-07-27")] // with the leap month
    [InlineData("--06+-03", "2026-01-01", "2026-07-16")] // without it, the month of that number
    [InlineData("--12-30", "2026-01-01", "2026-02-16")] // a twelfth month of 29 days: its last
    public void The_next_time_it_comes_round(string lunar, string today, string next)
    {
        Assert.True(LunarDate.TryRead(lunar, out var date));

        Assert.Equal(Day(next), date.Next(Day(today)));
    }

    [Theory]
    [InlineData("--08-15", "八月十五")]
    [InlineData("1990-05+-03", "1990年闰五月初三")]
    [InlineData("--01-01", "正月初一")]
    [InlineData("--10-10", "十月初十")]
    [InlineData("--11-20", "冬月二十")]
    [InlineData("--12-23", "腊月廿三")]
    [InlineData("--02-30", "二月三十")]
    [InlineData("--03-19", "三月十九")]
    public void It_is_written_as_people_say_it(string lunar, string words)
    {
        Assert.True(LunarDate.TryRead(lunar, out var date));

        Assert.Equal(words, date.InChinese);
        Assert.True(LunarDate.TryRead(words, out var again));
        Assert.Equal(date, again);
        Assert.Equal(lunar, date.ToString());
    }

    [Fact]
    public void Every_day_of_two_centuries_is_read_back_as_written()
    {
        var count = 0;
        foreach (var year in Enumerable.Range(1901, 200))
        foreach (var month in Enumerable.Range(1, 12))
        foreach (var leap in (bool[])[false, true])
        foreach (var day in Enumerable.Range(1, 30))
            if (new LunarDate(year, month, day, leap) is var date && date.In(year) is { } when)
            {
                Assert.True(LunarDate.TryRead(date.InChinese, out var again) && again == date, date.InChinese);
                Assert.Equal(when, date.Next(when));
                count++;
            }

        // As many days as lie between the first new year and the one after the last.
        Assert.Equal(new DateOnly(2101, 1, 29).DayNumber - new DateOnly(1901, 2, 19).DayNumber, count);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

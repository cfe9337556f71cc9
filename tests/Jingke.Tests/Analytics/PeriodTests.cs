using Jingke.Analytics.Periods;
using Xunit;

namespace Jingke.Tests.Analytics;

public class PeriodTests
{
    [Theory]
    [InlineData("2011-12-09", "2010-12-10..2011-12-09", "2009-12-10..2010-12-09")]
    [InlineData("2024-12-31", "2024-01-01..2024-12-31", "2023-01-01..2023-12-31")]
    [InlineData("2024-02-29", "2023-03-01..2024-02-29", "2022-03-01..2023-02-28")]
    [InlineData("2024-02-28", "2023-03-01..2024-02-28", "2022-03-01..2023-02-28")]
    [InlineData("2025-02-28", "2024-03-01..2025-02-28", "2023-03-01..2024-02-29")]
    [InlineData("2025-03-01", "2024-03-02..2025-03-01", "2023-03-02..2024-03-01")]
    public void The_default_period_is_the_12_months_that_end_as_of(string asOf, string period, string comparison)
    {
        var found = Period.LastTwelveMonths(DateOnly.Parse(asOf));

        Assert.Equal(period, found.ToString());
        Assert.Equal(comparison, found.YearEarlier().ToString());
    }

    [Fact]
    public void Period_and_comparison_adjoin_on_every_day_but_around_a_leap_day()
    {
        for (var day = new DateOnly(2019, 1, 1); day.Year < 2029; day = day.AddDays(1))
        {
            var period = Period.LastTwelveMonths(day);

            Assert.InRange(period.Days, 365, 366);
            var gap = period.From.DayNumber - period.YearEarlier().To.DayNumber;
            Assert.True(gap == 1 || (gap == 2 && day is { Month: 2, Day: 28 }), $"{day:O}: {period}, {period.YearEarlier()}");
        }
    }

    [Theory]
    [InlineData(PeriodPreset.ThisYear, 1, "2024-01-01..2024-08-20")]
    [InlineData(PeriodPreset.LastYear, 1, "2023-01-01..2023-12-31")]
    [InlineData(PeriodPreset.ThisQuarter, 1, "2024-07-01..2024-08-20")]
    [InlineData(PeriodPreset.LastQuarter, 1, "2024-04-01..2024-06-30")]
    [InlineData(PeriodPreset.ThisMonth, 1, "2024-08-01..2024-08-20")]
    [InlineData(PeriodPreset.LastMonth, 1, "2024-07-01..2024-07-31")]
    [InlineData(PeriodPreset.ThisYear, 4, "2024-04-01..2024-08-20")]
    [InlineData(PeriodPreset.LastYear, 4, "2023-04-01..2024-03-31")]
    [InlineData(PeriodPreset.ThisYear, 9, "2023-09-01..2024-08-20")]
    [InlineData(PeriodPreset.ThisQuarter, 9, "2024-06-01..2024-08-20")]
    [InlineData(PeriodPreset.LastQuarter, 9, "2024-03-01..2024-05-31")]
    [InlineData(PeriodPreset.LastTwelveMonths, 9, "2023-08-21..2024-08-20")]
    public void Presets_follow_the_fiscal_year(PeriodPreset preset, int fiscalYearStart, string expected) =>
        Assert.Equal(expected, Period.Of(preset, new DateOnly(2024, 8, 20), fiscalYearStart).ToString());

    [Fact]
    public void A_custom_period_and_a_month_13_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Of(PeriodPreset.Custom, new DateOnly(2024, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.FiscalYearStart(new DateOnly(2024, 1, 1), 13));
    }

    [Fact]
    public void A_period_cannot_end_before_it_begins()
    {
        var refusal = Assert.Throws<ArgumentException>(() => new DayRange(new(2024, 1, 2), new(2024, 1, 1)));

        Assert.StartsWith("The period ends (2024-01-01) before it begins (2024-01-02).", refusal.Message);
    }

    [Fact]
    public void Whole_months_are_recognised_and_made()
    {
        var range = new DayRange(new(2024, 1, 31), new(2024, 2, 1));

        Assert.False(range.IsWholeMonths);
        Assert.Equal("2024-01-01..2024-02-29", range.WidenToMonths().ToString());
        Assert.True(range.WidenToMonths().IsWholeMonths);
        Assert.Equal("2023-01-01..2023-02-28", range.WidenToMonths().YearEarlier().ToString());
    }
}

using Jingke.Analytics.Ledger;
using Jingke.Web.Common.Periods;
using Xunit;

namespace Jingke.Tests.Common;

public sealed class PeriodChoiceTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void Nothing_chosen_is_the_twelve_months_to_the_newest_line()
    {
        var choice = Read(newest: "2026-11-09");

        Assert.Equal("2025-11-10..2026-11-09", choice.Period.ToString());
        Assert.Equal("2024-11-10..2025-11-09", choice.Comparison.ToString());
        Assert.Equal(new DateOnly(2026, 11, 9), choice.AsOf);
        Assert.True(choice.IsStandard);
        Assert.Empty(choice.Problems);
        Assert.Empty(choice.Query);
    }

    [Fact]
    public void A_line_dated_in_the_future_does_not_move_the_period() => Assert.Equal(Today, Read(newest: "2031-01-01").AsOf);

    [Theory]
    [InlineData("year", "2026-04-01..2026-11-09")]
    [InlineData("lastyear", "2025-04-01..2026-03-31")]
    [InlineData("quarter", "2026-10-01..2026-11-09")]
    [InlineData("lastquarter", "2026-07-01..2026-09-30")]
    [InlineData("month", "2026-11-01..2026-11-09")]
    [InlineData("lastmonth", "2026-10-01..2026-10-31")]
    public void A_preset_follows_the_fiscal_year(string preset, string days)
    {
        var choice = Read(newest: "2026-11-09", fiscal: 4, period: preset);

        Assert.Equal(days, choice.Period.ToString());
        Assert.Equal(preset, Assert.Single(choice.Query).Value);
    }

    [Fact]
    public void In_a_period_that_is_over_recency_counts_to_its_end() =>
        Assert.Equal(new DateOnly(2025, 12, 31), Read(period: "lastyear").AsOf);

    [Fact]
    public void Whole_months_are_compared_with_as_many_whole_months_before() =>
        Assert.Equal("2026-04-01..2026-06-30", Read(period: "lastquarter", compare: "before").Comparison.ToString());

    [Fact]
    public void Other_days_are_compared_with_as_many_days_before() =>
        Assert.Equal(
            "2026-10-26..2026-11-04",
            Read(period: "custom", from: "2026-11-05", to: "2026-11-14", compare: "before").Comparison.ToString()
        );

    [Fact]
    public void Dates_in_the_wrong_order_are_swapped_and_told()
    {
        var choice = Read(period: "custom", from: "2026-05-01", to: "2026-01-15");

        Assert.Equal("2026-01-15..2026-05-01", choice.Period.ToString());
        Assert.Contains("对调", Assert.Single(choice.Problems));
    }

    [Theory]
    [InlineData("period", "decade")]
    [InlineData("compare", "competitor")]
    [InlineData("asof", "soon")]
    [InlineData("asof", "0001-01-01")]
    [InlineData("asof", "9999-12-31")]
    public void What_is_not_understood_is_told_and_left_out(string name, string value)
    {
        var choice = name switch
        {
            "period" => Read(period: value),
            "compare" => Read(compare: value),
            _ => Read(asOf: value),
        };

        Assert.Contains(value, Assert.Single(choice.Problems));
        Assert.Equal(Read().Period, choice.Period);
        Assert.Equal(Read().Comparison, choice.Comparison);
    }

    [Fact]
    public void A_day_still_to_come_becomes_the_newest_line()
    {
        var choice = Read(asOf: "2026-12-24");

        Assert.Contains("2026-12-24", Assert.Single(choice.Problems));
        Assert.Equal(Read().AsOf, choice.AsOf);
    }

    [Fact]
    public void A_ledger_by_month_answers_in_whole_months()
    {
        var choice = Read(period: "custom", from: "2026-01-15", to: "2026-03-02", grain: LedgerGrain.Month);

        Assert.Equal("2026-01-01..2026-03-31", choice.Period.ToString());
        Assert.True(choice.IsByMonth);
    }

    [Fact]
    public void A_ledger_by_month_counts_the_running_month_as_a_whole()
    {
        var choice = Read(newest: "2026-11-09", grain: LedgerGrain.Month);

        Assert.Equal("2025-12-01..2026-11-30", choice.Period.ToString());
        Assert.Equal("2024-12-01..2025-11-30", choice.Comparison.ToString());
    }

    private static PeriodChoice Read(
        string newest = "2026-11-09",
        int fiscal = 1,
        string? period = null,
        string? from = null,
        string? to = null,
        string? asOf = null,
        string? compare = null,
        LedgerGrain grain = LedgerGrain.Line
    )
    {
        var builder = new SalesLedgerBuilder(grain);
        var day = Day(newest);
        builder
            .NewSegment()
            .Append(
                new SalesLine
                {
                    Account = 0,
                    Day = day,
                    Amount = 1_0000,
                }
            );
        if (grain == LedgerGrain.Month)
            builder.Append(new AccountMonth(0, day.Year, day.Month, 1, day, day));
        var ledger = builder.Build(new AccountDirectory([1], ["A"], ["A"]));
        return PeriodChoice.Of(new PeriodQuery(period, from, to, asOf, compare), ledger, Today, fiscal);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

using Jingke.Analytics.Forecasting;
using Jingke.Analytics.Segments;
using Jingke.Analytics.Series;
using Jingke.Web.Features.Analysis.Forecasts;
using Xunit;

namespace Jingke.Tests.Features.Analysis.Forecasts;

public sealed class ForecastWeaknessTests
{
    [Fact]
    public void A_long_steady_series_whose_trials_went_well_has_only_the_weakness_of_all()
    {
        // 60 months of 100; two trials of a year that erred by 5 to either side, within a spread of 10.
        var steady = new BackTestResult(
            ForecastMethods.Ets,
            [44, 47],
            12,
            0.8,
            5,
            [0.8, 0.8],
            [
                .. new[] { 105d, 95d }.Select(said => new ForecastPath(
                    "ETS",
                    [.. Enumerable.Repeat(said, 12)],
                    [.. Enumerable.Repeat(10d, 12)]
                )),
            ],
            0.05
        );
        var found = new LedgerForecast(
            new(2025, 1, 1),
            null,
            new MonthlySeries(new(2020, 1, 1), [.. Enumerable.Repeat(100L, 60)]),
            new Forecast(
                ForecastMethods.Ets,
                "ETS",
                [.. Enumerable.Repeat(new ForecastPoint(100, 90, 110, 80, 120), 12)],
                IntervalBasis.BackTest,
                steady,
                [],
                1
            )
        );

        Assert.Equal(["always"], Codes(found, new(ParetoVerdict.Holds, 0.8, 0.05)));
    }

    [Fact]
    public void A_flat_company_and_one_that_hangs_on_one_account_are_named_with_their_share()
    {
        var found = Of(60, month => 1_000_000 + (200_000 * (month % 12)) + (month % 5));

        var weak = ForecastWeakness.Of(found, new(ParetoVerdict.DoesNotHold, 0.31, 0.2));

        Assert.Equal(0.31, weak.Single(each => each.Code == "flat").Numbers[0]);
        Assert.Equal(0.2, weak.Single(each => each.Code == "concentrated").Numbers[0]);
    }

    [Fact]
    public void A_series_that_is_short_is_told_by_its_months_and_one_a_little_longer_by_how_far_trials_reach()
    {
        Assert.Equal([20d, 36], Single(Of(20, month => 100 + month), "short").Numbers);
        Assert.Equal([40d, 10], Single(Of(40, month => 100 + month), "near").Numbers);
    }

    [Fact]
    public void A_fall_of_a_fifth_and_many_months_without_sales_are_told_in_numbers()
    {
        // 1,200 and then 720: a fall of 40 %.
        var falling = Of(48, month => month < 36 ? 100 : 60);
        // Every second month.
        var gaps = Of(48, month => month % 2 == 0 ? 100 : 0);

        Assert.Equal(0.4, Single(falling, "falling").Numbers[0], 12);
        Assert.Equal([24d, 48], Single(gaps, "zeros").Numbers);
        Assert.DoesNotContain("falling", Codes(gaps, null));
    }

    [Fact]
    public void A_break_shows_as_errors_to_one_side_and_bands_that_did_not_hold()
    {
        var random = new Random(5);
        // From month 40 on there is half of what there was: every trial that stood before it was too high.
        var broken = Of(56, month => (month < 44 ? 1_000_000 : 500_000) + random.Next(30_000));

        Assert.InRange(Single(broken, "high").Numbers[0], 0.1, 2);
        var narrow = Single(broken, "narrow");
        Assert.InRange(narrow.Numbers[0], 0, 0.7);
        Assert.Equal(broken.Forecast.Widening, narrow.Numbers[1]);
        Assert.True(broken.Forecast.Widening > 1.5);
    }

    [Fact]
    public void Where_repeating_last_year_did_better_in_the_same_trials_that_is_told_with_both_errors()
    {
        // Each year repeats the one before exactly, in a jagged order; with 30 months nobody but that rule can see it.
        int[] year = [5, 90, 20, 70, 3, 60, 40, 99, 10, 80, 30, 55];
        var found = Of(30, month => (year[month % 12] * 1000) + (month % 7));

        var weak = Single(found, "yardstick");

        Assert.True(weak.Numbers[1] < weak.Numbers[0]);
        Assert.Equal(found.Forecast.PastError!.Mase, weak.Numbers[0]);
    }

    [Fact]
    public void Without_change_there_are_no_bands()
    {
        var constant = Of(48, _ => 100);

        Assert.Contains("none", Codes(constant, null));
        Assert.Equal(1, constant.Forecast.Widening);
    }

    private static LedgerForecast Of(int months, Func<int, long> value) =>
        LedgerForecast.Of(
            new MonthlySeries(new(2020, 1, 1), [.. Enumerable.Range(0, months).Select(value)]),
            new DateOnly(2020, 1, 1).AddMonths(months).AddDays(-1)
        )!;

    private static ForecastWeakness Single(LedgerForecast found, string code) =>
        ForecastWeakness.Of(found, null).Single(weakness => weakness.Code == code);

    private static IEnumerable<string> Codes(LedgerForecast found, SalesSpread? spread) =>
        ForecastWeakness.Of(found, spread).Select(weakness => weakness.Code);
}

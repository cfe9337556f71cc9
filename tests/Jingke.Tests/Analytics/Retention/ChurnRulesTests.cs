using Jingke.Analytics.Ledger;
using Jingke.Analytics.Lifetime;
using Jingke.Analytics.Retention;
using Xunit;

namespace Jingke.Tests.Analytics.Retention;

public sealed class ChurnRulesTests
{
    private static readonly ChurnRules Rules = ChurnRules.Default;

    [Theory]
    [InlineData(90, ChurnState.Active)]
    [InlineData(91, ChurnState.AtRisk)]
    [InlineData(180, ChurnState.AtRisk)]
    [InlineData(181, ChurnState.Lost)]
    public void Without_a_model_silence_is_measured_by_ones_own_gap(int silence, ChurnState expected) =>
        Assert.Equal(expected, Rules.Judge(Every(30, silence)));

    [Theory]
    [InlineData(30, ChurnState.Active)]
    [InlineData(31, ChurnState.AtRisk)]
    [InlineData(90, ChurnState.AtRisk)]
    [InlineData(91, ChurnState.Lost)]
    public void Who_orders_often_is_not_given_up_for_a_holiday(int silence, ChurnState expected) =>
        Assert.Equal(expected, Rules.Judge(Every(2, silence)));

    [Theory]
    [InlineData(365, ChurnState.Active)]
    [InlineData(366, ChurnState.Lost)]
    public void Who_ordered_once_has_no_gap_and_a_bound_of_its_own(int silence, ChurnState expected) =>
        Assert.Equal(expected, Rules.Judge(Of([], silence)));

    [Theory]
    [InlineData(0.19, 91, ChurnState.Lost)]
    [InlineData(0.19, 90, ChurnState.AtRisk)]
    [InlineData(0.2, 170, ChurnState.AtRisk)]
    [InlineData(0.59, 31, ChurnState.AtRisk)]
    [InlineData(0.59, 30, ChurnState.Active)]
    [InlineData(0.6, 170, ChurnState.Active)]
    [InlineData(0.99, 181, ChurnState.AtRisk)]
    [InlineData(0.99, 365, ChurnState.AtRisk)]
    [InlineData(0.99, 366, ChurnState.Lost)]
    public void With_a_model_its_probability_is_judged_and_a_very_long_silence_all_the_same(
        double alive,
        int silence,
        ChurnState expected
    ) => Assert.Equal(expected, Rules.Judge(Every(60, silence), alive));

    [Fact]
    public void Who_never_ordered_is_nobodys_loss() => Assert.Equal(ChurnState.None, Rules.Judge(default, 0));

    [Fact]
    public void Rules_say_what_is_wrong_with_them()
    {
        Assert.Empty(Rules.Problems());
        Assert.Equal(["churn-rules.probability-outside"], (Rules with { LostBelow = double.NaN }).Problems());
        Assert.Equal(["churn-rules.gaps-outside"], (Rules with { RiskGaps = 0.5 }).Problems());
        Assert.Equal(["churn-rules.days-outside"], (Rules with { LongDays = 0 }).Problems());
        Assert.Equal(["churn-rules.order"], (Rules with { RiskBelow = 0.1 }).Problems());
        Assert.Equal(["churn-rules.order"], (Rules with { RiskDays = 91 }).Problems());
    }

    [Fact]
    public void A_rhythm_tells_first_and_last_order_day_gap_silence_and_sales_of_the_last_year()
    {
        var ledger = new Company(
            2,
            new(0, new(2023, 1, 1), 500),
            new(0, new(2023, 12, 2), 100),
            new(0, new(2024, 1, 1), 20),
            new(0, new(2024, 1, 1), -5),
            new(0, new(2024, 2, 10), -90),
            new(1, new(2024, 3, 1), 1)
        ).Ledger();

        var rhythm = OrderRhythms.Of(LedgerView.Of(ledger))[0];

        Assert.Equal(
            (new DateOnly(2023, 1, 1), new DateOnly(2024, 1, 1), 3),
            (rhythm.FirstOn!.Value, rhythm.LastOn!.Value, rhythm.OrderDays)
        );
        // Gaps of 335 and 30 days; what came back later is no order and does not count against what was bought.
        Assert.Equal((182.5, 60, 115L), (rhythm.GapDays!.Value, rhythm.SilenceDays!.Value, rhythm.LastYearSales));
    }

    private static OrderRhythm Every(int gap, int silence) => Of([.. Enumerable.Repeat(gap, 10)], silence);

    private static OrderRhythm Of(int[] gaps, int silence) =>
        new(new(2024, 1, 1), new(2024, 6, 1), gaps.Length + 1, BuyingRhythm.Of(gaps, silence), 0);
}

using Jingke.Analytics.Lifetime;
using Xunit;

namespace Jingke.Tests.Analytics.Lifetime;

/// <summary>
/// Numbers that the papers and their authors' worked examples print, from the parameters that belong to them. Where these are printed
/// with few digits, the tolerance is what those digits leave open.
/// </summary>
public class PaperTests
{
    /// <summary>Fader, Hardie and Lee (2005), table 2 (0.243, 4.414, 0.793, 2.426), with the digits of the lifetimes library.</summary>
    private static readonly BgNbdModel Bg = new(0.242593, 4.413532, 0.792886, 2.425752);

    /// <summary>The same customers, Pareto/NBD (0.553, 10.578, 0.606, 11.669).</summary>
    private static readonly ParetoNbdModel Pareto = new(0.5533, 10.5777, 0.6062, 11.6687);

    private static readonly GammaGammaModel GammaGamma = new(6.25, 3.74, 15.44);

    [Fact]
    public void A_new_customer_buys_as_often_in_a_year_as_printed()
    {
        Assert.Equal(1.444004, Bg.ExpectedPurchasesOfNew(52), 5e-5);
        Assert.Equal(1.473434, Pareto.ExpectedPurchasesOfNew(52), 2e-4);
    }

    [Fact]
    public void Customer_1516_is_alive_and_buys_as_printed()
    {
        var history = new PurchaseHistory(26, 216 / 7.0, 31);

        Assert.Equal(25.75659, Bg.ExpectedPurchases(history, 52), 2e-3);
        Assert.Equal(0.9688523, Bg.ProbabilityAlive(history), 1e-5);
        Assert.Equal(25.45647, Pareto.ExpectedPurchases(history, 52), 2e-3);
        Assert.Equal(0.997874, Pareto.ProbabilityAlive(history), 1e-6);
    }

    /// <summary>The authors' spreadsheet of BG/NBD: the customer with x = 2, t_x = 30.43, T = 38.86.</summary>
    [Fact]
    public void The_first_customer_of_the_spreadsheet_buys_1_226_times_in_39_weeks() =>
        Assert.Equal(1.226, new BgNbdModel(0.243, 4.414, 0.793, 2.426).ExpectedPurchases(new(2, 30.43, 38.86), 39), 5e-4);

    /// <summary>
    /// The authors' spreadsheet. At 78 weeks it prints 1.8576, because it stops the series of the hypergeometric function after 150
    /// terms; 400 terms give 1.85796.
    /// </summary>
    [Theory]
    [InlineData(0.1429, 0.0078)]
    [InlineData(1, 0.0532)]
    [InlineData(3, 0.1506)]
    [InlineData(31.8571, 1.0405)]
    [InlineData(32, 1.0437)]
    [InlineData(78, 1.8580)]
    public void Repeat_purchases_of_a_new_customer_grow_as_in_the_spreadsheet(double weeks, double printed) =>
        Assert.Equal(printed, new BgNbdModel(0.242594, 4.413594, 0.792920, 2.425904).ExpectedPurchasesOfNew(weeks), 6e-5);

    /// <summary>Manual of the authors' R package, with the parameters of its example.</summary>
    [Theory]
    [InlineData(1, 0.05077821)]
    [InlineData(2, 0.09916088)]
    [InlineData(3, 0.14542507)]
    [InlineData(4, 0.18979930)]
    [InlineData(5, 0.23247466)]
    [InlineData(6, 0.27361274)]
    [InlineData(7, 0.31335159)]
    [InlineData(8, 0.35181024)]
    [InlineData(9, 0.38909211)]
    public void Repeat_purchases_of_a_new_customer_grow_as_in_the_manual(double weeks, double printed) =>
        Assert.Equal(printed, new ParetoNbdModel(0.55, 10.56, 0.61, 11.64).ExpectedPurchasesOfNew(weeks), 1e-8);

    /// <summary>The "increasing frequency paradox": who bought more often and then fell silent is the less likely to come back.</summary>
    [Theory]
    [InlineData(10, 0.34746, 0.70623)]
    [InlineData(15, 0.04283, 0.14424)]
    [InlineData(20, 0.00416, 0.02251)]
    [InlineData(25, 0.00036, 0.00309)]
    public void Many_purchases_and_then_silence_promise_fewer(int frequency, double bg, double pareto)
    {
        var history = new PurchaseHistory(frequency, 20, 39);

        Assert.Equal(bg, Bg.ExpectedPurchases(history, 52), (0.001 * bg) + 5e-6);
        Assert.Equal(pareto, Pareto.ExpectedPurchases(history, 52), (0.001 * pareto) + 5e-6);
    }

    /// <summary>Quickstart of the lifetimes library: who is expected to buy most in the next week.</summary>
    [Theory]
    [InlineData(26, 30.86, 31.00, 0.710623)]
    [InlineData(29, 37.71, 38.00, 0.662396)]
    public void The_most_active_customers_buy_in_the_next_week_as_printed(int x, double recency, double age, double printed) =>
        Assert.Equal(printed, Bg.ExpectedPurchases(new(x, recency, age), 1), 2e-6);

    /// <summary>Quickstart of the lifetimes library: customers 1, 2, 3 and 6. One who bought once is worth the mean of all.</summary>
    [Theory]
    [InlineData(2, 22.35, 24.659)]
    [InlineData(1, 11.77, 18.911)]
    [InlineData(0, 0, 35.171)]
    [InlineData(7, 73.74, 71.463)]
    public void Spend_is_expected_as_printed(int x, double spend, double printed) =>
        Assert.Equal(printed, new GammaGammaModel(6.2488, 3.7446, 15.4477).ExpectedSpend(x, spend)!.Value, 2e-3);

    [Fact]
    public void The_mean_spend_is_that_of_the_paper() => Assert.Equal(35.2, GammaGamma.MeanSpend!.Value, 0.05);

    [Fact]
    public void Lifetime_value_of_the_first_customer_is_worked_out_with_months_of_4_345_weeks()
    {
        var value = CustomerLifetimeValue.Of(Bg, new(2, 30.43, 38.86), 24.659, months: 12, monthlyRate: 0.01);

        Assert.Equal(36.278, value, 2e-3);
    }
}

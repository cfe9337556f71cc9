using Jingke.Analytics.Ledger;
using Jingke.Analytics.Retention;
using Xunit;

namespace Jingke.Tests.Analytics.Retention;

public sealed class RevenueRetentionTests
{
    // The newest whole month is June 2025: 2024-07 to 2025-06 against 2023-07 to 2024-06.
    private static readonly LedgerView View = LedgerView.Of(
        new Company(
            6,
            new(0, new(2023, 8, 1), 100),
            new(0, new(2024, 8, 1), 130),
            new(1, new(2024, 6, 30), 200),
            new(1, new(2025, 6, 30), 150),
            new(2, new(2023, 7, 1), 50),
            new(2, new(2024, 9, 1), -5),
            new(3, new(2023, 1, 1), 70),
            new(3, new(2025, 1, 1), 80),
            new(4, new(2025, 2, 1), 30),
            new(5, new(2025, 7, 10), 999)
        ).Ledger()
    );

    [Fact]
    public void The_newest_point_is_of_whole_months_and_divides_sales_by_what_became_of_the_base()
    {
        var point = RevenueRetention.Of(View)[^1];

        Assert.Equal((new DateOnly(2024, 7, 1), new DateOnly(2025, 6, 30)), (point.Period.From, point.Period.To));
        Assert.Equal((new DateOnly(2023, 7, 1), new DateOnly(2024, 6, 30)), (point.Before.From, point.Before.To));
        Assert.Equal((3, 2, 350L), (point.BaseAccounts, point.KeptAccounts, point.BaseSales));
        // Account 2 bought for 50 and gave back 5 since: 55 are gone.
        Assert.Equal((30L, 50L, 55L), (point.Expansion, point.Contraction, point.LostSales));
        Assert.Equal((80L, 30L), (point.RegainedSales, point.NewSales));
        Assert.Equal(385, point.NetSales);
        Assert.Equal(275 / 350.0, point.NetRevenueRetention!.Value, 12);
        Assert.Equal(245 / 350.0, point.GrossRevenueRetention!.Value, 12);
        Assert.Equal(2 / 3.0, point.AccountRetention!.Value, 12);
    }

    [Fact]
    public void Points_go_back_as_far_as_the_year_before_is_covered()
    {
        // From January 2023 on: the year before the oldest period begins then.
        Assert.Equal(
            [new DateOnly(2024, 12, 31), new DateOnly(2025, 3, 31), new DateOnly(2025, 6, 30)],
            RevenueRetention.Of(View).Select(point => point.Period.To)
        );
        Assert.Equal(new DateOnly(2025, 6, 30), Assert.Single(RevenueRetention.Of(View, 1)).Period.To);
    }

    [Fact]
    public void Those_who_are_gone_are_the_base_that_was_not_kept() => Assert.Equal([2], RevenueRetention.GoneOf(View, new(2025, 6, 30)));

    [Fact]
    public void Less_than_two_years_say_nothing()
    {
        var ledger = new Company(1, new(0, new(2024, 1, 1), 5), new(0, new(2025, 12, 30), 5)).Ledger();

        Assert.Empty(RevenueRetention.Of(LedgerView.Of(ledger)));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void What_was_kept_lost_regained_and_new_are_the_sales_of_the_period(int seed)
    {
        var view = LedgerView.Of(RandomCompany.Of(seed).Ledger());

        var points = RevenueRetention.Of(view);

        foreach (var point in points)
        {
            var sales = 0L;
            for (var account = 0; account < view.Ledger.AccountCount; account++)
                foreach (var amount in view.Ledger.AmountsOf(account, point.Period))
                    sales += amount;
            Assert.Equal(sales, point.NetSales);
            Assert.InRange(point.GrossRevenueRetention ?? 0, double.NegativeInfinity, 1);
            Assert.InRange(point.AccountRetention ?? 0, 0, 1);
        }
    }
}

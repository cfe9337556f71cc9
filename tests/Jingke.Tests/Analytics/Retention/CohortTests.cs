using Jingke.Analytics.Ledger;
using Jingke.Analytics.Retention;
using Xunit;

namespace Jingke.Tests.Analytics.Retention;

public sealed class CohortTests
{
    // Account 0 begins in 2023Q1, 1 and 2 in 2023Q2; 2 only returns goods in Q3. As of 2023-11-15, in the middle of Q4.
    private static readonly LedgerView View = LedgerView.Of(
        new Company(
            4,
            new(0, new(2023, 1, 10), 100),
            new(0, new(2023, 5, 2), 40),
            new(0, new(2023, 11, 15), 10),
            new(1, new(2023, 4, 1), 200),
            new(1, new(2023, 8, 9), 50),
            new(2, new(2023, 6, 30), 70),
            new(2, new(2023, 7, 5), -70)
        ).Ledger()
    );

    [Fact]
    public void An_account_belongs_to_the_quarter_of_its_first_order_and_counts_where_it_ordered()
    {
        var cohorts = Cohorts.Of(View, CohortGrain.Quarter);

        Assert.Equal([new DateOnly(2023, 1, 1), new DateOnly(2023, 4, 1)], cohorts.Rows.Select(row => row.From));
        Assert.Equal([(1, 100), (1, 40), (0, 0), (1, 10)], cohorts.Rows[0].Cells.Select(cell => (cell.Accounts, (int)cell.NetSales)));
        Assert.Equal([(2, 270), (1, -20), (0, 0)], cohorts.Rows[1].Cells.Select(cell => (cell.Accounts, (int)cell.NetSales)));
        Assert.True(cohorts.LastIsPartial);
    }

    [Fact]
    public void The_curve_leaves_out_the_quarter_that_is_not_over()
    {
        var curve = Cohorts.Of(View, CohortGrain.Quarter).Curve();

        // One quarter later 1 of 1 and 1 of 2 ordered; two quarters later 0 of 1; Q4 is not over, so that nothing is said of three.
        Assert.Equal([1, 2 / 3.0, 0, null], curve);
    }

    [Fact]
    public void The_members_of_a_cell_are_those_it_counts()
    {
        var members = Cohorts.MembersOf(View, CohortGrain.Quarter, new(2023, 5, 20), 1);

        Assert.Equal([(1, true, 50L), (2, false, -70L)], members.Select(member => (member.Account, member.Bought, member.NetSales)));
        Assert.Empty(Cohorts.MembersOf(View, CohortGrain.Quarter, new(2022, 1, 1), 0));
        Assert.Empty(Cohorts.MembersOf(View, CohortGrain.Quarter, new(2023, 5, 20), 7));
    }

    [Fact]
    public void Years_hold_the_sales_of_all_their_quarters()
    {
        var years = Cohorts.Of(View, CohortGrain.Year);

        Assert.Equal((3, 400L), (years.Rows.Single().Accounts, years.Rows.Single().Cells.Single().NetSales));
    }

    [Fact]
    public void A_ledger_without_lines_has_no_cohorts()
    {
        var empty = LedgerView.Of(new Company(2).Ledger());

        Assert.Empty(Cohorts.Of(empty, CohortGrain.Quarter).Rows);
        Assert.Empty(RevenueRetention.Of(empty));
        Assert.Equal(default, OrderRhythms.Of(empty)[1]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void All_cells_together_are_all_sales_from_the_first_order_on(int seed)
    {
        var view = LedgerView.Of(RandomCompany.Of(seed).Ledger());

        var cohorts = Cohorts.Of(view, CohortGrain.Quarter);

        var rhythms = OrderRhythms.Of(view);
        var ordered = Enumerable.Range(0, rhythms.Count).Where(account => rhythms[account].OrderDays > 0).ToList();
        Assert.Equal(ordered.Count, cohorts.Rows.Sum(row => row.Accounts));
        var expected = ordered.Sum(account =>
        {
            var first = rhythms[account].FirstOn!.Value;
            var quarter = new DateOnly(first.Year, ((first.Month - 1) / 3 * 3) + 1, 1);
            var sum = 0L;
            foreach (var amount in view.Ledger.AmountsOf(account, new(quarter, view.AsOf)))
                sum += amount;
            return sum;
        });
        Assert.Equal(expected, cohorts.Rows.Sum(row => row.Cells.Sum(cell => cell.NetSales)));
    }
}

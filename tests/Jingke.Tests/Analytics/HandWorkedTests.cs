using Jingke.Analytics;
using Jingke.Analytics.Figures;
using Jingke.Analytics.Ledger;
using Jingke.Analytics.Segments;
using Jingke.Analytics.Series;
using Xunit;

namespace Jingke.Tests.Analytics;

/// <summary>Small companies whose figures are worked out by hand in the test.</summary>
public class HandWorkedTests
{
    private const long Yuan = 10_000;

    [Fact]
    public void Net_sales_orders_recency_variety_discount_and_returns_of_one_account()
    {
        var company = new Company(
            1,
            new Sale(0, new(2024, 3, 1), 100 * Yuan, "A1", Product: 1, Quantity: 2 * Yuan, Cost: 60 * Yuan, Discount: 20 * Yuan),
            new Sale(0, new(2024, 3, 1), 50 * Yuan, "A1", Product: 2, Quantity: 1 * Yuan, Cost: 30 * Yuan),
            new Sale(0, new(2024, 5, 9), 70 * Yuan, "A2", Product: 1, Quantity: 1 * Yuan, Cost: 40 * Yuan),
            new Sale(0, new(2024, 5, 20), -70 * Yuan, "A2", Product: 1, Quantity: -1 * Yuan, Cost: -40 * Yuan),
            new Sale(0, new(2024, 6, 30), -10 * Yuan, "R1", Product: 3, Cost: 0),
            new Sale(0, new(2023, 6, 30), 112 * Yuan, "A0")
        );

        var figure = AccountFigures.Of(LedgerView.Of(company.Ledger()))[0];

        Assert.Equal(140 * Yuan, figure.NetSales); // 100 + 50 + 70 - 70 - 10; 2023-06-30 is one day too early
        Assert.Equal(1, figure.Orders); // A1; A2 nets to 0, R1 is negative
        Assert.Equal(new DateOnly(2024, 3, 1), figure.LastOrderOn);
        Assert.Equal(121, figure.RecencyDays); // 30 + 30 + 31 + 30 days to 2024-06-30
        Assert.Equal(new DateOnly(2024, 6, 30), figure.LastOn);
        Assert.Equal(2, figure.Variety); // product 3 was only returned
        Assert.Equal(-80 * Yuan, figure.Returns);
        Assert.Equal(3 * Yuan, figure.Quantity);
        Assert.Equal(20.0 / 160, figure.DiscountShare); // 20 off a list amount of 140 + 20
        Assert.Equal(50 * Yuan, figure.GrossProfit); // 140 - (60 + 30 + 40 - 40)
        Assert.Equal(1.0, figure.CostCoverage);
        Assert.Equal(new YearOnYear(YearOnYearStatus.Ok, 0.25), figure.YearOnYear); // 140 against 112
    }

    [Fact]
    public void An_order_number_used_by_two_accounts_is_two_orders_and_a_line_without_number_belongs_to_its_day()
    {
        var company = new Company(
            2,
            new Sale(0, new(2024, 1, 5), 10, "7"),
            new Sale(1, new(2024, 1, 5), 10, "7"),
            new Sale(1, new(2024, 1, 6), 10),
            new Sale(1, new(2024, 1, 6), 10),
            new Sale(1, new(2024, 1, 7), 10)
        );

        var figures = AccountFigures.Of(LedgerView.Of(company.Ledger()));

        Assert.Equal((1, 3), (figures[0].Orders, figures[1].Orders));
        Assert.Equal(4, figures.TotalOrders);
    }

    [Fact]
    public void Ten_accounts_of_100_to_10_give_a_curve_that_says_80_20_does_not_hold()
    {
        var sales = Enumerable.Range(0, 10).Select(i => new Sale(i, new(2024, 1, 1), (100 - (10 * i)) * Yuan)).ToArray();

        var analysis = SalesAnalysis.Of(LedgerView.Of(new Company(10, sales).Ledger()));

        Assert.Equal(2, analysis.Pareto.Top20Percent);
        Assert.Equal(190.0 / 550, analysis.Pareto.Top20PercentShare);
        Assert.Equal(6, analysis.Pareto.AccountsFor80Percent); // five bring 400, six 450, and 80 % are 440
        Assert.Equal(ParetoVerdict.DoesNotHold, analysis.Pareto.Verdict);
        Assert.Equal(38500.0 / (550 * 550), analysis.Concentration.Herfindahl!.Value, 1e-15);
        Assert.Equal(0.3, analysis.Concentration.Gini!.Value, 1e-15);
        Assert.Equal(100.0 / 550, analysis.Concentration.Top1);
        Assert.Equal(400.0 / 550, analysis.Concentration.Top5);
    }

    [Fact]
    public void Equal_values_share_the_better_rank_and_the_same_score()
    {
        long[] amounts = [50, 80, 50, 20, 50];
        var sales = amounts.Select((amount, i) => new Sale(i, new(2024, 1, 1), amount)).ToArray();

        var analysis = SalesAnalysis.Of(LedgerView.Of(new Company(5, sales).Ledger()));

        Assert.Equal([2, 1, 2, 5, 2], Enumerable.Range(0, 5).Select(row => analysis.Ranking.RankOf(row)!.Value));
        Assert.Equal([3, 5, 3, 1, 3], Enumerable.Range(0, 5).Select(row => analysis.Scores[row].M)); // quantiles .5 .9 .5 .1 .5
    }

    [Fact]
    public void Growth_and_decline_count_from_the_median_account_of_last_year_on()
    {
        (long Before, long Now)[] accounts = [(10, 1000), (100, 150), (200, 100), (300, 0), (0, 500)];
        var sales = accounts.SelectMany(
            (account, i) =>
                new[] { (account.Before, Year: 2023), (account.Now, Year: 2024) }
                    .Where(sum => sum.Item1 != 0)
                    .Select(sum => new Sale(i, new DateOnly(sum.Year, 6, 1), sum.Item1 * Yuan))
        );

        var extremes = SalesAnalysis.Of(LedgerView.Of(new Company(5, [.. sales]).Ledger(), new(2024, 12, 31))).Extremes();

        Assert.Equal(150 * Yuan, extremes.Floor); // median of 10, 100, 200, 300
        Assert.Equal([0, 4, 1, 2], extremes.Top.Select(account => account.Account));
        Assert.Empty(extremes.Growth); // 0 and 1 grew, but from too little; 4 is new
        Assert.Equal([(3, -1.0), (2, -0.5)], extremes.Decline.Select(account => (account.Account, account.YearOnYear.Change!.Value)));
        Assert.Equal(YearOnYearStatus.Lost, extremes.Decline[0].YearOnYear.Status);
        Assert.Equal(-2, extremes.Decline[1].RankChange); // second then, fourth now
    }

    [Fact]
    public void Calendar_years_count_an_order_in_each_year_in_which_it_is_positive()
    {
        var company = new Company(
            2,
            new Sale(0, new(2022, 12, 31), 100, "A"),
            new Sale(0, new(2023, 1, 1), -100, "A"),
            new Sale(1, new(2024, 1, 1), 60, "B"),
            new Sale(1, new(2024, 2, 1), 60, "B")
        );

        var view = LedgerView.Of(company.Ledger(), asOf: new(2024, 1, 15));

        Assert.Equal(
            [
                new CalendarYear(2022, 100, 1, 1, new(YearOnYearStatus.New, null), new(YearOnYearStatus.New, null)),
                new CalendarYear(2023, -100, 1, 0, new(YearOnYearStatus.Ok, -2), new(YearOnYearStatus.Ok, -2)),
                new CalendarYear(2024, 60, 1, 1, new(YearOnYearStatus.NegativeBase, null), new(YearOnYearStatus.NegativeBase, null)),
            ],
            CalendarYears.Of(view)
        );
        Assert.Equal((60L, 2, 1L), CalendarYears.AllTime(view));
    }

    [Fact]
    public void An_open_year_is_compared_with_the_whole_year_before_and_with_its_same_days()
    {
        var company = new Company(
            1,
            new Sale(0, new(2024, 2, 1), 100, "A"),
            new Sale(0, new(2024, 11, 1), 900, "B"),
            new Sale(0, new(2025, 2, 1), 150, "C"),
            new Sale(0, new(2025, 11, 1), 50, "D")
        );

        var open = CalendarYears.Of(LedgerView.Of(company.Ledger(), asOf: new(2025, 6, 30)));
        var over = CalendarYears.Of(LedgerView.Of(company.Ledger(), asOf: new(2025, 12, 31)));

        Assert.Equal((150, -0.85, 0.5), (open[1].NetSales, open[1].YearOnYear.Change, open[1].OnSameDays.Change));
        Assert.Equal((200, -0.8, -0.8), (over[1].NetSales, over[1].YearOnYear.Change, over[1].OnSameDays.Change));
    }

    [Fact]
    public void Value_against_loyalty_counts_every_active_account_once()
    {
        var sales = Enumerable
            .Range(0, 5)
            .SelectMany(i => Enumerable.Range(0, i + 1).Select(k => new Sale(i, new(2024, i + 1, k + 1), 100)));

        var cells = SalesAnalysis.Of(LedgerView.Of(new Company(6, [.. sales]).Ledger())).Loyalty();

        Assert.Equal(25, cells.Count);
        Assert.Equal(
            [(1, 1), (2, 2), (3, 3), (4, 4), (5, 5)],
            cells.Where(cell => cell.Accounts == 1).Select(cell => (cell.Value, cell.Loyalty))
        );
        Assert.Equal(1500, cells.Sum(cell => cell.NetSales));
    }

    [Fact]
    public void The_curve_of_many_accounts_has_at_most_200_points_and_its_key_points_are_exact()
    {
        var sales = Enumerable.Range(0, 1003).Select(i => new Sale(i, new(2024, 6, 1), (i + 1) * Yuan)).ToArray();

        var curve = SalesAnalysis.Of(LedgerView.Of(new Company(1003, sales).Ledger())).Pareto;

        Assert.InRange(curve.Points.Count, 150, 200);
        Assert.Equal((0, 0.0, 0.0), (curve.Points[0].Accounts, curve.Points[0].AccountShare, curve.Points[0].SalesShare));
        Assert.Equal((1003, 1.0, 1.0), (curve.Points[^1].Accounts, curve.Points[^1].AccountShare, curve.Points[^1].SalesShare));
        Assert.Equal(201, curve.Top20Percent); // ceil(200.6)
        Assert.Contains(curve.Points, point => point.Accounts == 201 && point.SalesShare == curve.Top20PercentShare);
        Assert.Contains(curve.Points, point => point.Accounts == curve.AccountsFor80Percent);
        Assert.True(curve.ShareOfTop(curve.AccountsFor80Percent - 1) < 0.8);
    }
}

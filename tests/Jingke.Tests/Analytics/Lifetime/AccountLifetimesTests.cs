using Jingke.Analytics.Ledger;
using Jingke.Analytics.Lifetime;
using Jingke.Analytics.Periods;
using Xunit;

namespace Jingke.Tests.Analytics.Lifetime;

/// <summary>From sales lines to histories, outlook and rhythm of accounts.</summary>
public class AccountLifetimesTests
{
    private static readonly DateOnly Start = new(2024, 1, 1);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 40)];

    [Fact]
    public void A_purchase_is_a_day_with_a_positive_net_amount_or_a_gift_and_the_first_starts_the_clock()
    {
        var company = new Company(
            4,
            new Sale(0, Start, 100_0000, "a"),
            new Sale(0, Start, 20_0000, "b"),
            new Sale(0, Start.AddDays(7), -5_0000, "a"),
            new Sale(0, Start.AddDays(14), 30_0000, "c"),
            new Sale(0, Start.AddDays(14), -10_0000, "d"),
            new Sale(0, Start.AddDays(21), 8_0000, "e"),
            new Sale(0, Start.AddDays(21), -8_0000, "f"),
            new Sale(0, Start.AddDays(35), 40_0000, "g"),
            new Sale(0, Start.AddDays(50), 70_0000, "h"),
            new Sale(1, Start, -30_0000, "a"),
            new Sale(3, Start, 0, "a"),
            new Sale(3, Start.AddDays(7), 0, "b"),
            new Sale(3, Start.AddDays(7), 0, "b")
        );

        var histories = AccountHistories.Of(company.Ledger(), Start.AddDays(42));

        Assert.Equal(new PurchaseHistory(2, 5, 6), histories[0]);
        Assert.Equal(30_0000, histories.MeanRepeatSpend(0));
        Assert.Null(histories[1]);
        Assert.Null(histories[2]);
        Assert.Equal(new PurchaseHistory(1, 1, 6), histories[3]);
        Assert.Equal([1, 0, 0, 0], histories.PurchasesUntil(Start.AddDays(50)));
        Assert.Equal([0, 0, 0, 0], histories.PurchasesUntil(Start.AddDays(49)));
        Assert.Equal([0, 0, 0, 0], histories.PurchasesUntil(Start));
        Assert.Equal(2, histories.Pool().Customers);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Histories_of_a_view_are_what_counting_days_gives(int seed)
    {
        var company = RandomCompany.Of(seed);
        var question = RandomCompany.QuestionOf(company, seed);
        var view = question.Of(company.Ledger());

        var histories = AccountHistories.Of(view);

        Assert.Equal(question.Accounts.Count(), histories.Rows.Count);
        for (var row = 0; row < histories.Rows.Count; row++)
        {
            var account = histories.Rows.AccountAt(row);
            var days = company
                .Sales.Where(sale => sale.Account == account && sale.Day <= view.AsOf)
                .GroupBy(sale => sale.Day)
                .Where(Bought)
                .Select(day => (Day: day.Key, Amount: day.Sum(sale => sale.Amount)))
                .OrderBy(day => day.Day)
                .ToArray();
            PurchaseHistory? expected =
                days.Length == 0
                    ? null
                    : new PurchaseHistory(
                        days.Length - 1,
                        (days[^1].Day.DayNumber - days[0].Day.DayNumber) / 7.0,
                        (view.AsOf.DayNumber - days[0].Day.DayNumber) / 7.0
                    );
            Assert.Equal(expected, histories[row]);
            Assert.Equal(days.Skip(1).Select(day => (double)day.Amount).DefaultIfEmpty(0).Average(), histories.MeanRepeatSpend(row), 1e-3);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void At_month_grain_a_purchase_is_a_month_with_a_positive_net_amount(int seed)
    {
        var company = RandomCompany.Of(seed);
        var asOf = new DateOnly(2023, 12, 31);

        var histories = AccountHistories.Of(company.MonthLedger(), asOf);

        for (var account = 0; account < histories.Rows.Count; account++)
        {
            var months = company.Sales.Where(sale => sale.Account == account).GroupBy(sale => sale.Month).Count(Bought);
            Assert.Equal(months, histories.Purchases[account]);
        }
    }

    private static bool Bought(IEnumerable<Sale> sales) => sales.Sum(sale => sale.Amount) > 0 || sales.All(sale => sale.Amount == 0);

    [Fact]
    public void Equal_histories_are_pooled_whatever_their_order()
    {
        PurchaseHistory[] histories = [new(2, 1, 9), new(0, 0, 5), new(2, 1, 9), new(0, 0, 4), new(2, 1, 9)];

        var pool = PooledHistories.Of(histories);

        Assert.Equal([new(0, 0, 4), new(0, 0, 5), new(2, 1, 9)], pool.Histories);
        Assert.Equal([1, 1, 3], pool.Counts);
        Assert.Equal((5, 6, 36, 9), (pool.Customers, pool.RepeatPurchases, pool.TotalAge, pool.LongestAge));
    }

    [Fact]
    public void The_hold_out_prefers_the_model_that_customers_follow_and_never_ranks_by_bg_nbd()
    {
        var (histories, after) = Simulated.ParetoNbd(8000, (0.7, 6, 1.5, 20), i => 26 + (i % 26), weeksAfter: 26);

        var holdOut = HoldOut.Of(histories, after, 26);

        Assert.Equal(FitProblem.None, holdOut.Problem);
        Assert.Equal((8000, after.Sum(), after.Count(count => count > 0)), (holdOut.Customers, holdOut.Purchases, holdOut.BoughtAgain));
        Assert.Equal(
            [PurchaseModelKind.BgNbd, PurchaseModelKind.MbgNbd, PurchaseModelKind.ParetoNbd, null],
            holdOut.Scores.Select(s => s.Kind)
        );
        Assert.NotEqual(PurchaseModelKind.BgNbd, holdOut.ForRanking!.Kind);
        var (pareto, yardstick) = (holdOut.Scores[2], holdOut.Scores[3]);
        Assert.InRange(pareto.TotalBias!.Value, -0.05, 0.05);
        Assert.True(pareto.MeanAbsoluteError < yardstick.MeanAbsoluteError);
        Assert.True(pareto.RankingByPurchases > 0.8);
        Assert.Equal(holdOut.Scores.Take(3).Min(score => score.MeanAbsoluteError), holdOut.ForPurchases!.MeanAbsoluteError);
    }

    [Fact]
    public void Cdnow_is_predicted_with_the_errors_that_another_program_found()
    {
        var histories = AccountHistories.Of(Cdnow.Sample(), Cdnow.CalibrationEnd);

        var holdOut = HoldOut.Of(Cdnow.Histories(histories), histories.PurchasesUntil(Cdnow.End), Cdnow.HoldOutWeeks);

        var (bg, pareto) = (holdOut.Scores[0], holdOut.Scores[2]);
        Assert.Equal((0.7855, 0.7545), (Math.Round(bg.MeanAbsoluteError, 4), Math.Round(pareto.MeanAbsoluteError, 4)));
        Assert.Equal((1.608, 1.603), (Math.Round(bg.RootMeanSquareError, 3), Math.Round(pareto.RootMeanSquareError, 3)));
        Assert.Equal((-0.121, -0.115), (Math.Round(bg.TotalBias!.Value, 3), Math.Round(pareto.TotalBias!.Value, 3)));
        Assert.True(holdOut.ForRanking!.RankingByAlive > bg.RankingByAlive);
    }

    [Fact]
    public void Ranking_is_the_share_of_pairs_in_the_right_order()
    {
        Assert.Equal(1, HoldOutScore.Concordance([0.1, 0.2, 0.8], [0, 0, 3]));
        Assert.Equal(0, HoldOutScore.Concordance([0.9, 0.2], [0, 1]));
        Assert.Equal(0.5, HoldOutScore.Concordance([0.4, 0.4, 0.4], [0, 2, 1]));
        Assert.Equal(0.875, HoldOutScore.Concordance([0.1, 0.5, 0.5, 0.9], [0, 0, 1, 1]));
        Assert.Null(HoldOutScore.Concordance([0.1, 0.5], [1, 2]));
        Assert.Null(HoldOutScore.Concordance([], []));
    }

    [Fact]
    public void The_outlook_of_a_company_is_aligned_with_its_accounts()
    {
        var view = LedgerView.Of(Cdnow.Sample(), Cdnow.End);

        var lifetimes = AccountLifetimes.Of(view);

        Assert.Equal(26, lifetimes.HoldOut.Weeks);
        Assert.NotEqual("BG/NBD", lifetimes.Ranking.Model!.Name);
        Assert.All(lifetimes.ProbabilityAlive, alive => Assert.InRange(alive, 0, 1));
        for (var row = 0; row < lifetimes.Histories.Rows.Count; row += 97)
        {
            var history = lifetimes.Histories[row]!.Value;
            Assert.Equal(lifetimes.Ranking.Model.ProbabilityAlive(history), lifetimes.ProbabilityAlive[row]);
            Assert.Equal(lifetimes.Purchasing.Model!.ExpectedPurchases(history, 52.14), lifetimes.ExpectedPurchases[row], 1e-12);
            Assert.InRange(lifetimes.LifetimeValue[row], lifetimes.ExpectedSales(row) / Math.Pow(1.01, 12), lifetimes.ExpectedSales(row));
        }

        var top = lifetimes.LifetimeValue.OrderDescending().Take(472).Sum() / lifetimes.LifetimeValue.Sum();
        Assert.InRange(top, 0.6, 0.9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void An_empty_and_a_tiny_company_get_a_plain_answer(int accounts)
    {
        var sales = Enumerable.Range(0, accounts).Select(i => new Sale(i, Start.AddDays(i), 1_0000)).ToArray();

        var lifetimes = AccountLifetimes.Of(LedgerView.Of(new Company(Math.Max(accounts, 1), sales).Ledger()));

        Assert.Equal(
            accounts switch
            {
                0 => FitProblem.NoCustomers,
                1 => FitProblem.OneCustomer,
                _ => FitProblem.NoRepeatPurchases,
            },
            lifetimes.Ranking.Problem
        );
        Assert.Null(lifetimes.Ranking.Model);
        Assert.All(lifetimes.ProbabilityAlive, alive => Assert.Equal(0, alive));
        Assert.All(lifetimes.LifetimeValue, value => Assert.Equal(0, value));
    }

    [Fact]
    public void The_next_order_is_due_after_the_usual_gap()
    {
        var rhythm = BuyingRhythm.Of([30, 28, 32, 90, 30], 45);

        Assert.Equal((5, 45), (rhythm.Gaps, rhythm.SilenceDays));
        Assert.Equal((30, 15, 1.5), (rhythm.ExpectedGapDays, rhythm.OverdueDays, rhythm.Overdue));
        Assert.Equal(0.8, rhythm.LongerThanUsual);
        Assert.Null(rhythm.Slowdown);
        Assert.Equal(0, BuyingRhythm.Of([30, 30], 12).OverdueDays);
        Assert.Null(BuyingRhythm.Of([30], 100).Overdue);
        Assert.Null(BuyingRhythm.Of([], 3).ExpectedGapDays);
    }

    [Fact]
    public void An_account_slows_down_when_its_recent_gaps_are_plainly_longer()
    {
        var slowing = BuyingRhythm.Of([14, 15, 13, 14, 16, 14, 30, 28, 35], 5);
        var steady = BuyingRhythm.Of([14, 15, 13, 14, 16, 14, 15, 13, 14], 5);
        var erratic = BuyingRhythm.Of([5, 60, 8, 55, 7, 40, 10, 60, 42], 5);
        var silent = BuyingRhythm.Of([14, 15, 13, 14, 16, 14, 15, 26, 27], 90);

        Assert.Equal((30 / 14.0, true), (slowing.Slowdown, slowing.IsSlowing));
        Assert.Equal((1, false), (steady.Slowdown, steady.IsSlowing));
        Assert.False(erratic.IsSlowing);
        Assert.Equal((26.5 / 14, true), (silent.Slowdown, silent.IsSlowing));
    }

    [Fact]
    public void Rhythms_of_a_view_have_one_entry_per_row()
    {
        var company = new Company(
            3,
            [.. Enumerable.Range(0, 5).Select(i => new Sale(2, Start.AddDays(10 * i), 1_0000)), new Sale(0, Start.AddDays(70), 1_0000)]
        );
        var view = LedgerView.Of(company.Ledger(), Start.AddDays(60), new DayRange(Start, Start));

        var rhythms = BuyingRhythm.Of(view);

        Assert.Null(rhythms[0]);
        Assert.Null(rhythms[1]);
        Assert.Equal(
            (4, 20, 10.0, 10.0),
            (rhythms[2]!.Value.Gaps, rhythms[2]!.Value.SilenceDays, rhythms[2]!.Value.ExpectedGapDays, rhythms[2]!.Value.OverdueDays)
        );
    }
}

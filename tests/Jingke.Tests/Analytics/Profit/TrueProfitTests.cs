using Jingke.Analytics.Figures;
using Jingke.Analytics.Periods;
using Jingke.Analytics.Profit;
using Xunit;

namespace Jingke.Tests.Analytics.Profit;

public class TrueProfitTests
{
    private const long Yuan = 10_000;
    private static readonly ServiceRates Rates = new(100 * Yuan, 300 * Yuan, 0.0365, [0, 0.5]);

    private static readonly ProfitInputs Inputs = new()
    {
        Active = [true, true, true, true, false],
        NetSales = [10_000 * Yuan, 8_000 * Yuan, 6_000 * Yuan, 9_000 * Yuan, 0],
        SalesWithCost = [10_000 * Yuan, 7_500 * Yuan, 6_000 * Yuan, 1_000 * Yuan, 0],
        Goods = [8_000 * Yuan, 4_000 * Yuan, 3_000 * Yuan, 500 * Yuan, 0],
        CostCoverage = [1, 0.95, 1, 0.1, 0],
        Hours = [10, 2, 1, 1, double.NaN],
        Visits = [3, 0, 1, 0, -1],
        Difficulty = [1, 0, 0, 0, -1],
        LateAmountDays = [1_000_000 * Yuan, 0, 0, 0, double.NaN],
    };

    [Fact]
    public void True_profit_is_as_worked_out_by_hand()
    {
        var profit = TrueProfit.Of(Inputs, Rates);

        // 10,000 - 8,000 - 1,000 hours - 900 visits - 950 surcharge - 1,000,000 x 0.0365 / 365 = 100
        Assert.Equal(-950 * Yuan, profit[0]);
        Assert.Equal((2_000 * Yuan, 2_850 * Yuan, 100 * Yuan), (profit.GrossProfitOf(0), profit.CostToServeOf(0), profit.LatePaymentOf(0)));
        Assert.Equal(3_300 * Yuan, profit[1]); // 7,500 - 4,000 - 200
        Assert.Equal(2_600 * Yuan, profit[2]); // 6,000 - 3,000 - 100 - 300
        Assert.Equal(ProfitParts.None, profit.LeftOut);
    }

    [Fact]
    public void A_missing_cost_is_said_and_never_zero()
    {
        var profit = TrueProfit.Of(Inputs with { Hours = [double.NaN, 2, 1, 1, 0] }, Rates);

        Assert.Null(profit[0]);
        Assert.Equal(ProfitParts.Hours, profit.MissingOf(0));
        Assert.Null(profit.CostToServeOf(0));
        Assert.Null(profit[3]);
        Assert.Equal(ProfitParts.Goods, profit.MissingOf(3)); // a tenth of its cost is known
        Assert.Null(profit.GrossProfitOf(3));
        Assert.Null(profit[4]); // not active
        var ranking = ProfitRanking.Of(profit);
        Assert.Equal((2, 2), (ranking.Ranked, ranking.Unranked));
        Assert.Null(ranking.SalesRankOf(0));
        Assert.Equal([0, 3], ranking.BigUnknown());
    }

    [Fact]
    public void What_nobody_records_or_has_no_rate_for_is_left_out_for_all_and_said()
    {
        var profit = TrueProfit.Of(Inputs with { Hours = null }, Rates with { YearlyCapitalRate = null });

        Assert.Equal(ProfitParts.Hours | ProfitParts.LatePayment, profit.LeftOut);
        Assert.Equal(650 * Yuan, profit[0]); // 2,000 - 900 - 450
        Assert.DoesNotContain(profit.WaterfallOf(0), step => step.Kind is ProfitStepKind.Hours or ProfitStepKind.LatePayment);

        var costless = TrueProfit.Of(Inputs with { Goods = null, SalesWithCost = null, CostCoverage = null }, Rates);
        Assert.All(Enumerable.Range(0, 5), row => Assert.Null(costless[row]));
        Assert.Equal(0, ProfitRanking.Of(costless).Ranked);
        Assert.Empty(ProfitRanking.Of(costless).BigNotVips());
        Assert.Equal([0, 3, 1, 2], ProfitRanking.Of(costless).BigUnknown());
    }

    [Fact]
    public void The_waterfall_leads_from_sales_to_true_profit()
    {
        var steps = TrueProfit.Of(Inputs, Rates).WaterfallOf(1);

        Assert.Equal(
            [
                (ProfitStepKind.NetSales, 8_000L, 8_000L),
                (ProfitStepKind.SalesWithoutCost, -500, 7_500),
                (ProfitStepKind.Goods, -4_000, 3_500),
                (ProfitStepKind.Hours, -200, 3_300),
                (ProfitStepKind.Visits, 0, 3_300),
                (ProfitStepKind.Difficulty, 0, 3_300),
                (ProfitStepKind.LatePayment, 0, 3_300),
            ],
            steps.SkipLast(1).Select(step => (step.Kind, step.Amount!.Value / Yuan, step.Running!.Value / Yuan))
        );
        Assert.Equal(new ProfitStep(ProfitStepKind.TrueProfit, null, 3_300 * Yuan), steps[^1]);

        var broken = TrueProfit.Of(Inputs, Rates).WaterfallOf(3);
        Assert.Equal(new ProfitStep(ProfitStepKind.Goods, null, null), broken[1]);
        Assert.Equal(new ProfitStep(ProfitStepKind.Hours, -100 * Yuan, null), broken[2]);
        Assert.Null(broken[^1].Running);
    }

    [Fact]
    public void A_big_account_that_costs_money_is_no_VIP_and_the_reasons_say_why()
    {
        var ranking = ProfitRanking.Of(TrueProfit.Of(Inputs, Rates));

        var big = Assert.Single(ranking.BigNotVips(20)); // ceil(0.2 x 3) = 1 account

        Assert.Equal((0, 1, 3, -950 * Yuan), (big.Row, big.SalesRank, big.ProfitRank, big.Profit));
        Assert.Equal(
            [
                ProfitReasonCodes.Loss,
                ProfitReasonCodes.RankDrop,
                ProfitReasonCodes.ThinMargin,
                ProfitReasonCodes.CostToServe,
                ProfitReasonCodes.LatePayment,
            ],
            big.Reasons.Select(reason => reason.Code)
        );
        Assert.Equal([1, 3, 3], big.Reasons[1].Arguments);
        Assert.Equal([0.2, 3_500 / 8_000.0, 2_375 * Yuan], big.Reasons[2].Arguments); // margins 0.2, 0.4375, 0.5
        Assert.Equal(0.285, big.Reasons[3].Arguments[0], 12); // against the median 400 / 6,000
        Assert.Equal((1, 2, 2), (ranking.SalesRankOf(0), ranking.SalesRankOf(1), ranking.ProfitRankOf(2)));
        Assert.Equal([3], ranking.BigUnknown(67)); // 9,000 is at least as big as the third
    }

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    public void The_steps_sum_to_the_profit_and_the_unit_does_not_change_a_rank(int seed)
    {
        var company = RandomCompany.Of(seed);
        var figures = AccountFigures.Of(RandomCompany.QuestionOf(company, seed).Of(company.Ledger()));
        var random = new Random(seed);
        var inputs = ProfitInputs.Of(figures) with
        {
            Hours = [.. figures.NetSales.Select(_ => random.NextDouble() * 9)],
            Visits = [.. figures.NetSales.Select(_ => random.Next(4))],
            LateAmountDays = [.. figures.NetSales.Select(sales => (double)Math.Abs(sales) * random.Next(30))],
        };
        var profit = TrueProfit.Of(inputs, Rates with { HourlyRate = 17_777 });
        for (var row = 0; row < profit.Count; row++)
        {
            if (profit[row] is { } known)
                Assert.Equal(known, profit.WaterfallOf(row).Sum(step => step.Amount ?? 0));
        }

        long[]? Times(long[]? values) => values is null ? null : Array.ConvertAll(values, value => value * 10);
        var scaled = inputs with
        {
            NetSales = Times(inputs.NetSales)!,
            Goods = Times(inputs.Goods),
            SalesWithCost = Times(inputs.SalesWithCost),
            LateAmountDays = Array.ConvertAll(inputs.LateAmountDays!, days => days * 10),
        };
        var (one, other) = (
            ProfitRanking.Of(profit),
            ProfitRanking.Of(TrueProfit.Of(scaled, Rates with { HourlyRate = 177_770, VisitCost = 3_000 * Yuan }))
        );
        for (var row = 0; row < profit.Count; row++)
        {
            Assert.Equal(one.ProfitRankOf(row), other.ProfitRankOf(row));
            Assert.Equal(one.SalesRankOf(row), other.SalesRankOf(row));
        }
    }

    [Fact]
    public void Late_amounts_count_what_is_open_for_the_days_it_is_open()
    {
        var (due, year) = (new DateOnly(2024, 3, 31), DayRange.OfYear(2024));

        Assert.Equal(300, LateAmounts.AmountDays(due, 100, [new(new(2024, 4, 3), 100)], year));
        Assert.Equal(0, LateAmounts.AmountDays(due, 100, [new(new(2024, 3, 31), 100)], year));
        Assert.Equal((100 * 10) + (40 * 265), LateAmounts.AmountDays(due, 100, [new(new(2024, 4, 10), 60)], year)); // 275 days to the end
        Assert.Equal(40 * 366, LateAmounts.AmountDays(new(2023, 5, 1), 100, [new(new(2023, 6, 1), 60)], year));
        Assert.Equal(0, LateAmounts.AmountDays(due, -100, [], year));
        Assert.Equal(0, LateAmounts.AmountDays(new(2025, 1, 1), 100, [], year));
        Assert.Equal(100, LateAmounts.AmountDays(new(2024, 12, 30), 100, [new(new(2025, 2, 1), 100)], year));
    }

    [Fact]
    public void Nothing_gives_nothing_and_wrong_inputs_are_refused()
    {
        var empty = TrueProfit.Of(new ProfitInputs { Active = [], NetSales = [] }, new ServiceRates());

        Assert.Equal((0, 0), (empty.Count, ProfitRanking.Of(empty).Ranked));
        Assert.Empty(ProfitRanking.Of(empty).BigNotVips());
        Assert.Equal(
            [
                "service-rates.hourly-negative",
                "service-rates.visit-negative",
                "service-rates.capital-range",
                "service-rates.surcharge-range",
            ],
            new ServiceRates(-1, -1, 1.5, [double.NaN]).Problems()
        );
        Assert.Throws<ArgumentException>(() => TrueProfit.Of(Inputs, new ServiceRates(-1)));
        Assert.Throws<InvalidOperationException>(() => TrueProfit.Of(Inputs with { Hours = [1] }, Rates));
        Assert.Throws<InvalidOperationException>(() => TrueProfit.Of(Inputs with { Goods = null }, Rates));
        Assert.Throws<InvalidOperationException>(() => TrueProfit.Of(Inputs with { Difficulty = [0, 0, 0, 2, 0] }, Rates));
        Assert.Throws<InvalidOperationException>(() => TrueProfit.Of(Inputs with { Visits = [0, -2, 0, 0, 0] }, Rates));
    }
}
